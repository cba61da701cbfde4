import { describe, expect, test } from 'vitest'
import { repositoryOf } from './repository.ts'

const WEB = 'https://github.com/ana/cuaderno'

describe('repositoryOf', () => {
  test.each([
    'ana/cuaderno',
    'github:ana/cuaderno',
    WEB,
    `${WEB}/`,
    `${WEB}.git`,
    `git+${WEB}.git`,
    'git://github.com/ana/cuaderno.git',
    'git@github.com:ana/cuaderno.git',
    'git+ssh://git@github.com/ana/cuaderno.git',
  ])('reads %s as npm does', (repository) => {
    expect(repositoryOf({}, { repository })?.web).toBe(WEB)
    expect(repositoryOf({}, { repository: { url: repository } })?.web).toBe(WEB)
  })

  test('knows the addresses of GitHub', () => {
    expect(repositoryOf({}, { repository: 'ana/cuaderno' })).toEqual({
      web: WEB,
      clone: `${WEB}.git`,
      zip: `${WEB}/archive/refs/heads/main.zip`,
      edit: `${WEB}/edit/main/docs/:path`,
      codespace: 'https://codespaces.new/ana/cuaderno?quickstart=1',
    })
  })

  test('knows the addresses of GitLab', () => {
    const web = 'https://gitlab.com/grupo/ana/cuaderno'
    expect(repositoryOf({}, { repository: `${web}.git` })).toEqual({
      web,
      clone: `${web}.git`,
      zip: `${web}/-/archive/main/cuaderno-main.zip`,
      edit: `${web}/-/edit/main/docs/:path`,
    })
  })

  test('promises nothing more than a clone of another host', () => {
    const web = 'https://git.ejemplo.org:8443/ana/cuaderno'
    expect(repositoryOf({}, { repository: `${web}.git` })).toEqual({ web, clone: `${web}.git` })
  })

  test('believes GitHub, which knows in which fork it runs', () => {
    const fork = { GITHUB_REPOSITORY: 'eva/copia', GITHUB_SERVER_URL: 'https://github.com' }
    expect(repositoryOf(fork, { repository: 'ana/cuaderno' })?.web).toBe('https://github.com/eva/copia')
    expect(repositoryOf({ GITHUB_REPOSITORY: 'eva/copia' }, {})?.clone).toBe(
      'https://github.com/eva/copia.git',
    )
  })

  test.each([{}, { repository: '' }, { repository: {} }, { repository: 'cuaderno' }])(
    'knows nothing where nobody says it: %o',
    (manifest) => {
      expect(repositoryOf({}, manifest)).toBeUndefined()
    },
  )
})
