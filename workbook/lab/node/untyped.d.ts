// Files of packages that have no types of their own.

declare module 'statuses' {
  const statuses: { message: Record<string, string> }
  export default statuses
}

declare module 'hash-wasm/dist/scrypt.umd.min.js' {
  const hashWasm: Pick<typeof import('hash-wasm'), 'scrypt'>
  export default hashWasm
}

declare module 'router/lib/layer.js' {
  const Layer: { prototype: { handleRequest(...args: unknown[]): unknown } }
  export default Layer
}
