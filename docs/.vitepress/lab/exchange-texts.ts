// What is said of the requests of the tests: the diagram.

export const EXCHANGES = {
  diagram: 'Lo que pasó en la prueba',
  client: 'Prueba',
  server: 'Tu servidor',
  request: (method: string, path: string, token: boolean) =>
    `${method} ${path}${token ? ' · con token' : ''}`,
  wrongReply: (status: number, expected?: string) =>
    expected === undefined ? `✗ ${status}` : `✗ ${status} (esperaba ${expected})`,
  failed: (test: string, status: number, expected?: string) =>
    expected === undefined
      ? `${test}: aquí falló la prueba, tu servidor dijo ${status}`
      : `${test}: aquí esperaba ${expected}, tu servidor dijo ${status}`,
  left: (count: number) => `… y ${count} solicitudes antes`,
} as const
