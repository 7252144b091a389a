import type { Floor } from './floor'
import type { ToolAnswer } from './schema'
import { TextPlace, visitEntries, visitTexts, type VisitText } from './texts'
import { TOOLS } from './tools'
import { LEAD_STATES } from './vocabulary'

function answerTexts({ answer }: ToolAnswer, place: TextPlace, visit: VisitText): void {
  const at = place.at('answer', '')
  answer.forEach(({ text }, i) => visit(text, at.at(i, String(i + 1)).at('text')))
}

/**
 * Visits every text of a floor that a trainee reads. The ids are those that a scenario gives the same texts.
 * @param floor a parsed floor; it need not be free of issues
 * @param visit gets each text once with its place
 */
export function eachFloorText(floor: Floor, visit: VisitText): void {
  const root = new TextPlace()
  visitTexts(floor, ['title', 'hours'], root, visit)
  visitEntries(floor.leads, root.at('leads'), (lead, at) => {
    visitTexts(lead, ['name'], at, visit)
    visitTexts(lead.presence, LEAD_STATES, at.at('presence'), visit)
  })
  for (const [id, member] of Object.entries(floor.cast)) {
    visitTexts(member, ['name', 'handle', 'relation'], root.at('cast').at(id), visit)
  }
  visitEntries(floor.directory, root.at('directory'), (entry, at) =>
    visitTexts(entry, ['name', 'role', 'phone', 'mail', 'note'], at, visit),
  )
  visitEntries(floor.policies, root.at('policies'), (policy, at) =>
    visitTexts(policy, ['title', 'text'], at, visit),
  )
  for (const name of TOOLS) {
    const tool = floor.tools[name]
    if (!tool) continue
    const at = root.at('tools').at(name)
    if ('answer' in tool) answerTexts(tool, at, visit)
    else for (const state of LEAD_STATES) answerTexts(tool[state], at.at(state), visit)
  }
}
