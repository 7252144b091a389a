/** Stands where a library expects its HTTP client; see electron.vite.config.ts. */
export const httpClient = {
  get: (address: string): never => {
    throw new Error(`‘${address}’ is not fetched: contexts and keys lie in memory.`)
  },
}
