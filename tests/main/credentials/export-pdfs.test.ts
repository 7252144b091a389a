import { describe, expect, it } from 'vitest'
import { exportPdfs, type PdfsNote } from '../../../src/main/credentials/export-pdfs'
import type { StoredCredential } from '../../../src/main/store/tables/credentials'

function run(change: Partial<Parameters<typeof exportPdfs>[0]> = {}, abortAfter = Infinity) {
  const events: string[] = []
  const controller = new AbortController()
  const three = ['a', 'b', 'c'].map((id) => ({ certificate: { id } }) as StoredCredential)
  const said = ({ count, planned }: PdfsNote) =>
    events.push(planned === undefined ? `entry: ${count}` : `entry: ${count} of ${planned}`)
  const done = exportPdfs(
    {
      folder: 'out',
      certificates: three,
      total: three.length,
      pdf: ({ certificate }) =>
        Promise.resolve({ name: `${certificate.id}.pdf`, content: new Uint8Array(1) }),
      write: (path) => events.push(`file: ${path.at(-5)}`),
      note: said,
      ...change,
    },
    {
      signal: controller.signal,
      step: () => {
        if (events.filter((event) => event.startsWith('file')).length >= abortAfter) controller.abort()
      },
    },
  )
  return { events, done, said }
}

describe('certificates saved into a folder', () => {
  it('are in the audit log before the first of them lies there', async () => {
    const { events, done } = run()
    await done
    expect(events).toEqual(['entry: 3', 'file: a', 'file: b', 'file: c'])
  })

  it('are not written when the entry can’t be', async () => {
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    const { events, done } = run({
      note: () => {
        throw full
      },
    })
    await expect(done).rejects.toBe(full)
    expect(events).toEqual([])
  })

  it('are counted again where the disk is full half way, and the reason is one that the page knows', async () => {
    let written = 0
    const events: string[] = []
    const { done } = run({
      note: ({ count, planned }) => events.push(`${count}/${planned ?? '-'}`),
      write: () => {
        if (written === 1) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        written += 1
      },
    })
    await expect(done).rejects.toMatchObject({ code: 'disk-full' })
    expect(events).toEqual(['3/-', '1/3'])
  })

  it('are counted again when somebody stops it, and when some are not signed yet', async () => {
    const stopped = run({}, 2)
    await stopped.done
    expect(stopped.events.at(-1)).toBe('entry: 2 of 3')
    const unsigned = run({
      pdf: ({ certificate: { id } }) =>
        Promise.resolve(id === 'b' ? undefined : { name: `${id}.pdf`, content: new Uint8Array(1) }),
    })
    await unsigned.done
    expect(unsigned.events).toEqual(['entry: 3', 'file: a', 'file: c', 'entry: 2 of 3'])
  })
})
