import { verify } from './verify.ts'

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = { verifica: verify }

export async function main([name = '', ...args]: string[]): Promise<number> {
  return (await COMMANDS[name]?.(args)) ?? 1
}
