/** Replaces the HTTP client that a library expects; see electron.vite.config.ts. */
export const httpClient = {
  get: (address: string): never => {
    throw new Error(`‘${address}’ is not fetched: contexts and keys lie in memory.`)
  },
}
