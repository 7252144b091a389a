/** Proves a course and keeps the result until the course changes. Without React. */
import { createStore } from 'zustand/vanilla'
import type { TableProof } from '../../../domain/course/prove-table'
import type { ProofMessage, ProofRequest, ProofStep, ShownProof } from './messages'

export interface ProofState {
  readonly step: ProofStep | undefined
  /** Identifies the course and the contacts that these results belong to. */
  readonly key: string | undefined
  readonly table: TableProof | undefined
  readonly proof: ShownProof | undefined
  readonly problem:
    | { readonly what: 'failed' }
    | { readonly what: 'unsound'; readonly contacts: readonly string[] }
    | undefined
}

/** A worker thread that answers as `prove.worker.ts` does. */
export interface ProofThread {
  readonly send: (request: ProofRequest) => void
  readonly end: () => void
}
type BeginThread = (heard: (message: ProofMessage) => void, failed: () => void) => ProofThread

const NOTHING: ProofState = {
  step: undefined,
  key: undefined,
  table: undefined,
  proof: undefined,
  problem: undefined,
}

/** @param thread begins a worker thread */
export function proofStore(thread: BeginThread) {
  const store = createStore<ProofState>(() => NOTHING)
  let running: ProofThread | undefined
  const end = () => {
    running?.end()
    running = undefined
  }
  const fail = () => {
    end()
    store.setState({ step: undefined, problem: { what: 'failed' } })
  }
  const heard = (message: ProofMessage) => {
    switch (message.kind) {
      case 'step':
        return store.setState({ step: message.step })
      case 'chances':
        return store.setState({ table: message.table })
      case 'proof':
        end()
        return store.setState({ step: undefined, proof: message.proof })
      case 'unsound':
        end()
        return store.setState({ ...NOTHING, problem: { what: 'unsound', contacts: message.contacts } })
    }
  }
  return {
    store,
    /**
     * Begins a proof.
     * @param key identifies the course and its contacts
     * @param request reads the documents to be proved
     */
    begin: async (key: string, request: () => Promise<ProofRequest>) => {
      end()
      store.setState({ ...NOTHING, key, step: 'read' })
      try {
        const asked = await request()
        // The proof was stopped, or begun again, while the documents were read.
        if (store.getState().step === undefined || store.getState().key !== key) return
        running = thread(heard, fail)
        running.send(asked)
      } catch {
        fail()
      }
    },
    /** Stops the proof. A picture that is already shown stays. */
    cancel: () => {
      end()
      store.setState({ step: undefined })
    },
  }
}

export type CourseProofs = ReturnType<typeof proofStore>
