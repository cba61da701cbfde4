/**
 * `npm run check --json`: npm keeps the option for itself, leaves a note and passes on the value, if there is one.
 * PowerShell does the same to whoever writes the «--» before it.
 */
export function takenByNpm(command: string, option: string, env: NodeJS.ProcessEnv): boolean {
  return env.npm_lifecycle_event === command && env[`npm_config_${option}`] === 'true'
}
