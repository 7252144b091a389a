import type { SkillChance, TableProof } from '../../../domain/course/prove-table'
import { regionOf, textHook, useLocale } from '../../i18n'

export const useCourseText = textHook('studio-course')

const [WIDTH, HEIGHT] = [520, 260]
const [LEFT, RIGHT, TOP, BOTTOM] = [72, 16, 14, 46]

/** Returns a function that formats a share in percent, as exactly as the sentences about bars do. */
export function useShare(): (value: number) => string {
  const region = regionOf(useLocale())
  return (value) =>
    new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

/** Shows the chance to pass by skill: as a picture, in words and as a table. */
export function Chances({ table, certified }: { readonly table: TableProof; readonly certified: boolean }) {
  const t = useCourseText()
  const share = useShare()
  const region = regionOf(useLocale())
  const { skills, rounds } = table
  const widest = Math.max(...skills.map(({ dPrime }) => dPrime))
  const x = (dPrime: number) => LEFT + (dPrime / widest) * (WIDTH - LEFT - RIGHT)
  const y = (chance: number) => TOP + (1 - chance) * (HEIGHT - TOP - BOTTOM)
  const line = (of: (one: SkillChance) => number) =>
    skills
      .map((one, i) => `${i === 0 ? 'M' : 'L'}${x(one.dPrime).toFixed(1)} ${y(of(one)).toFixed(1)}`)
      .join(' ')
  const at = (dPrime: number) => share(skills.find((one) => one.dPrime === dPrime)?.allRounds ?? 0)
  const words = t('chart.words', { guess: at(0), hardly: at(0.5), well: at(2.5) })
  const number = new Intl.NumberFormat(region)
  return (
    <>
      <figure className="course-chart">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${t('chart')}. ${words}`}>
          {[0, 0.25, 0.5, 0.75, 1].map((chance) => (
            <g key={chance}>
              <line className="course-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(chance)} y2={y(chance)} />
              <text x={LEFT - 8} y={y(chance) + 4} textAnchor="end">
                {share(chance)}
              </text>
            </g>
          ))}
          {skills.map(({ dPrime }) => (
            <text key={dPrime} x={x(dPrime)} y={HEIGHT - BOTTOM + 18} textAnchor="middle">
              {number.format(dPrime)}
            </text>
          ))}
          <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 8} textAnchor="middle">
            {t('chart.x')}
          </text>
          <text x={-(TOP + HEIGHT - BOTTOM) / 2} y={14} transform="rotate(-90)" textAnchor="middle">
            {t('chart.y')}
          </text>
          <path className="course-one" d={line(({ oneRound }) => oneRound)} />
          <path className="course-all" d={line(({ allRounds }) => allRounds)} />
          {skills.map((one) => (
            <g key={one.dPrime}>
              <circle className="course-one" cx={x(one.dPrime)} cy={y(one.oneRound)} r={3.5} />
              <circle className="course-all" cx={x(one.dPrime)} cy={y(one.allRounds)} r={3.5} />
            </g>
          ))}
        </svg>
        <figcaption>
          <span className="course-key" data-line="all">
            {t('chart.all', { n: rounds.most })}
          </span>
          <span className="course-key" data-line="one">
            {t('chart.one')}
          </span>
        </figcaption>
      </figure>
      <p>{words}</p>
      {!certified && <p className="muted">{t('chart.practice')}</p>}
      <details>
        <summary>{t('table')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('table.skill')}</th>
              <th scope="col">{t('chart.one')}</th>
              <th scope="col">{t('chart.all', { n: rounds.most })}</th>
              <th scope="col">{t('table.contacts')}</th>
            </tr>
          </thead>
          <tbody>
            {skills.map(({ dPrime, oneRound, allRounds, contacts }) => (
              <tr key={dPrime}>
                <th scope="row">
                  {number.format(dPrime)}, {t(`skill.${dPrime as 0}`)}
                </th>
                <td>{share(oneRound)}</td>
                <td>{share(allRounds)}</td>
                <td>{new Intl.NumberFormat(region, { maximumFractionDigits: 1 }).format(contacts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
