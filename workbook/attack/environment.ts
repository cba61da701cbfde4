import { newPrivateKey } from './forge.ts'

/** More attempts at a login than any raid makes: a limit would answer in the place of what is attacked. */
const NO_LIMIT = '1000000'

/** What an app of the workbook takes from the environment to be attacked, and whoever attacks it knows. */
export interface AttackedEnvironment {
  JWT_CLAVES: string
  JWT_INTENTOS: string
}

export async function attackedEnvironment(): Promise<AttackedEnvironment> {
  return { JWT_CLAVES: await newPrivateKey(), JWT_INTENTOS: NO_LIMIT }
}
