import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { compare, type Measurement } from './measure'

/**
 * This many certificates are issued, signed, drawn, attached and written in one go; `HTL_BENCH_CERTIFICATES` sets
 * another number.
 */
const CERTIFICATES = 121
const TURNS = 6

interface Result {
  readonly ours: number[]
  readonly bare: number[]
  /** The memory of the main process in MB, after each turn. */
  readonly memory: number[]
  readonly issued: number
}

/** Bundles the main process of this bench with the application's own modules. */
async function bundle(root: string, folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: {
        '@digitalbazaar/http-client': path.join(root, 'src', 'main', 'credentials', 'no-network.ts'),
      },
    },
    ssr: { noExternal: true, external: ['electron', 'libsql'] },
    build: {
      ssr: path.join(root, 'tests', 'bench', 'credentials-main.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'main.cjs', chunkFileNames: '[name].cjs' } },
    },
  })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bench', main: 'main.cjs' }))
  return folder
}

function start(
  electron: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string; complaint: string }> {
  return new Promise((resolve) => {
    const child = spawn(electron, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (complaint = (complaint + text).slice(-2000)))
    child.once('exit', (code) => resolve({ code, out, complaint }))
  })
}

/**
 * Compares issuing, signing, drawing, attaching and writing a certificate with drawing the same page alone
 * (`printToPDF`), and the main process's memory at the end of the batch with that after its first part.
 */
export async function measureCredentials(
  program: { electron: string; switches: readonly string[]; root: string },
  limits: { credentials: number; constant: number },
): Promise<Measurement[]> {
  const { electron, switches, root } = program
  // The folder lies in the project's folder, so that its packages are found.
  const folder = mkdtempSync(path.join(root, 'out', 'bench-'))
  const data = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  try {
    const certificates = Number(process.env['HTL_BENCH_CERTIFICATES'] ?? CERTIFICATES)
    const order = { folder: data, root, certificates, turns: TURNS }
    const args = [...switches, `--user-data-dir=${path.join(data, 'profile')}`, await bundle(root, folder)]
    const env = { ...process.env, HTL_BENCH_ORDER: JSON.stringify(order) }
    const { code, out, complaint } = await start(electron, args, env)
    const line = /^RESULT (.*)$/m.exec(out)?.[1]
    if (code !== 0 || line === undefined) throw new Error(`No certificates (${code}):\n${complaint}`)
    const { ours, bare, memory, issued } = JSON.parse(line) as Result
    const rate = (1000 / (ours.reduce((sum, ms) => sum + ms, 0) / ours.length)).toFixed(1)
    const last = memory.slice(-2)
    return [
      compare(
        'one certificate, signed and saved / its page drawn',
        { ours, bare },
        'ms',
        limits.credentials,
        `${issued} certificates, ${rate} a second`,
      ),
      compare(
        'memory of main at the end of a batch / early in it',
        { ours: last, bare: memory.slice(0, 2) },
        'MB',
        limits.constant,
        'resident set of the main process',
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}
