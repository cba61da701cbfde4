interface ImportMetaEnv {
  /** Set by the site that a session serves. */
  readonly LIVE_STATUS?: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}
