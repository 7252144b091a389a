/**
 * Shows the player and the debrief without Electron, main or records: one scenario, from its file to its debrief.
 * Pictures and sounds are chosen together with the scenario. `?locale=fr` and `?theme=dark` set language and theme.
 */
import { StrictMode, useMemo, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import type { LogEntry } from '../../src/domain/run'
import { withMediaHashes } from '../../src/domain/scenario/media'
import { parseScenario } from '../../src/domain/scenario/parse'
import type { Scenario } from '../../src/domain/scenario/schema'
import Debrief from '../../src/renderer/debrief/Debrief'
import { regionOf } from '../../src/renderer/i18n'
import { LocaleContext } from '../../src/renderer/i18n/text'
import { localeFor } from '../../src/texts/translate'
import type { MediaHost, PlayedAttempt } from '../../src/renderer/player/host'
import Player from '../../src/renderer/player/Player'
import { memoryHost } from '../../src/renderer/player/memory-host'

const asked = new URLSearchParams(location.search)
const locale = localeFor(asked.get('locale') ?? undefined)
document.documentElement.lang = locale
document.documentElement.dataset['theme'] = asked.get('theme') === 'dark' ? 'dark' : 'light'

interface Opened {
  readonly scenario: Scenario
  readonly host: MediaHost
}

async function sha256(file: File): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Reads a scenario, and the pictures and sounds among the files. */
async function open(files: readonly File[]): Promise<Opened> {
  const file = files.find(({ name }) => name.endsWith('.scenario.json'))
  if (!file) throw new Error('There is no scenario among these files.')
  const parsed = parseScenario(await file.text())
  if (!parsed.ok) throw new Error(parsed.issues.map(({ code }) => code).join(', '))
  const media = files.filter((other) => other !== file)
  const hashes = new Map<string, string>()
  const addresses = new Map<string, string>()
  for (const part of media) {
    const hash = await sha256(part)
    hashes.set(part.name, hash)
    addresses.set(hash, URL.createObjectURL(part))
  }
  return {
    scenario: withMediaHashes(parsed.scenario, hashes),
    host: { mediaUrl: ({ sha256: hash }) => addresses.get(hash) ?? '' },
  }
}

function Choose({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const [problem, setProblem] = useState<string>()
  return (
    <main className="page">
      <label>
        A scenario, with its pictures and sounds{' '}
        <input
          type="file"
          multiple
          onChange={(event) => {
            setProblem(undefined)
            open([...(event.target.files ?? [])]).then(onOpened, (error: unknown) =>
              setProblem(String(error)),
            )
          }}
        />
      </label>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </main>
  )
}

function Attempt({ opened, onLeave }: { readonly opened: Opened; readonly onLeave: () => void }) {
  const { scenario } = opened
  const [log, setLog] = useState<readonly LogEntry[]>()
  const attempt = useMemo(
    (): PlayedAttempt => ({
      scenario,
      log: [],
      mode: 'practice',
      trainee: 'Priya',
      organisation: 'Northwind Support',
      seed: null,
      place: null,
    }),
    [scenario],
  )
  const host = useMemo(() => {
    const clock = { now: () => new Date(), ticks: () => performance.now() }
    return memoryHost(attempt, clock, { ...opened.host, shortcuts: true })
  }, [attempt, opened])
  return log ? (
    <Debrief
      attempt={{ ...attempt, log }}
      host={host}
      onPractise={onLeave}
      onNext={onLeave}
      onLeave={onLeave}
    />
  ) : (
    <Player attempt={attempt} host={host} onEnded={setLog} onLeave={onLeave} />
  )
}

function Page(): ReactNode {
  const [opened, setOpened] = useState<Opened>()
  return opened ? (
    <Attempt opened={opened} onLeave={() => setOpened(undefined)} />
  ) : (
    <Choose onOpened={setOpened} />
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LocaleContext value={locale}>
      <I18nProvider locale={regionOf(locale)}>
        <Page />
      </I18nProvider>
    </LocaleContext>
  </StrictMode>,
)
