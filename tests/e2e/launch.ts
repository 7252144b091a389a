import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export const ROOT = resolve(__dirname, '../..')

export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

/** Makes a data folder for each run, so that no test sees another's records. */
export function dataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hold-the-line-e2e-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/**
 * Returns the same application with an empty folder of scenarios, in a folder of its own.
 * @returns the folder of scenarios
 */
export function withScenarios(root: string): string {
  mkdirSync(join(root, 'scenarios', 'courses'), { recursive: true })
  mkdirSync(join(root, 'scenarios', 'media'))
  copyFileSync(join(ROOT, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(ROOT, 'out'), join(root, 'out'), 'junction')
  return join(root, 'scenarios')
}

export interface LaunchOptions {
  readonly size?: { readonly width: number; readonly height: number }
  /** A folder made by `withScenarios`, if the courses are not those of the program. */
  readonly root?: string
  /** Files with which the system starts the program, as after a double click. */
  readonly files?: readonly string[]
  /** Switches for Chromium, besides those that the machine requires. */
  readonly switches?: readonly string[]
}

/** Returns the display of the worker in which a test runs, if there are several. */
export function ownDisplay(): Record<string, string> {
  const displays = JSON.parse(process.env['HTL_DISPLAYS'] ?? '[]') as string[]
  const own = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % Math.max(1, displays.length)]
  return own === undefined ? {} : { DISPLAY: own }
}

/** Returns a user’s own folder, as for somebody who has never started the program. */
function homeOf(home: string | undefined): Record<string, string> {
  if (home === undefined) return {}
  const inside = (...names: string[]) => join(home, ...names)
  return {
    HOME: home,
    XDG_CONFIG_HOME: inside('.config'),
    XDG_CACHE_HOME: inside('.cache'),
    XDG_DATA_HOME: inside('.local', 'share'),
    USERPROFILE: home,
    APPDATA: inside('AppData', 'Roaming'),
    LOCALAPPDATA: inside('AppData', 'Local'),
  }
}

/** Returns the command that starts the program on a data folder. */
export function commandOf(folder: string, { root = ROOT, switches: more = [], files = [] }: LaunchOptions) {
  const packed = process.env['HTL_PROGRAM']
  const executablePath = packed ?? process.env['HTL_ELECTRON']
  if (!executablePath) throw new Error('HTL_ELECTRON is not set; run these tests through `npm test -- --e2e`')
  const switches = JSON.parse(process.env['HTL_ELECTRON_ARGS'] ?? '[]') as string[]
  // A packed program contains its application, and keeps its data where a user's program does.
  const own = packed ? [] : [`--user-data-dir=${folder}`, root]
  return {
    executablePath,
    args: [...switches, ...more, '--lang=en-US', ...own, ...files],
    cwd: packed ? dirname(packed) : ROOT,
    env: {
      ...(process.env as Record<string, string>),
      ...ownDisplay(),
      LANG: 'C.UTF-8',
      ...homeOf(process.env['HTL_HOME']),
    },
  }
}

/** Starts the program once more. It hands its files to the running one and ends. */
export async function startAgain(folder: string, options: LaunchOptions): Promise<void> {
  const { executablePath, args, cwd, env } = commandOf(folder, options)
  const child = spawn(executablePath, args, { cwd, env, stdio: 'ignore' })
  await new Promise((done, failed) => child.once('exit', done).once('error', failed))
}

/** Starts the real application on this data folder and waits for its window. */
export async function launch(folder: string, options: LaunchOptions = {}): Promise<Running> {
  const { size } = options
  const app = await _electron.launch(commandOf(folder, options))
  const page = await app.firstWindow()
  // On a busy machine, an answer of main can take longer than the half minute that Playwright waits.
  page.setDefaultTimeout(90_000)
  await page.waitForLoadState('domcontentloaded')
  // Nobody touches a virtual display, so after a quarter of an hour every session on it would be locked.
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0
  })
  if (size) await resize(app, size)
  return { app, page }
}

/** Sets the size of the page itself, without the window's frame. */
export async function resize(
  app: ElectronApplication,
  size: { width: number; height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
}

/** Makes the system's save dialog, which can't be driven, answer with this file. */
export async function chooseFile(app: ElectronApplication, path: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    const answer = filePath === undefined ? { canceled: true } : { canceled: false, filePath }
    dialog.showSaveDialog = () => Promise.resolve(answer as Electron.SaveDialogReturnValue)
  }, path)
}

/** Makes the open dialog answer with these files or folders. */
export async function openFiles(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const answer = { canceled: filePaths.length === 0, filePaths: [...filePaths] }
    dialog.showOpenDialog = () => Promise.resolve(answer)
  }, paths)
}

/** Kills the whole program, as a power cut would. */
export async function kill({ app }: Running): Promise<void> {
  const child = app.process()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
