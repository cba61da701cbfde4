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

declare module 'sucrase/dist/parser/index.js' {
  export function parse(
    text: string,
    isJsx: boolean,
    isTypeScript: boolean,
    isFlow: boolean,
  ): { tokens: { type: number; start: number; end: number }[] }
}

declare module 'sucrase/dist/parser/tokenizer/types.js' {
  export const TokenType: Readonly<
    Record<'_import' | '_export' | 'dot' | 'parenL' | 'star' | 'braceL' | 'braceR' | 'string', number>
  >
}
