import { spawnSync } from 'node:child_process'

// Debian's own comes after the one in the path, which may be another.
const PYTHONS = ['python3', '/usr/bin/python3', 'python']

/** The first Python of this machine that has Flask-JWT-Extended; nothing if none has it. */
export function findPython(): string | undefined {
  return PYTHONS.find((python) => spawnSync(python, ['-c', 'import flask_jwt_extended']).status === 0)
}
