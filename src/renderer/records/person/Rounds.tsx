import type { PersonRound, PersonView } from '../../../bridge'
import { useLocale, useLocalized } from '../../i18n'
import { dateAndTime, shortDate } from '../../i18n/dates'
import { countOf } from '../../lists/cells'
import { useRecordsText } from '../../lists/words'
import { TableBox } from '../../ui'
import { RuleText } from '../CourseRules'
import { usePersonText } from './use-person-text'

type Standing = PersonView['standings'][number]

const TONE = { passed: 'tone-good', failed: 'tone-attention', 'going-on': '' } as const

/** Shows the rounds of each course that was begun, under an explanation of its rule. */
export function Rounds({ standings }: { readonly standings: readonly Standing[] }) {
  const t = usePersonText()
  const r = useRecordsText()
  const localized = useLocalized()
  const begun = standings.filter(({ rounds }) => rounds && rounds.length > 0)
  if (begun.length === 0) return null
  return (
    <section aria-labelledby="person-rounds">
      <h2 id="person-rounds">{t('rounds')}</h2>
      {begun.map((standing) => (
        <section
          key={standing.course}
          aria-labelledby={`rounds-${standing.course}`}
          className="person-rounds"
        >
          <h3 id={`rounds-${standing.course}`}>{localized(standing.courseTitle)}</h3>
          {standing.rule && (
            <div className="rule-box">
              <span className="label">{r('rules.title')}</span>
              <RuleText rule={standing.rule} />
            </div>
          )}
          <RoundTable title={localized(standing.courseTitle)} rounds={standing.rounds!} />
          <Next standing={standing} />
        </section>
      ))}
    </section>
  )
}

function RoundTable({ title, rounds }: { readonly title: string; readonly rounds: readonly PersonRound[] }) {
  const t = usePersonText()
  return (
    <>
      <TableBox label={t('rounds.of', { title })} underHeading>
        <thead>
          <tr>
            <th scope="col">{t('rounds.round')}</th>
            <th scope="col">{t('rounds.began')}</th>
            <th scope="col">{t('rounds.ended')}</th>
            <th scope="col" className="number">
              {t('rounds.contacts')}
            </th>
            <th scope="col">{t('rounds.stopped')}</th>
            <th scope="col">{t('rounds.reported')}</th>
            <th scope="col">{t('rounds.served')}</th>
            <th scope="col" className="number">
              {t('rounds.critical')}
            </th>
            <th scope="col">{t('rounds.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <Round key={round.round} round={round} />
          ))}
        </tbody>
      </TableBox>
      {rounds.map(({ round, setAside, otherVersions }) => (
        <Notes key={round} round={round} setAside={setAside} otherVersions={otherVersions} />
      ))}
    </>
  )
}

function Round({ round }: { readonly round: PersonRound }) {
  const t = usePersonText()
  const r = useRecordsText()
  const locale = useLocale()
  const { attacks, hits, reported, legitimate, falseAlarms, altered } = round
  // The results of an attempt that was changed outside the program are not shown.
  const shown = <T,>(value: T) => (altered ? '—' : value)
  return (
    <tr>
      <th scope="row">{t('rounds.number', { round: round.round })}</th>
      <td>{shortDate(round.beganAt, locale)}</td>
      <td>{round.endedAt === null ? '—' : shortDate(round.endedAt, locale)}</td>
      <td className="number">{shown(round.contacts)}</td>
      <td>{shown(countOf(r, hits, attacks))}</td>
      <td>{shown(countOf(r, reported, attacks))}</td>
      <td>{shown(countOf(r, legitimate - falseAlarms, legitimate))}</td>
      <td className="number">{shown(round.critical)}</td>
      <td>
        {altered ? (
          <span className="chip amber">{t('altered')}</span>
        ) : (
          <span className={`tone ${TONE[round.outcome]}`}>{t(`rounds.${round.outcome}`)}</span>
        )}
      </td>
    </tr>
  )
}

function Notes({
  round,
  setAside,
  otherVersions,
}: Pick<PersonRound, 'round' | 'setAside' | 'otherVersions'>) {
  const t = usePersonText()
  return (
    <>
      {setAside > 0 && <p className="muted dense">{t('rounds.set-aside', { round, n: setAside })}</p>}
      {otherVersions.length > 0 && (
        <p className="muted dense">
          {t('rounds.other-version', { round, versions: otherVersions.join(', ') })}
        </p>
      )}
    </>
  )
}

/** Shows when the next round may begin, and when somebody tried to begin one too early. */
function Next({ standing: { rounds, nextRoundAt, limit, refusedAt } }: { readonly standing: Standing }) {
  const t = usePersonText()
  const locale = useLocale()
  const failed = rounds?.at(-1)?.outcome === 'failed'
  return (
    <>
      {limit && nextRoundAt !== null && (
        <p className="dense">
          {t('rounds.waits', { when: dateAndTime(nextRoundAt, locale), most: limit.most, days: limit.days })}
        </p>
      )}
      {limit && failed && nextRoundAt === null && <p className="dense">{t('rounds.may', { ...limit })}</p>}
      {refusedAt !== null && (
        <p className="dense">{t('rounds.refused', { when: dateAndTime(refusedAt, locale) })}</p>
      )}
    </>
  )
}
