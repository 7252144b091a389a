// Written by `npm run generate` from the folders beside this file.
/* oxlint-disable max-lines -- as long as there are texts */
import type { LocaleFacts } from './facts'
import type { Message } from './message'

/** The languages of the program, the first one first. */
export const LOCALES = ['en', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

export const FACTS: Readonly<Record<Locale, LocaleFacts>> = {
  en: {"name":"English","region":"en-GB","punctuation":"close"},
  fr: {"name":"Français","region":"fr-FR","punctuation":"spaced"},
}

/**
 * Reads the texts of an area in the first language, whose keys are those of every language. Behind each area is a sum of
 * its keys: a build that only compiles what changed looks at keys again when this module changes, not when they do.
 */
const FIRST = {
  app: () => import('./en/app.json'), // a064a952
  attention: () => import('./en/attention.json'), // 308dce11
  audit: () => import('./en/audit.json'), // 96f7144e
  certificates: () => import('./en/certificates.json'), // a6dddb69
  checks: () => import('./en/checks.json'), // 754bcbf4
  cli: () => import('./en/cli.json'), // 23d3465f
  credential: () => import('./en/credential.json'), // 504baf67
  debrief: () => import('./en/debrief.json'), // 7941ecd2
  dialogs: () => import('./en/dialogs.json'), // 01ad399c
  errors: () => import('./en/errors.json'), // 7a3e3325
  exchange: () => import('./en/exchange.json'), // f8d56726
  export: () => import('./en/export.json'), // 29d0d198
  filter: () => import('./en/filter.json'), // 2ce6ad0e
  glossary: () => import('./en/glossary.json'), // 9f265a46
  import: () => import('./en/import.json'), // 9b60c9b9
  issues: () => import('./en/issues.json'), // e9482482
  menu: () => import('./en/menu.json'), // aea713f4
  papers: () => import('./en/papers.json'), // 013b19f6
  people: () => import('./en/people.json'), // f86aa296
  person: () => import('./en/person.json'), // 613a6c84
  places: () => import('./en/places.json'), // 03cc04a2
  player: () => import('./en/player.json'), // 0fa834fc
  proof: () => import('./en/proof.json'), // 6eebb2b4
  'record-store': () => import('./en/record-store.json'), // 2b6ca29b
  records: () => import('./en/records.json'), // 16f35f0e
  report: () => import('./en/report.json'), // daf3bbc6
  restore: () => import('./en/restore.json'), // b77b7676
  results: () => import('./en/results.json'), // 8626b19e
  review: () => import('./en/review.json'), // feae3045
  'sign-in': () => import('./en/sign-in.json'), // 420e117a
  studio: () => import('./en/studio.json'), // 9a109594
  'studio-changes': () => import('./en/studio-changes.json'), // b1be4bbe
  'studio-commands': () => import('./en/studio-commands.json'), // 422e5710
  'studio-compare': () => import('./en/studio-compare.json'), // f014435d
  'studio-course': () => import('./en/studio-course.json'), // ac01ef11
  'studio-fields': () => import('./en/studio-fields.json'), // a6679af4
  'studio-fixes': () => import('./en/studio-fixes.json'), // c6d21620
  'studio-guide': () => import('./en/studio-guide.json'), // 8a9fd27c
  'studio-issues': () => import('./en/studio-issues.json'), // 77983a08
  'studio-map': () => import('./en/studio-map.json'), // 388bf3d7
  'studio-media': () => import('./en/studio-media.json'), // a0d5cc75
  'studio-packages': () => import('./en/studio-packages.json'), // d7a7b997
  'studio-plans': () => import('./en/studio-plans.json'), // 4a42dd18
  'studio-proof': () => import('./en/studio-proof.json'), // e1917d93
  'studio-review': () => import('./en/studio-review.json'), // 880e705d
  'studio-search': () => import('./en/studio-search.json'), // c293675a
  'studio-source': () => import('./en/studio-source.json'), // dc8a9dca
  'studio-templates': () => import('./en/studio-templates.json'), // f3878d75
  'test-plans': () => import('./en/test-plans.json'), // 9193ff6d
  translations: () => import('./en/translations.json'), // 13ccefee
}
type First = typeof FIRST

/** Every area. */
export const AREAS = ['app', 'attention', 'audit', 'certificates', 'checks', 'cli', 'credential', 'debrief', 'dialogs', 'errors', 'exchange', 'export', 'filter', 'glossary', 'import', 'issues', 'menu', 'papers', 'people', 'person', 'places', 'player', 'proof', 'record-store', 'records', 'report', 'restore', 'results', 'review', 'sign-in', 'studio', 'studio-changes', 'studio-commands', 'studio-compare', 'studio-course', 'studio-fields', 'studio-fixes', 'studio-guide', 'studio-issues', 'studio-map', 'studio-media', 'studio-packages', 'studio-plans', 'studio-proof', 'studio-review', 'studio-search', 'studio-source', 'studio-templates', 'test-plans', 'translations'] as const
export type Area = keyof First

/** The values of the texts that need some. */
interface Values {
  app: {
    'field.too-long': { max: number }
    'learn.about': { channel: string | number; minutes: number }
    'learn.progress': { done: number; all: number }
    'learn.minutes-left': { minutes: number }
    'learn.round': { round: number }
    'learn.pass-rule': { hits: string | number; alarms: string; share: string | number }
    'learn.pass-rule.all': { alarms: string; share: string | number }
    'learn.pass-rule.reports': { share: string | number }
    'learn.pass-rule.sequential': { least: number; most: number }
    'learn.label': { label: string | number; course: string | number }
    'learn.shared': { count: number; courses: string | number }
    'learn.shared.course': { title: string | number }
    'learn.result': { hits: number; attacks: number; served: number; legitimate: number }
    'learn.result.renew.meanwhile': { date: string | number }
    'learn.result.stays': { date: string | number }
    'learn.contacts': { count: number }
    'learn.contact': { number: number; most: number }
    'learn.draw.next': { number: number; most: number }
    'learn.result.waits': { when: string | number }
    'learn.state.open': { channel: string | number; minutes: number }
    'learn.outcome.score': { outcome: string | number; score: number }
    'learn.practise.what': { title: string | number }
    'learn.look-back.what': { title: string | number }
    'learn.course.due': { date: string | number }
    'learn.course.late': { date: string | number }
    'learn.course.what': { action: string | number; title: string | number }
    'learn.due.in': { days: number }
    'learn.due.since': { days: number }
    'learn.certificate.valid': { date: string | number }
    'learn.certificate.expired': { date: string | number }
    'learn.certificate.open-what': { title: string | number }
    'certificate.saved': { file: string | number }
    'certificate.completed': { course: string | number; contacts: number }
    'certificate.shown.share': { part: number; all: number }
    'certificate.logo': { organisation: string | number }
    'certificate.of-100': { score: number }
    'settings.version': { version: string | number }
    'state.database-set-aside': { detail: string | number }
    'state.records-restored': { detail: string | number }
    'state.clock-ahead': { shown: string | number; believed: string | number }
    'state.clock-behind': { shown: string | number; believed: string | number }
    'state.scenario-refused': { detail: string | number }
    'state.course-refused': { detail: string | number }
    'state.floor-refused': { detail: string | number }
    'state.issue.warning': { sentence: string | number }
    'state.issue.more': { more: number }
    'opened.waits': { file: string | number }
    'opened.not-yours': { file: string | number }
  }
  attention: {
    intro: { day: string | number }
    'intro.no-results': { day: string | number }
    'team.show': { team: string | number }
    'team.title': { team: string | number }
    'why.late': { day: string | number }
    'why.due': { day: string | number }
    'why.expired': { day: string | number }
    'why.expires': { day: string | number }
    more: { n: number }
    'calendar.saved': { file: string | number; dates: number }
    'calendar.due': { course: string | number }
    'calendar.who': { n: string | number; names: string | number }
    'calendar.more': { n: string | number }
    'reminder.title': { team: string | number }
    'reminder.to.hint': { missing: number }
    'mail.subject': { courses: number }
    'mail.line': { course: string | number; day: string | number }
    'mail.line.late': { course: string | number }
    'mail.line.again': { course: string | number }
    'mail.line.certificate': { course: string | number }
  }
  audit: {
    'audit.whole': { n: number; at: string | number }
    'audit.saved': { file: string | number; n: number }
    'audit.records.done': { altered: number; attempts: number }
    'audit.named.certificate': { name: string | number }
    'audit.named.device': { name: string | number }
    'audit.pair': { what: string | number; value: string | number }
    'audit.value.months': { n: number }
    'fault.changed': { seq: string | number }
    'fault.broken': { seq: string | number }
    'fault.missing': { seq: string | number }
    'fault.reordered': { seq: string | number }
    'fault.rewritten': { seq: string | number }
    'fault.truncated': { seq: string | number }
    'fault.head-altered': { seq: string | number }
    'fault.other-key': { seq: string | number }
    'fault.unreadable': { seq: string | number }
  }
  certificates: {
    'back-to-person': { name: string | number }
    'page.revoked': { date: string | number }
    'page.superseded': { date: string | number }
    'page.expired': { date: string | number }
    'page.expires-soon': { date: string | number }
    'list.range': { from: string | number; to: string | number; total: string | number }
    'list.all': { n: number }
    'open-what': { id: string | number; name: string | number }
    'reissue-what': { id: string | number; name: string | number }
    'revoke-what': { id: string | number; name: string | number }
    'issue.waiting': { count: number }
    'issue.go': { count: number }
    'unprintable.title': { count: number }
    'unprintable.name': { name: string | number; number: string | number; course: string | number; characters: string | number }
    'unprintable.organisation': { course: string | number; characters: string | number }
    'unprintable.course': { course: string | number; characters: string | number }
    'unprintable.signatory': { course: string | number; characters: string | number }
    'unprintable.contact': { course: string | number; characters: string | number }
    'unprintable.more': { count: number }
    'export-revocations.done': { file: string | number; count: number }
    'status-list.saved': { file: string | number; address: string | number }
    'job.issue.running': { done: string | number; total: string | number }
    'job.save.running': { done: string | number; total: string | number }
    'job.issue.done': { count: number }
    'job.save.done': { count: number; folder: string | number }
    'job.issue.cancelled': { count: number }
    'job.save.cancelled': { count: number; folder: string | number }
    'job.issue.failed': { count: number }
    'job.save.failed': { count: number; folder: string | number }
    'job.skipped': { count: number }
    'revoke.text': { name: string | number; id: string | number }
    'revoke.done': { id: string | number }
    'reissue.text': { name: string | number; id: string | number }
    'reissue.done': { id: string | number }
    'verify.list.chosen': { file: string | number }
    'verify.text.valid-by-list': { date: string | number }
    'verify.text.expired': { date: string | number }
    'verify.text.not-yet-valid': { date: string | number }
    'verify.text.revoked': { date: string | number }
    'verify.text.superseded': { date: string | number }
    'verify.several': { count: number }
    'verify.result.text': { score: string | number; hits: string | number; attacks: string | number; served: string | number; legitimate: string | number }
    'verify.dates.text': { from: string | number; until: string | number }
    'issuer.backup.done': { file: string | number }
  }
  cli: {
    'no-command': { command: string | number }
    'no-language': { language: string | number; known: string | number }
    'no-code': { language: string | number }
    unreadable: { file: string | number; code: string }
    'too-large': { file: string | number; megabytes: string | number }
    'name.files': { command: string | number }
    'name.scenario': { command: string | number }
    'name.document': { command: string | number }
    'name.provable': { command: string | number }
    'name.log': { command: string | number }
    'name.certificate': { command: string | number }
    'review.made': { file: string | number; size: string | number; scenario: string | number; version: string | number; hash: string | number }
    'name.list': { command: string | number }
    'file.ok': { file: string | number }
    'file.bad': { file: string | number }
    'play.no-language': { language: string | number; known: string | number }
    'play.not-possible': { event: string | number; scene: string | number; open: string | number }
    'play.passed': { disposition: string | number; score: string | number }
    'play.failed': { disposition: string | number; score: string | number }
    'play.open': { open: string | number }
    'play.flags': { flags: string | number }
    'texts.whole': { count: number; languages: string | number }
    'texts.lacking': { count: number; languages: string | number; lacking: number }
    'texts.format': { file: string | number }
    'texts.from': { language: string | number; known: string | number }
    'audit.changed': { seq: string | number }
    'audit.broken': { seq: string | number; before: string | number }
    'audit.missing': { seq: string | number }
    'audit.reordered': { seq: string | number }
    'audit.rewritten': { seq: string | number }
    'audit.truncated': { seq: string | number }
    'audit.unsigned': { seq: string | number }
    'audit.head-altered': { seq: string | number }
    'audit.other-key': { seq: string | number }
    'audit.unreadable': { seq: string | number }
    'audit.no-key': { did: string | number }
    'audit.signed': { entries: number; seq: string | number; at: string | number; signer: string | number }
    'audit.no-signature': { entries: number }
    'prove.scenes': { scenario: string | number; reachable: string | number; scenes: string | number; paths: string | number; lowest: string | number; highest: string | number }
    'prove.scenes.loops': { scenario: string | number; reachable: string | number; scenes: string | number; paths: string | number; lowest: string | number; highest: string | number }
    'prove.pass.yes': { critical: string | number; unsafe: string | number }
    'prove.pass.no': { critical: string | number; unsafe: string | number }
    'prove.difficulty': { difficulty: string | number; cues: string | number; premise: string | number; count: string | number; strength: string | number }
    'prove.difficulty.differs': { difficulty: string | number; amount: string | number }
    'prove.range': { lowest: string | number; highest: string | number }
    'prove.range.pass': { lowest: string | number; highest: string | number }
    'prove.bot': { score: string | number; disposition: string | number }
    'prove.bot.passes': { score: string | number; disposition: string | number }
    'verify.reason.too-large': { most: string | number }
    'verify.reason.unpacks-to-too-much': { unpacked: string | number }
    'verify.expired': { day: string | number }
    'verify.not-yet-valid': { day: string | number; at: string | number }
    'verify.superseded': { day: string | number }
    'verify.revoked-listed': { at: string | number }
    'verify.revoked': { day: string | number }
    'verify.list-at': { address: string | number }
    'verify.not-listed': { at: string | number }
    'verify.also': { name: string | number }
    'verify.result': { score: string | number; hits: string | number; attacks: string | number; served: string | number; legitimate: string | number }
    'verify.validity': { from: string | number; until: string | number }
    'verify.issuer': { issuer: string | number }
    'verify.no-list-file': { file: string | number }
    'verify.no-issuer': { issuer: string | number }
    'verify.other-issuer': { file: string | number; issuer: string | number; wanted: string | number }
    'run.ok': { name: string | number }
    'run.bad': { name: string | number }
    'no-option': { option: string | number }
    'option-value': { option: string | number }
    there: { file: string | number }
    'import.refused': { file: string | number; code: string | number; why: string | number }
    'import.done': { file: string | number; draft: string | number }
    'import.with-media': { count: number; folder: string | number }
    'import.at': { place: string | number; sentence: string | number }
    unwritable: { file: string | number; code: string }
    'pack.done': { file: string | number; count: number }
    'pack.too-large': { megabytes: string | number }
    'pack.not-json': { file: string | number }
  }
  credential: {
    'fixed.description': { title: string | number; contacts: string | number }
    'fixed.criteria': { hits: number; falseAlarms: number }
    'sequential.description': { title: string | number; contacts: string | number }
    'sequential.criteria': { contacts: string | number }
    reports: { share: number }
    rule: { name: string | number; version: string | number; rounds: string | number; days: string | number; hardly: number; hardlyPasses: number; well: number; wellPasses: number }
    ask: { organisation: string | number }
    'ask.contact': { organisation: string | number; contact: string | number }
  }
  debrief: {
    next: { title: string | number }
    points: { pass: string | number }
    exchanges: { count: number }
    decisions: { count: number }
    given: { count: number }
    scene: { title: string | number; time: string | number }
    earned: { points: number; possible: number }
    'cues.warning': { truth: string }
    'cues.reassuring': { truth: string }
    'left.counts': { outcome: string }
    'scoring.older': { version: string | number; today: string | number }
    'cost.handling': { time: string | number; target: string | number }
    'cost.queue': { now: number; before: string | number }
    'cost.adherence': { share: number }
    'cost.time': { time: string | number }
    'cost.more-waiting': { n: string | number }
  }
  dialogs: {
    'save.auditLog.name': { mark: string | number }
    'save.certificate.name': { mark: string | number }
    'save.badge.name': { mark: string | number }
    'save.credential.name': { mark: string | number }
    'save.revocations.name': { mark: string | number }
    'save.statusList.name': { mark: string | number }
    'save.issuerKey.name': { mark: string | number }
    'save.personFile.name': { mark: string | number }
    'save.refusedStatements.name': { mark: string | number }
    'save.rosterFaults.name': { mark: string | number }
    'save.records.name': { mark: string | number }
    'save.completion.name': { mark: string | number }
    'save.statements.name': { mark: string | number }
    'save.dueDates.name': { mark: string | number }
    'save.document.name': { mark: string | number }
    'save.reviewPack.name': { mark: string | number }
    'save.texts.name': { mark: string | number }
    'save.package.name': { mark: string | number }
  }
  exchange: {
    'role.device': { organisation: string | number }
    'make.saved': { file: string | number }
    'take.read': { organisation: string | number; courses: number; people: number; date: string | number }
    'take.code': { code: string | number }
    'folder.problem.other': { code: string | number }
    'last.at': { at: string | number }
    'take.files.done': { imported: number; known: number; notTaken: number }
    'own.waiting.n': { n: number }
    'own.latest.n': { number: string | number; at: string | number }
    'own.latest.unwritten': { number: string | number }
    'requests.asked': { at: string | number }
    'devices.gaps': { n: number; list: string | number }
    'devices.revoked': { at: string | number }
    'devices.revoke.title': { name: string | number }
    'problems.from': { device: string | number; number: string | number }
    'problems.unnamed': { file: string | number }
    'who.text': { number: string | number; ours: string | number; theirs: string | number }
    'file.read': { organisation: string | number; code: string | number }
  }
  export: {
    progress: { done: number; total: number }
    done: { rows: number; file: string | number }
    altered: { n: number }
    unsealed: { n: number }
    'left-out': { n: number; list: string | number }
    'left-out.altered': { n: number }
    'left-out.rounds': { n: number; list: string | number }
  }
  filter: {
    search: { text: string | number }
    teams: { list: string | number }
    sites: { list: string | number }
    courses: { list: string | number }
    statuses: { list: string | number }
    from: { day: string | number }
    to: { day: string | number }
    between: { from: string | number; to: string | number }
    'score.from': { percent: string | number }
    'score.to': { percent: string | number }
    'score.between': { from: string | number; to: string | number }
    below: { competency: string | number; percent: string | number }
  }
  import: {
    'note.macro': { text: string | number }
    'note.style': { text: string | number }
    'note.element': { text: string | number }
    'note.condition': { instead: string; text: string | number }
    'note.variable': { text: string | number }
    'note.print': { text: string | number }
    'note.script': { text: string | number }
    'note.special': { text: string | number }
    'note.dead-link': { text: string | number; instead: string | number }
    'note.open-link': { text: string | number }
    'note.open-jump': { text: string | number }
    'note.outside-link': { text: string | number }
    'note.duplicate': { instead: string | number }
    'note.no-start': { text: string; instead: string | number }
    'note.continue': { instead: string | number }
    'note.no-text': { instead: string | number }
    'note.ways': { text: string | number }
    'note.chance': { text: string | number }
    'note.outer-function': { text: string | number }
    'note.tag': { text: string | number }
    'note.content': { text: string | number }
    'note.media': { text: string | number }
    'note.media-words': { instead: string | number }
    'note.score': { text: string | number }
    'note.speakers': { text: string | number }
    'note.language': { instead: string | number }
    'note.endings': { instead: number }
    'refused.too-large': { megabytes: string | number }
    'refused.too-many-passages': { most: string | number }
    'refused.ink-error': { line: string | number; message: string | number }
    'refused.ink-include': { line: string | number; file: string | number }
    'refused.ink-version': { version: string | number }
    'refused.zip-name': { name: string | number }
    'refused.zip-too-much': { megabytes: string | number }
    'refused.no-content': { name: string | number }
    'refused.content-not-json': { name: string | number }
    'refused.not-branching': { library: string }
    'refused.bad-language': { language: string | number }
    'refused.package-media': { name: string | number }
  }
  issues: {
    'id-differs': { id: string | number; file: string | number }
    'not-json.text-open': { json: string | number }
    'not-json.tab-in-text': { json: string | number }
    'not-json.sign-in-text': { json: string | number; sign: string | number }
    'not-json.unicode-escape': { json: string | number }
    'not-json.backslash': { json: string | number; sign: string | number }
    'not-json.text-never-closed': { json: string | number }
    'not-json.comment': { json: string | number }
    'not-json.merge-marks': { json: string | number }
    'not-json.single-quote': { json: string | number; quote: string | number }
    'not-json.curly-quote': { json: string | number; quote: string | number }
    'not-json.sign-between': { json: string | number; sign: string | number }
    'not-json.leading-zero': { json: string | number; number: string | number }
    'not-json.plus': { json: string | number }
    'not-json.point-first': { json: string | number }
    'not-json.digit-missing': { json: string | number }
    'not-json.no-number': { json: string | number; word: string | number }
    'not-json.list-comma': { json: string | number }
    'not-json.group-comma': { json: string | number }
    'not-json.two-commas': { json: string | number }
    'not-json.comma-first': { json: string | number }
    'not-json.decimal-comma': { json: string | number }
    'not-json.value-missing': { json: string | number; sign: string | number }
    'not-json.value-of-missing': { json: string | number; name: string | number; sign: string | number }
    'not-json.no-value': { json: string | number; sign: string | number }
    'not-json.word-written': { json: string | number; word: string | number; written: string | number }
    'not-json.not-a-value': { json: string | number; word: string | number }
    'not-json.unquoted': { json: string | number; word: string | number }
    'not-json.name-unquoted': { json: string | number; word: string | number }
    'not-json.name-not-sign': { json: string | number; sign: string | number }
    'not-json.still-open': { json: string | number; letter: string | number; sort: string; openLine: string | number; openColumn: string | number; close: string | number }
    'not-json.comma-expected': { json: string | number; letter: string | number }
    'not-json.text-closed': { json: string | number }
    'not-json.comma-missing': { json: string | number }
    'not-json.file-ends': { json: string | number }
    'not-json.file-ends-open': { json: string | number; sort: string; openLine: string | number; openColumn: string | number; close: string | number; around: string }
    'not-json.colon-missing': { json: string | number; name: string | number; sign: string | number }
    'not-json.one-too-many': { json: string | number; letter: string | number }
    'not-json.document-ended': { json: string | number }
    'double-name': { name: string | number; line: string | number; column: string | number }
    'newer-format': { format: string | number }
    'too-deep': { deepest: string | number }
    'reserved-id': { place: string | number; id: string | number }
    'bad-id.dot': { place: string | number; id: string | number }
    'bad-id.beginning': { place: string | number; id: string | number }
    'bad-id.letters': { place: string | number; id: string | number }
    'bad-id.machine': { id: string | number; scenario: string | number }
    'missing.key': { place: string | number; name: string | number }
    'missing.action-type': { place: string | number }
    'missing.first-scene': { where: string | number }
    'missing.disposition': { where: string | number }
    'missing.debrief': { where: string | number }
    'missing.meta': { where: string | number }
    'missing.format': { format: string | number }
    'missing.tool-object': { where: string | number; choice: string | number; tool: string | number; object: string | number }
    'unknown-key': { place: string | number; key: string | number }
    'unknown-action': { place: string | number; action: string | number; known: string | number }
    'unknown-guard': { place: string | number; guard: string | number; known: string | number }
    'wrong-type.object': { place: string | number; called: string | number }
    'wrong-type.array': { place: string | number; called: string | number }
    'wrong-type.string': { place: string | number; called: string | number }
    'wrong-type.number': { place: string | number; called: string | number }
    'wrong-type.int': { place: string | number; called: string | number }
    'wrong-type.boolean': { place: string | number; called: string | number }
    'wrong-type.media': { place: string | number; called: string | number }
    'wrong-type.other': { place: string | number; called: string | number; expected: string | number }
    'bad-value.form': { place: string | number; called: string | number }
    'bad-value.empty': { place: string | number; called: string | number }
    'bad-value.infinite': { place: string | number; called: string | number }
    'bad-value.other': { place: string | number; called: string | number }
    'bad-value.delay': { place: string | number; delay: string | number; shortest: string | number; longest: string | number }
    'bad-value.delay-unit': { place: string | number; delay: string | number; shortest: string | number; longest: string | number; meant: string | number }
    'bad-value.language': { place: string | number; language: string | number }
    'bad-value.choice': { place: string | number; value: string | number; name: string | number; possible: string | number }
    'bad-value.unfit': { place: string | number; value: string | number; called: string | number }
    'bad-value.date': { place: string | number; value: string | number; called: string | number }
    'bad-value.version': { place: string | number; value: string | number; called: string | number }
    'bad-value.file': { place: string | number; value: string | number; called: string | number }
    'bad-value.sha256': { place: string | number; value: string | number; called: string | number }
    'bad-value.too-small': { place: string | number; called: string | number; least: string | number }
    'bad-value.too-few': { place: string | number; called: string | number; least: string | number }
    'bad-value.too-large': { place: string | number; called: string | number; most: string | number }
    'bad-value.points': { where: string | number; points: string | number; of: string | number }
    'dangling-initial.no-scenes': { where: string | number }
    'dangling-initial.unknown': { where: string | number; initial: string | number }
    'dangling-target.unknown': { where: string | number; move: string | number; target: string | number }
    'dangling-target.without-dot': { where: string | number; move: string | number; target: string | number }
    'duplicate-id.beat': { where: string | number; id: string | number }
    'duplicate-id.desk': { id: string | number }
    'duplicate-id.field': { customer: string | number; id: string | number }
    'unknown-cast.speaker': { where: string | number; id: string | number }
    'unknown-cast.contact': { where: string | number; id: string | number }
    'unknown-cue': { where: string | number; cue: string | number }
    'unknown-customer': { where: string | number; choice: string | number; customer: string | number }
    'unknown-field.named': { where: string | number; choice: string | number; field: string | number; customer: string | number }
    'unknown-field.disclosed': { where: string | number; field: string | number; customer: string | number }
    'unknown-contact': { where: string | number; choice: string | number; contact: string | number }
    'unknown-policy': { where: string | number; choice: string | number; policy: string | number }
    'flag-never-raised.critical': { flag: string | number }
    'flag-never-raised.guard': { where: string | number; flag: string | number }
    'counter-never-counted': { where: string | number; counter: string | number }
    'cue-never-shown': { cue: string | number }
    'field-not-masked': { where: string | number; choice: string | number; field: string | number }
    'unused-object': { where: string | number; choice: string | number; object: string | number; tool: string | number }
    'branch-never-taken': { where: string | number; move: string | number }
    'no-effect.policy': { where: string | number; move: string | number }
    'no-effect.price': { where: string | number }
    'no-effect.other': { where: string | number; move: string | number }
    'choice-invisible': { where: string | number; choice: string | number }
    'not-an-ending': { where: string | number }
    'nested-ending': { where: string | number }
    'ending-goes-on': { where: string | number }
    'nothing-to-show': { where: string | number }
    'several-time-limits': { where: string | number }
    'critical-lowered': { where: string | number; flag: string | number }
    'missing-translation': { language: string | number }
    'stray-translation': { language: string | number }
    'unwritten.plain': { place: string | number; words: string | number }
    'unwritten.translated': { place: string | number; language: string | number; words: string | number }
    'unknown-placeholder': { placeholder: string | number; known: string | number }
    'placeholder-not-here': { placeholder: string | number }
    'control-character.other': { unicode: string | number }
    'phrase-not-in-text': { where: string | number; beat: string | number; phrase: string | number; language: string | number }
    'media-kind': { where: string | number; file: string | number }
    'unknown-media.not-there': { where: string | number; file: string | number }
    'unknown-media.unreadable': { where: string | number; file: string | number }
    'media-too-large': { where: string | number; file: string | number; megabytes: number; most: number }
    'media-content': { where: string | number; file: string | number; ending: string | number }
    'media-changed': { where: string | number; file: string | number }
    'unreachable-scene.no-way': { where: string | number }
    'unreachable-scene.guards': { where: string | number }
    'no-way-out.no-ending': { where: string | number }
    'no-way-out.stuck': { where: string | number }
    'no-safe-exit': { where: string | number }
    'endless-steps': { where: string | number; move: string | number }
    'endless-points': { where: string | number; move: string | number }
    'too-many-situations.for-loops': { most: number }
    'too-many-situations.for-all': { most: number }
    'unknown-scenario.module': { scenario: string | number; file: string | number }
    'unknown-scenario.plan': { scenario: string | number; file: string | number }
    'scenario-invalid': { scenario: string | number }
    'choice-not-offered.now': { run: string | number; number: number; choice: string | number; scene: string | number; open: string }
    'choice-not-offered.ended': { run: string | number; scene: string | number; number: number; choice: string | number }
    'attack-share': { share: number }
    'habit-passes': { count: string | number; share: number }
    'habit-close': { least: string | number; count: string | number }
    'guess-passes': { share: number }
    'words-pass': { count: string | number; share: number }
    'truth-leaks': { count: string | number; share: number }
    'passes-unskilled.alone': { share: number }
    'passes-unskilled.both': { share: number }
    'passes-unskilled.short-deck': { share: number }
    'fails-skilled.alone': { share: number }
    'fails-skilled.both': { share: number }
    'fails-skilled.short-deck': { share: number }
    'unknown-lead': { called: string | number; floor: string | number; lead: string | number }
    'unknown-floor.not-there': { called: string | number; floor: string | number }
    'unknown-floor.invalid': { called: string | number; floor: string | number }
    'floor-language': { called: string | number; floor: string | number; language: string | number }
    'own-policy': { called: string | number; floor: string | number }
    'look-decides.leads': { where: string | number; move: string | number }
    'look-decides.judges': { where: string | number; move: string | number }
    'report-unheard': { where: string | number }
    'few-replies': { where: string | number; replies: number; least: string | number }
    'many-replies': { where: string | number; replies: string | number; most: string | number }
    'tactic-without-cue': { called: string | number; tactic: string | number }
    'cue-without-tactic': { called: string | number; cue: string | number; tactic: string | number }
    'variant-names': { called: string | number; names: string | number; wanted: string | number }
    'variant-unused': { called: string | number; name: string | number }
    'twin-not-there': { called: string | number; twin: string | number }
    'twin-not-mutual': { called: string | number; twin: string | number }
    'twin-same-truth': { called: string | number; twin: string | number }
    'twin-differs.title': { called: string | number; twin: string | number }
    'twin-differs.summary': { called: string | number; twin: string | number }
    'twin-differs.minutes': { called: string | number; twin: string | number }
    'twin-differs.role': { called: string | number; twin: string | number }
    'twin-differs.said': { called: string | number; twin: string | number }
    'twin-differs.replies': { called: string | number; twin: string | number }
    'twin-differs.time': { called: string | number; twin: string | number }
    'twin-differs.desk': { called: string | number; twin: string | number }
    'twin-differs.tools': { called: string | number; twin: string | number }
  }
  papers: {
    course: { contacts: number }
    share: { part: string | number; all: string | number }
    of: { score: string | number }
    logo: { organisation: string | number }
  }
  people: {
    'courses.more': { n: number }
    'choose.one': { name: string | number }
    chosen: { n: number }
    'chosen.most': { n: number }
    range: { from: number; to: number; total: number }
    'range.all': { n: number }
    'edit.title': { name: string | number }
    'reset.none': { name: string | number }
    'secret.title': { name: string | number }
    'secret.text': { name: string | number }
    'courses.due': { date: string | number }
    'courses.withdraw.what': { title: string | number }
    'assign.to-one': { name: string | number }
    'assign.to-many': { n: number }
    'assign.more': { n: number }
    'assign.newcomers.some': { groups: string | number }
    'assign.done': { assigned: number }
    'assign.done.complete': { assigned: number; complete: number }
    'assign.withdrawn': { n: number }
    'rules.who': { groups: string | number }
    'rules.days': { days: number }
    'rules.end.what': { title: string | number }
    'roster.file': { file: string | number; rows: number; encoding: string | number }
    'roster.header.line': { line: number; text: string | number }
    'roster.guessed': { encoding: string | number }
    'roster.guessed.plain': { encoding: string | number }
    'roster.column.number': { n: number }
    'roster.added': { n: number }
    'roster.changed': { n: number }
    'roster.unchanged': { n: number }
    'roster.missing': { n: number }
    'roster.leaving': { n: number }
    'roster.strangers': { n: number }
    'roster.faulty': { n: number }
    'roster.returning': { n: number }
    'roster.fields.of': { field: string | number; n: number }
    'roster.words-here': { list: string | number }
    'roster.words-here.of': { word: string | number; n: number }
    'roster.merged': { fields: string | number }
    'roster.change': { field: string | number; before: string | number; after: string | number }
    'roster.list.more': { n: number }
    'roster.faults.first': { n: number }
    'roster.fault.stray-quote': { value: string | number }
    'roster.fault.unclosed-quote': { value: string | number }
    'roster.fault.too-many-cells': { value: string | number }
    'roster.fault.too-few-cells': { value: string | number }
    'roster.fault.line-break': { value: string | number }
    'roster.fault.number-zeros': { value: string | number; like: string | number }
    'roster.fault.name-none': { value: string | number }
    'roster.fault.name-note': { value: string | number }
    'roster.fault.unreadable': { value: string | number }
    'roster.fault.number-shape': { value: string | number }
    'roster.fault.number-decimals': { value: string | number }
    'roster.fault.number-date': { value: string | number }
    'roster.fault.number-grouped': { value: string | number; like: string | number }
    'roster.fault.number-forms': { value: string | number; like: string | number }
    'roster.fault.number-twice': { value: string | number; other: string | number }
    'roster.fault.email-shape': { value: string | number }
    'roster.fault.too-long': { value: string | number }
    'roster.fault.manager-unknown': { value: string | number }
    'roster.fault.manager-faulty': { value: string | number; other: string | number }
    'roster.fault.manager-cycle': { value: string | number }
    'roster.fault.manager-left': { value: string | number }
    'roster.fault.status-date': { value: string | number }
    'roster.fault.status-no-day': { value: string | number }
    'roster.faults-saved': { file: string | number; rows: number }
    'roster.mark-left': { n: number }
    'roster.mark-leavers': { n: number }
    'roster.staff-leaving': { n: number; names: string | number }
    'roster.take-back': { n: number }
    'roster.staff-gone': { n: number; names: string | number }
    'roster.go': { n: number }
    'roster.go.good': { n: number }
    'roster.done': { added: number; changed: number; returned: number; left: number }
  }
  person: {
    'certificate.open': { id: string | number }
    'details.none': { field: string }
    left: { date: string | number }
    'rounds.of': { title: string | number }
    'rounds.number': { round: number }
    'rounds.set-aside': { round: number; n: number }
    'rounds.other-version': { round: number; versions: string | number }
    'rounds.waits': { when: string | number; most: number; days: number }
    'rounds.may': { most: number; days: number }
    'rounds.refused': { when: string | number }
    'attempts.last': { shown: number; all: number }
    'attempts.open': { title: string | number; date: string | number }
    'data.saved': { file: string | number }
    'erase.title': { name: string | number }
    'erase.ask': { number: string | number }
    'erase.done': { attempts: number; credentials: number }
    'erase.delivered': { n: number }
    'replay.back': { name: string | number }
    'replay.of': { name: string | number; date: string | number }
    'replay.position': { step: number; steps: number }
    'replay.took': { seconds: number }
    'replay.tools': { tools: string | number }
    'replay.looked': { what: string | number }
    'replay.used': { what: string | number }
    'replay.version': { version: string | number }
    'replay.scoring': { version: string | number }
    'retention.months': { n: number }
    'retention.ask.title': { n: number }
  }
  places: {
    'where.scene': { scene: string | number }
    'place.scene': { scene: string | number }
    'place.choice': { scene: string | number; choice: string | number }
    'place.own-choice': { choice: string | number }
    'called.name': { name: string | number }
    'called.entry': { number: string | number; list: string | number }
    'move.choice': { choice: string | number }
    json: { line: string | number; column: string | number }
    'sign.shown': { sign: string | number }
    'sign.unseen': { sign: string | number }
  }
  player: {
    'role.agent': { name: string | number }
    'role.customer': { name: string | number }
    'role.supervisor': { name: string | number }
    place: { number: number; drawn: string; of: number }
    'media.at': { at: string | number; length: string | number }
    typing: { name: string | number }
    speaking: { name: string | number }
    'ask.to': { name: string | number }
    'time-left': { seconds: string | number }
    'time-limit': { seconds: number }
    'nothing-happened': { tool: string | number }
    'workload.handling.target': { time: string | number }
    'workload.queue.target': { most: string | number }
    'workload.adherence.target': { least: number }
    'workload.percent': { share: number }
    'tool.on': { tool: string | number; object: string | number }
    used: { tool: string | number }
    'used.on': { tool: string | number; object: string | number }
  }
  proof: {
    share: { share: number }
    habits: { habits: number; orders: number; right: string | number }
    habit: { tools: string | number; mode: string | number; reply: string | number }
    'habit.plain': { reply: string | number }
    'habit.then': { first: string | number; second: string | number }
    'decisive.right': { presses: string | number }
    'decisive.wrong': { presses: string | number }
    'stand-out.length.more': { own: number; others: number }
    'stand-out.length.less': { own: number; others: number }
    few: { scenes: string | number }
    'title.course': { course: string | number; contacts: number; share: number }
    'part.habits': { passing: number; habits: number; rounds: number; orders: number; locales: string | number }
    'habit.row': { passed: string | number; right: string | number; short: number; habit: string | number; locale: string | number }
    'part.guess': { anything: string | number; rounds: number; replies: string | number }
    'part.words': { passing: number; habits: number }
    'bot.row': { bot: string | number; hits: number; attacks: number; alarms: number; legitimate: number; result: string }
    'part.leaks': { contacts: number; twins: number }
    'leak.row': { right: string | number; what: string | number; by: string | number; locale: string | number }
    'table.head': { rounds: number }
    'table.small-pool': { pool: number; wanted: number; chance: string | number; full: string | number }
    'seen.channel': { name: string | number }
    'seen.role': { name: string | number }
    'seen.desk': { name: string | number }
    'seen.policy': { name: string | number }
    'seen.record-tool': { name: string | number }
    'seen.tool': { name: string | number }
    'part.contacts-proven': { proven: number; contacts: number }
  }
  'record-store': {
    leftover: { count: number }
    'earlier.hint': { count: number }
    'state.refused': { refused: number }
    'state.sending': { count: number }
    'state.waiting': { count: number }
    'state.paused': { count: number }
    'state.stopped': { count: number }
    'fact.earlier.of': { done: number; total: number }
    'disconnect.text': { count: number }
    'refused.title': { count: number }
    'refused.statement': { verb: string | number }
    'refused.exported': { count: number; file: string | number }
    'refused.more': { shown: number }
  }
  records: {
    'filter.chosen': { what: string | number; chosen: string | number }
    'filter.many': { n: number }
    'filter.score.between': { from: number; to: number }
    'filter.score.least': { from: number }
    'filter.score.most': { to: number }
    'filter.competency.chosen': { name: string | number; below: number }
    'filter.shown': { shown: number; all: number }
    'filter.shown.attempts': { more: string; n: number }
    'period.since': { from: string | number }
    'period.until': { to: string | number }
    'period.between': { from: string | number; to: string | number }
    'views.use': { name: string | number }
    'views.rename.of': { name: string | number }
    'views.delete.of': { name: string | number }
    'views.saved': { name: string | number }
    'views.deleted': { name: string | number }
    'figure.people': { n: number }
    'figure.people.rows': { n: number; rows: number }
    'figure.complete': { share: string | number }
    'figure.complete.over': { share: string | number; expired: number; both: string; revoked: number }
    'figure.under-way': { open: number }
    'figure.under-way.failed': { open: number; failed: number }
    'figure.interval': { low: string | number; high: string | number }
    'figure.interval.explained': { low: string | number; high: string | number }
    'over-time.summary': { complete: number; all: number; day: string | number; lately: number }
    'row.of': { n: number; all: number }
    'row.until': { day: string | number }
    'row.done': { n: number; all: number }
    'row.again': { round: number }
    'row.critical': { n: number }
    'row.weakest': { competency: string | number }
    'outcome.critical': { outcome: string | number }
    'pages.range': { from: number; to: number }
    'filter.shown.days': { more: string; n: number }
    'rules.version': { version: string | number }
    'privacy.notice': { n: number }
  }
  report: {
    'rule.version': { version: string | number }
    'too-small': { people: number }
    interval: { low: string | number; high: string | number }
    page: { page: string | number; pages: string | number }
    people: { people: number; rows: number }
  }
  restore: {
    detail: { detail: string | number }
    'list.folder': { folder: string | number }
    'backup.daily': { day: string | number }
    'backup.before-update': { day: string | number }
    'backup.copy': { day: string | number; file: string | number }
    'ask.title': { day: string | number }
  }
  results: {
    'not-released': { smallest: string | number }
    'released-note': { until: string | number; smallest: string | number }
    people: { n: number }
    attempts: { n: number }
    missed: { interval: string | number }
    'turned-away': { interval: string | number }
    critical: { n: number }
    of: { count: number; total: number }
    interval: { low: string | number; high: string | number }
    'share-of': { value: string | number; count: string | number; total: string | number; low: string | number; high: string | number }
    'apart.text': { value: string | number; low: string | number; high: string | number }
    'lean.text': { value: string | number; low: string | number; high: string | number }
  }
  review: {
    of: { version: string | number; date: string | number }
    'of.hash': { hash: string | number }
    'language.interface': { name: string | number }
    'save.n': { n: number }
    saved: { file: string | number }
    'comment.on': { what: string | number }
    facts: { truth: string | number; role: string | number; minutes: number; pass: number }
    tactics: { tactics: string | number }
    'cues.in': { cues: string | number }
    'scene.n': { n: string | number }
    'ending.counts': { disposition: string | number }
    tool: { tool: string | number }
    time: { seconds: number }
    points: { points: string | number; of: string | number; competency: string | number }
    price: { seconds: string | number }
    raises: { flags: string | number }
    lowers: { flags: string | number }
    leads: { scene: string | number }
    'only-if': { condition: string | number }
    'condition.flag': { flag: string | number }
    'condition.not': { condition: string | number }
    'condition.all': { conditions: string | number }
    'condition.least': { counter: string | number; n: string | number }
    'condition.below': { counter: string | number; n: string | number }
    'play.where': { scene: string | number }
    foot: { title: string | number; version: string | number; hash: string | number; date: string | number }
  }
  'sign-in': {
    'passphrase.rule': { least: string | number }
    'passphrase.more': { left: number }
    'pin.rule': { least: string | number }
    'show.what': { field: string | number }
    'hide.what': { field: string | number }
    'fault.too-short.passphrase': { least: number }
    'fault.too-short.pin': { least: number }
    'fault.too-long': { most: number }
    'wait.seconds': { n: number }
    'wait.minutes': { n: number }
    'code.made': { date: string | number }
    'lock.text': { name: string | number }
    'lock.other': { name: string | number }
    'earlier.given': { by: string | number; day: string | number }
    'earlier.given.somebody': { day: string | number }
    'earlier.closed': { day: string | number; by: string }
    'recovery.made': { date: string | number }
    'organisation.lock.minutes': { n: number }
    'organisation.group.people': { n: number }
  }
  studio: {
    'folder.problem': { code: string | number }
    count: { n: number }
    published: { number: number }
    'edited-by': { who: string | number }
    'checks.errors': { n: number }
    'checks.warnings': { n: number }
    'copy.what': { title: string | number }
    'copy.title': { title: string | number }
    copied: { title: string | number }
    'remove.what': { title: string | number }
    'removed.said': { title: string | number }
    imported: { id: string | number }
    'imported.other': { id: string | number; was: string | number }
    'fault.empty': { file: string | number }
    'fault.not-text': { file: string | number }
    'fault.too-large': { file: string | number }
    'fault.unreadable': { file: string | number }
    'fault.newer-program': { file: string | number }
    'new.name.others': { language: string | number; others: string | number }
    'new.id': { id: string | number }
    'new.twin.id': { id: string | number }
    'publish.errors': { n: number }
    'publish.same': { number: number }
    'publish.written-by': { people: string | number }
    'publish.unwritten': { n: number }
    'publish.go': { number: number }
    'stale.text.who': { who: string | number }
    'editing.both': { who: string | number; computer: string | number }
    'editing.text': { who: string | number; computer: string | number }
    'damaged.text': { n: number; file: string | number }
    'languages.add': { language: string | number }
    'pane.problems.n': { n: number }
    'pane.comments.n': { n: number }
    'problems.count': { n: number }
    'play.lost': { n: number }
    'play.flags': { n: number }
    'play.raised': { flags: string | number }
    'play.score': { score: number; passed: string; critical: string }
    'play.timeout': { seconds: number }
    'history.more': { n: number }
    'settings.folder.problem': { code: string | number }
    'act.text': { field: string | number }
    'act.in': { part: string | number; what: string | number }
    'act.add': { field: string | number }
    'act.remove': { field: string | number }
    'act.move': { field: string | number }
    'act.rename': { from: string | number; to: string | number }
    'act.retitle': { from: string | number; to: string | number }
    'act.begin': { scene: string | number }
    'act.add-scene': { scene: string | number }
    'act.add-ending': { scene: string | number }
    'act.add-reply': { scene: string | number }
    'act.add-tool': { scene: string | number }
    'act.add-limit': { scene: string | number }
    'act.remove-scene': { scene: string | number }
    'act.remove-choice': { choice: string | number }
    'act.remove-parts': { n: number }
    'act.lead': { scene: string | number; target: string | number }
    'act.duplicate': { part: string | number }
    'act.copied': { of: string | number }
    'act.twin': { twin: string | number }
    'act.paste': { n: number }
    'act.parts': { n: number }
    'act.replace-texts': { text: string | number; n: number }
    'act.undo': { what: string | number }
    'act.redo': { what: string | number }
    'act.restore': { what: string | number }
    'act.translate': { language: string | number; field: string | number }
    'act.add-language': { language: string | number }
    'act.remove-language': { language: string | number }
    'act.take-texts': { file: string | number }
    'act.joined.who': { who: string | number }
    'act.merged': { what: string | number }
    'act.back-to-version': { number: number }
    'scene.from': { n: number }
    'scene.rename': { id: string | number }
    'form.add': { field: string | number }
    'form.remove.what': { field: string | number }
    'form.item': { n: number; of: number }
    'import.refused': { file: string | number; why: string | number }
    'form.number': { kept: string | number }
    'condition.named': { n: number }
    'form.more': { fields: string | number }
    'form.up.what': { field: string | number }
    'form.down.what': { field: string | number }
    'form.item.named': { field: string | number; n: number; of: number }
    'cue.mark': { words: string | number }
    'import.language.text': { file: string | number }
    'import.stories': { count: number; file: string | number }
    'imported-from': { file: string | number; lost: number; decide: number }
    'imported-from.title': { file: string | number }
    'export.what': { title: string | number }
    'export.saved': { file: string | number }
  }
  'studio-changes': {
    'place.header': { name: string | number }
    'place.scene': { scene: string | number }
    'place.reply': { number: string | number; scene: string }
    'place.choice': { choice: string | number; scene: string }
    'place.limit': { scene: string }
    'place.step': { scene: string }
    'place.part': { name: string | number; part: string | number }
    'scene-added': { scene: string | number }
    'scene-removed': { scene: string | number }
    'scene-renamed': { was: string | number; scene: string | number }
    'begins-with': { place: string | number; scene: string | number }
    'choice-added': { place: string | number; text: string | number }
    'choice-removed': { place: string | number; text: string | number }
    'leads-to': { place: string | number; scene: string | number }
    'leads-nowhere': { place: string | number; scene: string | number }
    'points-more': { place: string | number; points: number; competency: string | number }
    'points-fewer': { place: string | number; points: number; competency: string | number }
    'points-of': { place: string | number; points: number; competency: string | number }
    'action-added': { place: string | number; action: string | number }
    'action-removed': { place: string | number; action: string | number }
    'condition-added': { place: string | number }
    'condition-removed': { place: string | number }
    'condition-changed': { place: string | number }
    'limit-added': { place: string | number; seconds: number }
    'limit-removed': { place: string | number; seconds: number }
    'beat-added': { place: string | number; beat: string | number }
    'beat-removed': { place: string | number; beat: string | number }
    'cue-marked': { place: string | number; beat: string | number; cue: string | number }
    'cue-unmarked': { place: string | number; beat: string | number; cue: string | number }
    'ending-made': { place: string | number }
    'ending-unmade': { place: string | number }
    'ends-as': { place: string | number; now: string | number; was: string | number }
    'text-changed': { place: string | number; language: string | number; was: string | number; now: string | number }
    'text-added': { place: string | number; language: string | number; now: string | number }
    'text-removed': { place: string | number; language: string | number; was: string | number }
    'part-added': { name: string | number; part: string | number }
    'part-removed': { name: string | number; part: string | number }
    'order-changed': { place: string | number; part: string | number }
    'header-changed': { name: string | number; now: string | number; was: string | number }
    'value-changed': { place: string | number; name: string | number; now: string | number; was: string | number }
    'value-added': { place: string | number; name: string | number; now: string | number }
    'value-removed': { place: string | number; name: string | number; was: string | number }
    mine: { change: string | number }
    theirs: { change: string | number }
    conflicts: { count: number }
  }
  'studio-compare': {
    moment: { what: string | number }
    version: { number: number }
    'file.named': { file: string | number }
    other: { title: string | number }
    'back-to': { number: number }
    count: { n: number }
    more: { n: number }
    'meeting.text': { who: string | number }
    'meeting.conflicts': { n: number; left: number }
    'meeting.their': { who: string | number }
    'meeting.theirs': { who: string | number }
    'merge.title': { who: string | number }
    'merge.began': { who: string | number }
    'merge.text': { who: string | number }
    'merge.differences': { n: number; left: number }
    'merge.rest.theirs': { who: string | number }
    'notice.stale': { who: string | number; n: number }
    'notice.file': { changes: number; n: number }
    'notice.followed': { who: string | number; n: number }
    'notice.joined': { who: string | number; n: number }
    'publish.changes': { number: number }
    'publish.same': { number: number }
  }
  'studio-course': {
    'matrix.cell': { attacks: number; genuine: number; titles: string | number }
    'matrix.silent': { channels: string | number }
    'matrix.absent': { tactics: string | number }
    'matrix.telling.attack': { tactics: string | number }
    'matrix.telling.legitimate': { tactics: string | number }
    'prove.unsound': { contacts: string | number }
    'chart.all': { n: number }
    'chart.words': { guess: string | number; hardly: string | number; well: string | number }
    'habits.none': { n: number }
    'habits.some': { n: number }
    'habits.row': { share: string | number; habit: string | number }
    found: { n: number }
  }
  'studio-fixes': {
    'fix.use': { name: string | number; was: string | number }
    'fix.set': { name: string | number; value: string | number }
    'fix.remove': { name: string | number }
    'fix.remove-entry': { name: string | number }
    'fix.rename': { was: string | number; name: string | number }
    'fix.add': { name: string | number }
    'fix.as-number': { value: string | number }
    'fix.as-text': { value: string | number }
    'fix.as-list': { name: string | number }
    'fix.all-languages': { text: string | number }
    'fix.copy-text': { from: string | number; to: string | number }
    'fix.remove-language': { language: string | number }
    'fix.plain-words': { text: string | number }
    'fix.mark-all': { cue: string | number }
    'fix.first-scene': { scene: string | number }
    'fix.stay': { scene: string | number }
    'fix.remove-choice': { choice: string | number }
    'fix.say-name': { text: string | number }
    'fix.remove-action': { action: string | number }
    'fix.one-time-limit': { seconds: number }
    'fix.move-up': { scene: string | number }
    'fix.disposition': { disposition: string | number }
    'fix.title-as-text': { text: string | number }
    'fix.narrate-title': { text: string | number }
    'fix.remove-scene': { scene: string | number }
    'fix.report-everywhere': { scene: string | number }
    'fix.mask': { field: string | number }
    'fix.tactics-of-cues': { tactics: string | number }
    'fix.add-tactic': { tactic: string | number }
    'fix.points': { points: number }
  }
  'studio-guide': {
    progress: { done: number; of: number }
    next: { title: string | number }
  }
  'studio-issues': {
    'missing.meta': { where: string | number }
    'missing.first-scene': { where: string | number }
    'missing.disposition': { where: string | number }
    'missing.tool-object': { where: string | number; choice: string | number; tool: string | number; object: string | number }
    'bad-value.empty': { called: string | number }
    'bad-value.file': { value: string | number }
    'unknown-lead': { floor: string | number; lead: string | number }
    'unknown-floor.not-there': { floor: string | number }
    'unknown-floor.invalid': { floor: string | number }
    'floor-language': { floor: string | number; language: string | number }
    'own-policy': { floor: string | number }
    'field-not-masked': { where: string | number; choice: string | number; field: string | number }
    'unused-object': { where: string | number; choice: string | number; object: string | number; tool: string | number }
    'look-decides.leads': { where: string | number; move: string | number }
    'report-unheard': { where: string | number }
    'tactic-without-cue': { tactic: string | number }
    'cue-without-tactic': { cue: string | number; tactic: string | number }
    'branch-never-taken': { where: string | number; move: string | number }
    'no-effect.price': { where: string | number }
    'no-effect.other': { where: string | number; move: string | number }
    'choice-invisible': { where: string | number }
    'not-an-ending': { where: string | number }
    'nested-ending': { where: string | number }
    'nothing-to-show': { where: string | number }
    'missing-translation': { language: string | number }
    'stray-translation': { language: string | number }
    'unwritten.translated': { place: string | number; language: string | number; words: string | number }
    'phrase-not-in-text': { where: string | number; phrase: string | number; language: string | number }
    'variant-names': { names: string | number; wanted: string | number }
    'unknown-media.not-there': { where: string | number; file: string | number }
    'unknown-media.unreadable': { where: string | number; file: string | number }
    'media-too-large': { where: string | number; file: string | number; megabytes: number; most: number }
    'media-content': { where: string | number; file: string | number; ending: string | number }
    'media-changed': { where: string | number; file: string | number }
    'unreachable-scene.guards': { where: string | number }
    'endless-steps': { where: string | number; move: string | number }
    'unknown-scenario.module': { scenario: string | number }
    'attack-share': { share: number }
  }
  'studio-map': {
    inside: { n: number }
    cues: { n: number }
    problems: { n: number }
    'reply.missing': { target: string | number }
    'reply.leads': { target: string | number }
    'said.card': { title: string | number; channel: string | number; replies: number; problems: number }
    'said.reply': { n: number; of: number; words: string | number; target: string | number; critical: string }
  }
  'studio-media': {
    gone: { file: string | number }
    'list.facts': { kind: string; size: number; n: number }
    'delete.what': { file: string | number }
    'delete.title': { file: string | number }
    'record.text': { most: string | number }
    'record.time': { at: string | number; most: string | number }
    'record.done': { length: string | number }
  }
  'studio-packages': {
    'offer.id.other': { id: string | number }
    'offer.floor.other': { id: string | number }
    'offer.media.some': { n: number; size: number }
    'offer.runs.some': { n: number }
    'offer.checks.some': { errors: number; warnings: number }
    taken: { id: string | number; floor: string }
    'export.text': { title: string | number }
    'export.version': { number: number; at: string | number }
    'export.saved': { file: string | number; size: number; floor: string; media: number; runs: string }
    'export.missing': { n: number; files: string | number }
    'export.missing.then': { n: number; files: string | number }
    'export.not-json': { file: string | number }
    'export.too-large': { megabytes: number }
    'opened.why': { file: string | number; why: string | number }
  }
  'studio-plans': {
    'part.plans': { n: number }
    'part.plans.red': { red: number; n: number }
    'part.unseen': { n: number }
    'record.text': { n: number }
    'record.replace': { name: string | number }
    'name.again': { name: string | number; n: number }
    'all-green': { n: number }
    'some-red': { red: number; n: number }
    'rename.what': { name: string | number }
    'delete.what': { name: string | number }
    deleted: { name: string | number }
    broken: { file: string | number; fault: string | number }
    'expects.scene': { scene: string | number }
    'expects.score': { score: number }
    'expects.flags': { flags: string | number }
    'differs.choice': { number: number; choice: string | number; scene: string | number }
    'differs.scene': { got: string | number; expected: string | number }
    'differs.disposition': { got: string | number; expected: string | number }
    'differs.score': { got: number; expected: number }
    'differs.no-score': { expected: number }
    'differs.passed': { got: string | number; expected: string | number }
    'differs.flags': { got: string | number; expected: string | number }
    'unseen.text': { n: number; all: number }
    'unseen.none': { all: number }
    'unseen.choice': { choice: string | number; scene: string | number }
    'unseen.play.what': { part: string | number }
    'unseen.no-way': { part: string | number }
    'publish.red': { n: number; names: string | number }
    quoted: { name: string | number }
    moved: { scene: string | number; before: string | number }
    'moved.stay': { before: string | number }
    'saved-as': { file: string | number }
  }
  'studio-proof': {
    working: { share: number }
    range: { lowest: number; highest: number }
    pass: { can: string }
    scenes: { reachable: number; scenes: number; paths: string | number; loops: string }
    critical: { n: number }
    difficulty: { difficulty: number }
    cues: { count: number; amount: string | number; said: string | number }
    ending: { score: string | number; how: string | number }
    'ending.range': { lowest: number; highest: number }
    'ending.one': { lowest: number }
    'decides.press': { press: string | number; scene: string | number; when: string; outcome: string }
    'habits.right': { habits: number; right: number }
    habit: { right: number; habit: string | number }
    leak: { press: string | number; scene: string | number; language: string | number; marks: string | number }
    'leak.points': { points: number }
    few: { scene: string | number; n: number }
    'twin.same': { title: string | number }
  }
  'studio-review': {
    'pack.saved': { file: string | number; size: number }
    'pack.errors': { n: number }
    imported: { file: string | number; added: number; reviewer: string | number; known: number }
    'refused.too-large': { file: string | number }
    'refused.not-json': { file: string | number }
    'refused.not-a-review': { file: string | number }
    'refused.newer': { file: string | number }
    'refused.broken': { file: string | number; what: string }
    'refused.other-scenario': { file: string | number; what: string | number }
    'show.open': { n: number }
    'show.closed': { n: number }
    'show.all': { n: number }
    damaged: { n: number }
    closed: { by: string | number; at: string | number }
    here: { n: number }
  }
  'studio-search': {
    found: { n: number }
    done: { n: number }
    more: { n: number }
    shown: { shown: number; n: number }
    'shown.replaced': { shown: number; n: number }
    replace: { n: number }
    'go.what': { place: string | number; text: string | number }
  }
  'studio-source': {
    'problems.list': { n: number }
  }
  'test-plans': {
    choice: { number: string | number; choice: string | number; scene: string | number }
    scene: { expected: string | number; got: string | number }
    disposition: { expected: string | number; got: string | number }
    score: { expected: string | number; got: string | number }
    passed: { expected: string | number; got: string | number }
    flags: { expected: string | number; got: string | number }
  }
  translations: {
    'language.add.go': { language: string | number }
    'language.remove': { language: string | number }
    'language.remove.title': { language: string | number }
    'language.remove.text': { n: number; language: string | number }
    'language.remove.go': { language: string | number }
    count: { n: number; of: number }
    'filter.all': { n: number }
    'filter.missing': { n: number }
    'filter.outdated': { n: number }
    'filter.too-long': { n: number }
    'filter.damaged': { n: number }
    'help.damaged': { example: string | number }
    'room.place': { length: number; most: number }
    'room.source': { length: number; most: number }
    'lost.placeholder': { lost: string | number }
    'foreign.placeholder': { foreign: string | number }
    'lost.phrase': { phrase: string | number }
    'still-right.what': { text: string | number }
    go: { place: string | number }
    target: { field: string | number; language: string | number; place: string | number }
    'source.none': { language: string | number }
    more: { n: number }
    saved: { file: string | number }
    'take.title': { file: string | number }
    'take.text': { from: string | number; to: string | number; added: number; changed: number; same: number }
    'take.empty': { n: number }
    'take.moved': { n: number }
    'take.since': { n: number }
    'take.doubted': { n: number }
    'take.rest': { n: number }
    'take.go': { n: number }
    taken: { file: string | number }
    'refused.title': { file: string | number }
    line: { line: number; sentence: string | number }
    'texts-more': { n: number }
    'fault.not-xml': { reason: string | number }
    'fault.not-xliff': { root: string | number }
    'fault.other-version': { version: string | number }
    'fault.inline-element': { element: string | number }
    'fault.twice': { n: number }
    'fault.texts-lost': { exported: number; there: number; n: number }
    'fault.texts-foreign': { n: number }
    'fault.source-altered': { n: number }
    'fault.other-document': { file: string | number; document: string | number }
    'fault.other-languages': { from: string | number; to: string | number; known: string | number }
    'fault.changed-since': { n: number }
    'fault.gone-since': { n: number }
    'fault.placeholder-lost': { lost: string | number; foreign: string | number }
    'fault.phrase-lost': { phrase: string | number }
    'fault.unwritable': { n: number }
    'cli.saved': { file: string | number; count: number; from: string | number; to: string | number; missing: number; outdated: number; long: number }
    'cli.taken': { file: string | number; added: number; changed: number; same: number; empty: number }
    'cli.written': { file: string | number }
    'cli.refused': { file: string | number }
  }
}
type Nothing = Record<never, never>
type ValuesOf<A extends Area, K> = A extends keyof Values ? (K extends keyof Values[A] ? Values[A][K] : Nothing) : Nothing

/** Every text by area and key, with the values that it needs. */
export type Texts = {
  [A in Area]: { [K in keyof Awaited<ReturnType<First[A]>>['default']]: ValuesOf<A, K> }
}
export type Words<A extends Area> = Readonly<Record<keyof Texts[A], Message>>

/** Reads the texts of an area in a language: a file of its own each. */
export const READ: Readonly<
  Record<Locale, { readonly [A in Area]: () => Promise<{ readonly default: Words<A> }> }>
> = {
  en: FIRST,
  fr: {
    app: () => import('./fr/app.json'),
    attention: () => import('./fr/attention.json'),
    audit: () => import('./fr/audit.json'),
    certificates: () => import('./fr/certificates.json'),
    checks: () => import('./fr/checks.json'),
    cli: () => import('./fr/cli.json'),
    credential: () => import('./fr/credential.json'),
    debrief: () => import('./fr/debrief.json'),
    dialogs: () => import('./fr/dialogs.json'),
    errors: () => import('./fr/errors.json'),
    exchange: () => import('./fr/exchange.json'),
    export: () => import('./fr/export.json'),
    filter: () => import('./fr/filter.json'),
    glossary: () => import('./fr/glossary.json'),
    import: () => import('./fr/import.json'),
    issues: () => import('./fr/issues.json'),
    menu: () => import('./fr/menu.json'),
    papers: () => import('./fr/papers.json'),
    people: () => import('./fr/people.json'),
    person: () => import('./fr/person.json'),
    places: () => import('./fr/places.json'),
    player: () => import('./fr/player.json'),
    proof: () => import('./fr/proof.json'),
    'record-store': () => import('./fr/record-store.json'),
    records: () => import('./fr/records.json'),
    report: () => import('./fr/report.json'),
    restore: () => import('./fr/restore.json'),
    results: () => import('./fr/results.json'),
    review: () => import('./fr/review.json'),
    'sign-in': () => import('./fr/sign-in.json'),
    studio: () => import('./fr/studio.json'),
    'studio-changes': () => import('./fr/studio-changes.json'),
    'studio-commands': () => import('./fr/studio-commands.json'),
    'studio-compare': () => import('./fr/studio-compare.json'),
    'studio-course': () => import('./fr/studio-course.json'),
    'studio-fields': () => import('./fr/studio-fields.json'),
    'studio-fixes': () => import('./fr/studio-fixes.json'),
    'studio-guide': () => import('./fr/studio-guide.json'),
    'studio-issues': () => import('./fr/studio-issues.json'),
    'studio-map': () => import('./fr/studio-map.json'),
    'studio-media': () => import('./fr/studio-media.json'),
    'studio-packages': () => import('./fr/studio-packages.json'),
    'studio-plans': () => import('./fr/studio-plans.json'),
    'studio-proof': () => import('./fr/studio-proof.json'),
    'studio-review': () => import('./fr/studio-review.json'),
    'studio-search': () => import('./fr/studio-search.json'),
    'studio-source': () => import('./fr/studio-source.json'),
    'studio-templates': () => import('./fr/studio-templates.json'),
    'test-plans': () => import('./fr/test-plans.json'),
    translations: () => import('./fr/translations.json'),
  },
}
