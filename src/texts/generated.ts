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

type Nothing = Record<never, never>

/** Every text by area and key, with the values that it needs. */
export interface Texts {
  app: {
    'changed.title': Nothing
    'changed.text': Nothing
    'changed.kept': Nothing
    'changed.restart': Nothing
    'changed.later': Nothing
    'start.welcome': Nothing
    'start.what': Nothing
    'start.organisation': Nothing
    'start.organisation.hint': Nothing
    'start.name': Nothing
    'start.name.hint': Nothing
    'start.number': Nothing
    'start.number.hint': Nothing
    'start.role': Nothing
    'start.go': Nothing
    'start.working': Nothing
    'field.organisation.missing': Nothing
    'field.name.missing': Nothing
    'field.number.missing': Nothing
    'field.number.shape': Nothing
    'field.name.unusable': Nothing
    'field.too-long': { max: number }
    'sign-in.title': Nothing
    'sign-in.text': Nothing
    'sign-in.text.pin': Nothing
    'sign-in.go': Nothing
    'sign-in.unknown': Nothing
    'sign-in.new': Nothing
    'sign-in.known': Nothing
    'join.title': Nothing
    'join.text': Nothing
    'join.go': Nothing
    'join.taken': Nothing
    'channel.chat': Nothing
    'channel.call': Nothing
    'channel.mail': Nothing
    'channel.desk': Nothing
    'learn.title': Nothing
    'learn.continue': Nothing
    'learn.next': Nothing
    'learn.first': Nothing
    'learn.new-round': Nothing
    'learn.in-progress-note': Nothing
    'learn.continue.chat': Nothing
    'learn.continue.call': Nothing
    'learn.continue.mail': Nothing
    'learn.continue.desk': Nothing
    'learn.start.chat': Nothing
    'learn.start.call': Nothing
    'learn.start.mail': Nothing
    'learn.start.desk': Nothing
    'learn.about': { channel: string | number; minutes: number }
    'learn.all-done': Nothing
    'learn.all-done.text': Nothing
    'learn.waiting': Nothing
    'learn.waiting.text': Nothing
    'learn.none': Nothing
    'learn.none.text': Nothing
    'learn.progress': { done: number; all: number }
    'learn.minutes-left': { minutes: number }
    'learn.round': { round: number }
    'learn.pass-rule': { hits: string | number; alarms: string; share: string | number }
    'learn.pass-rule.all': { alarms: string; share: string | number }
    'learn.pass-rule.reports': { share: string | number }
    'learn.pass-rule.sequential': { least: number; most: number }
    'learn.passed': Nothing
    'learn.not-passed': Nothing
    'learn.label': { label: string | number; course: string | number }
    'learn.shared': { count: number; courses: string | number }
    'learn.shared.course': { title: string | number }
    'learn.result': { hits: number; attacks: number; served: number; legitimate: number }
    'learn.result.critical': Nothing
    'learn.result.next': Nothing
    'learn.result.start-round': Nothing
    'learn.contact': { number: number; most: number }
    'learn.draw.text': Nothing
    'learn.draw.start': Nothing
    'learn.draw.next': { number: number; most: number }
    'learn.state.met': Nothing
    'learn.result.next.drawn': Nothing
    'learn.result.waits': { when: string | number }
    'learn.practice': Nothing
    'learn.practice.text': Nothing
    'learn.state.open': { channel: string | number; minutes: number }
    'learn.state.in-progress': Nothing
    'learn.outcome.correct-service': Nothing
    'learn.outcome.correct-service.short': Nothing
    'learn.outcome.critical': Nothing
    'learn.outcome.hit.refused': Nothing
    'learn.outcome.hit.verified': Nothing
    'learn.outcome.hit.reported': Nothing
    'learn.outcome.hit': Nothing
    'learn.outcome.miss': Nothing
    'learn.outcome.false-alarm': Nothing
    'learn.outcome.left': Nothing
    'learn.outcome.short': Nothing
    'learn.outcome.score': { outcome: string | number; score: number }
    'learn.practise': Nothing
    'learn.practise.what': { title: string | number }
    'learn.look-back': Nothing
    'learn.look-back.what': { title: string | number }
    'learn.course.due': { date: string | number }
    'learn.course.late': { date: string | number }
    'learn.course.continue': Nothing
    'learn.course.start': Nothing
    'learn.course.what': { action: string | number; title: string | number }
    'learn.fresh': Nothing
    'learn.fresh.text': Nothing
    'learn.due.today': Nothing
    'learn.due.in': { days: number }
    'learn.due.since': { days: number }
    'learn.certificates': Nothing
    'learn.certificates.none': Nothing
    'learn.certificate.valid': { date: string | number }
    'learn.certificate.expired': { date: string | number }
    'learn.certificate.open': Nothing
    'learn.certificate.open-what': { title: string | number }
    'learn.glossary': Nothing
    'certificate.title': Nothing
    'certificate.back': Nothing
    'certificate.paper': Nothing
    'certificate.save': Nothing
    'certificate.saving': Nothing
    'certificate.saved': { file: string | number }
    'certificate.certifies': Nothing
    'certificate.completed': { course: string | number; contacts: number }
    'certificate.shown.share': { part: number; all: number }
    'certificate.shown.attacks': Nothing
    'certificate.shown.served': Nothing
    'certificate.shown.none': Nothing
    'certificate.shown.critical': Nothing
    'certificate.logo': { organisation: string | number }
    'certificate.completed-on': Nothing
    'certificate.valid-until': Nothing
    'certificate.score': Nothing
    'certificate.of-100': { score: number }
    'certificate.id': Nothing
    'records.title': Nothing
    'records.attention': Nothing
    'records.completion': Nothing
    'records.results': Nothing
    'records.certificates': Nothing
    'records.audit': Nothing
    'records.attempts': Nothing
    'records.empty': Nothing
    'settings.title': Nothing
    'settings.organisation': Nothing
    'settings.look': Nothing
    'settings.language.hint': Nothing
    'settings.theme': Nothing
    'settings.theme.system': Nothing
    'settings.theme.light': Nothing
    'settings.theme.dark': Nothing
    'settings.shortcuts': Nothing
    'settings.shortcuts.hint': Nothing
    'settings.saved': Nothing
    'settings.data': Nothing
    'settings.data.where': Nothing
    'settings.data.who': Nothing
    'settings.about': Nothing
    'settings.version': { version: string | number }
    'settings.about.text': Nothing
    'app.name': Nothing
    'app.starting': Nothing
    'app.loading': Nothing
    'app.main': Nothing
    'app.broken.title': Nothing
    'app.broken.text': Nothing
    'app.broken.back': Nothing
    'app.broken.details': Nothing
    'app.no-answer.title': Nothing
    'app.notices': Nothing
    'app.no-answer': Nothing
    'app.retry': Nothing
    'app.dismiss': Nothing
    'app.cancel': Nothing
    'app.close': Nothing
    'nav.learn': Nothing
    'nav.records': Nothing
    'nav.people': Nothing
    'nav.settings': Nothing
    'nav.sign-out': Nothing
    'nav.lock': Nothing
    'language.label': Nothing
    'state.database-set-aside': { detail: string | number }
    'state.records-restored': { detail: string | number }
    'start.restore': Nothing
    'start.file': Nothing
    'start.file.choose': Nothing
    'state.clock-ahead': { shown: string | number; believed: string | number }
    'state.clock-behind': { shown: string | number; believed: string | number }
    'clock.was-unused': Nothing
    'clock.was-behind': Nothing
    'clock.was-ahead': Nothing
    'state.key-not-in-keychain': Nothing
    'state.scenario-refused': { detail: string | number }
    'state.course-refused': { detail: string | number }
    'state.floor-refused': { detail: string | number }
  }
  attention: {
    intro: { day: string | number }
    'intro.no-results': { day: string | number }
    none: Nothing
    'none.text': Nothing
    'team.none': Nothing
    'col.team': Nothing
    'col.people': Nothing
    'col.late': Nothing
    'col.failed': Nothing
    'col.due': Nothing
    'col.expired': Nothing
    'col.expires': Nothing
    'team.show': { team: string | number }
    'team.title': { team: string | number }
    'col.name': Nothing
    'col.number': Nothing
    'col.course': Nothing
    'col.why': Nothing
    'why.late': { day: string | number }
    'why.failed': Nothing
    'why.due': { day: string | number }
    'why.expired': { day: string | number }
    'why.expires': { day: string | number }
    back: Nothing
    more: { n: number }
    calendar: Nothing
    'calendar.saved': { file: string | number; dates: number }
    'calendar.none': Nothing
    'calendar.due': { course: string | number }
    'calendar.who': { n: string | number; names: string | number }
    'calendar.more': { n: string | number }
    remind: Nothing
    'reminder.title': { team: string | number }
    'reminder.text': Nothing
    'reminder.language': Nothing
    'reminder.to': Nothing
    'reminder.to.hint': { missing: number }
    'reminder.to.none': Nothing
    'reminder.subject': Nothing
    'reminder.body': Nothing
    'reminder.copy': Nothing
    'reminder.copy-addresses': Nothing
    'reminder.copied': Nothing
    'mail.subject': { courses: number }
    'mail.hello': Nothing
    'mail.line': { course: string | number; day: string | number }
    'mail.line.late': { course: string | number }
    'mail.line.again': { course: string | number }
    'mail.line.certificate': { course: string | number }
    'mail.how': Nothing
    'mail.help': Nothing
    'mail.thanks': Nothing
  }
  audit: {
    'audit.check.waiting': Nothing
    'audit.whole': { n: number; at: string | number }
    'audit.save': Nothing
    'audit.saved': { file: string | number; n: number }
    'audit.records': Nothing
    'audit.records.waiting': Nothing
    'audit.records.done': { altered: number; attempts: number }
    'audit.act': Nothing
    'audit.act.all': Nothing
    'audit.person': Nothing
    'audit.person.hint': Nothing
    'audit.from': Nothing
    'audit.to': Nothing
    'audit.when': Nothing
    'audit.number': Nothing
    'audit.detail': Nothing
    'audit.program': Nothing
    'audit.erased': Nothing
    'audit.named.certificate': { name: string | number }
    'audit.named.device': { name: string | number }
    'audit.unknown.person': Nothing
    'audit.unknown.course': Nothing
    'audit.unknown.certificate': Nothing
    'audit.unknown.device': Nothing
    'audit.none': Nothing
    'audit.older': Nothing
    'audit.newest': Nothing
    'audit.table': Nothing
    'audit.key.organisation': Nothing
    'audit.key.retentionMonths': Nothing
    'audit.key.months': Nothing
    'audit.key.pin': Nothing
    'audit.key.selfJoin': Nothing
    'audit.key.autoLockMinutes': Nothing
    'audit.key.privacy': Nothing
    'audit.key.smallestGroup': Nothing
    'audit.key.role': Nothing
    'audit.key.fields': Nothing
    'audit.key.planned': Nothing
    'audit.key.people': Nothing
    'audit.key.due': Nothing
    'audit.key.attempts': Nothing
    'audit.key.credentials': Nothing
    'audit.key.rows': Nothing
    'audit.key.format': Nothing
    'audit.key.filter': Nothing
    'audit.key.reason': Nothing
    'audit.key.address': Nothing
    'audit.key.earlier': Nothing
    'audit.key.paused': Nothing
    'audit.key.file': Nothing
    'audit.key.count': Nothing
    'audit.key.added': Nothing
    'audit.key.changed': Nothing
    'audit.key.left': Nothing
    'audit.key.unsealed': Nothing
    'audit.key.kind': Nothing
    'audit.key.number': Nothing
    'audit.key.refused': Nothing
    'audit.key.entries': Nothing
    'audit.key.courses': Nothing
    'audit.key.until': Nothing
    'audit.key.name': Nothing
    'audit.key.team': Nothing
    'audit.key.site': Nothing
    'audit.key.manager': Nothing
    'audit.key.subject': Nothing
    'audit.key.email': Nothing
    'audit.key.web': Nothing
    'audit.key.logo': Nothing
    'audit.key.signatory': Nothing
    'audit.key.statusList': Nothing
    'audit.key.installation': Nothing
    'audit.pair': { what: string | number; value: string | number }
    'audit.field.number': Nothing
    'audit.key.act': Nothing
    'audit.key.altered': Nothing
    'audit.key.backup': Nothing
    'audit.key.contact': Nothing
    'audit.key.dates': Nothing
    'audit.key.day': Nothing
    'audit.key.delivered': Nothing
    'audit.key.form': Nothing
    'audit.key.highest': Nothing
    'audit.key.kept': Nothing
    'audit.key.list': Nothing
    'audit.key.lost': Nothing
    'audit.key.certificates': Nothing
    'audit.key.odd': Nothing
    'audit.key.paper': Nothing
    'audit.key.returned': Nothing
    'audit.key.scenarios': Nothing
    'audit.key.superseded': Nothing
    'audit.key.why': Nothing
    'audit.value.alone': Nothing
    'audit.value.device': Nothing
    'audit.value.yes': Nothing
    'audit.value.no': Nothing
    'audit.value.none': Nothing
    'audit.value.months': { n: number }
    'audit.value.named': Nothing
    'audit.value.pseudonymous': Nothing
    'audit.value.required': Nothing
    'audit.value.trainee': Nothing
    'audit.value.trainer': Nothing
    'audit.value.hr': Nothing
    'audit.value.administrator': Nothing
    'audit.value.pin': Nothing
    'audit.value.passphrase': Nothing
    'audit.value.ahead': Nothing
    'audit.value.behind': Nothing
    'audit.value.was-unused': Nothing
    'audit.value.was-wrong': Nothing
    'audit.value.attempts': Nothing
    'audit.value.completion': Nothing
    'audit.value.search': Nothing
    'audit.value.pdf': Nothing
    'audit.value.png': Nothing
    'audit.value.json': Nothing
    'audit.value.csv': Nothing
    'audit.value.xlsx': Nothing
    'audit.value.jsonl': Nothing
    'audit.value.xapi': Nothing
    'audit.value.refused-statements': Nothing
    'audit.value.no-secret': Nothing
    'audit.value.other-number': Nothing
    'audit.value.unknown-number': Nothing
    'audit.value.wrong-secret': Nothing
    'audit.value.wrong-recovery-code': Nothing
    'audit.value.torn': Nothing
    'audit.value.damaged': Nothing
    'audit.value.not-a-bundle': Nothing
    'audit.value.newer-format': Nothing
    'audit.value.too-large': Nothing
    'audit.value.other-organisation': Nothing
    'audit.value.altered': Nothing
    'audit.value.unknown-device': Nothing
    'audit.value.revoked-device': Nothing
    'audit.value.unusable-name': Nothing
    'audit.value.number-clash': Nothing
    'audit.value.unknown-course': Nothing
    'audit.value.unknown-scenario': Nothing
    'audit.value.wrong-signature': Nothing
    'audit.value.wrong-score': Nothing
    'audit.value.attempt-clash': Nothing
    'fault.changed': { seq: string | number }
    'fault.broken': { seq: string | number }
    'fault.missing': { seq: string | number }
    'fault.reordered': { seq: string | number }
    'fault.rewritten': { seq: string | number }
    'fault.truncated': { seq: string | number }
    'fault.unsigned': Nothing
    'fault.head-altered': { seq: string | number }
    'fault.other-key': { seq: string | number }
    'fault.unreadable': { seq: string | number }
    'fault.what': Nothing
    'act.set-up': Nothing
    'act.person-added': Nothing
    'act.sign-in': Nothing
    'act.sign-out': Nothing
    'act.credential-issued': Nothing
    'act.records-exported': Nothing
    'act.credential-revoked': Nothing
    'act.credentials-exported': Nothing
    'act.revocations-exported': Nothing
    'act.issuer-backed-up': Nothing
    'act.issuer-profile-changed': Nothing
    'act.issuer-restored': Nothing
    'act.certificate-saved': Nothing
    'act.records-restored': Nothing
    'act.database-set-aside': Nothing
    'act.settings-changed': Nothing
    'act.person-erased': Nothing
    'act.person-exported': Nothing
    'act.clock-odd': Nothing
    'act.clock-confirmed': Nothing
    'act.retention-applied': Nothing
    'act.sealing-began': Nothing
    'act.audit-exported': Nothing
    'act.enrolment-made': Nothing
    'act.file-unrecorded': Nothing
    'act.enrolled': Nothing
    'act.device-accepted': Nothing
    'act.device-refused': Nothing
    'act.device-revoked': Nothing
    'act.bundle-imported': Nothing
    'act.bundle-refused': Nothing
    'act.bundle-people-settled': Nothing
    'act.record-store-connected': Nothing
    'act.record-store-earlier': Nothing
    'act.record-store-paused': Nothing
    'act.record-store-disconnected': Nothing
    'act.statement-dropped': Nothing
    'act.sign-in-refused': Nothing
    'act.locked': Nothing
    'act.unlocked': Nothing
    'act.secret-set': Nothing
    'act.earlier-results-opened': Nothing
    'act.secret-reset': Nothing
    'act.recovery-code-made': Nothing
    'act.recovered': Nothing
    'act.person-changed': Nothing
    'act.roster-imported': Nothing
    'act.course-assigned': Nothing
    'act.course-withdrawn': Nothing
    'act.calendar-saved': Nothing
    'act.attempt-left': Nothing
    'act.assignment-rule-ended': Nothing
  }
  certificates: {
    'back-to-person': { name: string | number }
    'back-to-records': Nothing
    'save-badge': Nothing
    'save-credential': Nothing
    'what-each-is': Nothing
    'page.unsigned': Nothing
    'page.revoked': { date: string | number }
    'page.superseded': { date: string | number }
    'page.expired': { date: string | number }
    'page.expires-soon': { date: string | number }
    'list.label': Nothing
    'list.empty': Nothing
    'list.pages': Nothing
    'list.range': { from: string | number; to: string | number; total: string | number }
    'list.all': { n: number }
    'list.status': Nothing
    'status.all': Nothing
    'status.valid': Nothing
    'status.expires-soon': Nothing
    'status.expired': Nothing
    'status.revoked': Nothing
    'status.superseded': Nothing
    'status.unsigned': Nothing
    'col.name': Nothing
    'col.course': Nothing
    'col.issued': Nothing
    'col.until': Nothing
    'col.status': Nothing
    'col.id': Nothing
    'col.actions': Nothing
    open: Nothing
    'open-what': { id: string | number; name: string | number }
    reissue: Nothing
    'reissue-what': { id: string | number; name: string | number }
    revoke: Nothing
    'revoke-what': { id: string | number; name: string | number }
    'issue.waiting': { count: number }
    'issue.go': { count: number }
    'unprintable.title': { count: number }
    'unprintable.name': { name: string | number; number: string | number; course: string | number; characters: string | number }
    'unprintable.organisation': { course: string | number; characters: string | number }
    'unprintable.course': { course: string | number; characters: string | number }
    'unprintable.signatory': { course: string | number; characters: string | number }
    'unprintable.contact': { course: string | number; characters: string | number }
    'unprintable.what-to-do.name': Nothing
    'unprintable.what-to-do.other': Nothing
    'unprintable.more': { count: number }
    device: Nothing
    'save-pdfs': Nothing
    'export-revocations': Nothing
    'export-revocations.done': { file: string | number; count: number }
    'status-list.save': Nothing
    'status-list.saved': { file: string | number; address: string | number }
    'status-list.written': Nothing
    'status-list.not-written': Nothing
    'status-list.none': Nothing
    'job.issue.running': { done: string | number; total: string | number }
    'job.save.running': { done: string | number; total: string | number }
    'job.issue.done': { count: number }
    'job.save.done': { count: number; folder: string | number }
    'job.issue.cancelled': { count: number }
    'job.save.cancelled': { count: number; folder: string | number }
    'job.issue.failed': { count: number }
    'job.save.failed': { count: number; folder: string | number }
    'job.skipped': { count: number }
    cancel: Nothing
    close: Nothing
    'revoke.title': Nothing
    'revoke.text': { name: string | number; id: string | number }
    'revoke.reason': Nothing
    'revoke.reason.hint': Nothing
    'revoke.reason.missing': Nothing
    'revoke.go': Nothing
    'revoke.done': { id: string | number }
    'reissue.title': Nothing
    'reissue.text': { name: string | number; id: string | number }
    'reissue.go': Nothing
    'reissue.done': { id: string | number }
    'verify.open': Nothing
    'verify.title': Nothing
    'verify.drop': Nothing
    'verify.choose': Nothing
    'verify.token': Nothing
    'verify.go': Nothing
    'verify.list': Nothing
    'verify.list.hint': Nothing
    'verify.list.chosen': { file: string | number }
    'verify.list.none': Nothing
    'verify.text.revoked-by-list': Nothing
    'verify.text.valid-by-list': { date: string | number }
    'verify.result.valid': Nothing
    'verify.result.expired': Nothing
    'verify.result.not-yet-valid': Nothing
    'verify.result.revoked': Nothing
    'verify.result.unknown-issuer': Nothing
    'verify.result.tampered': Nothing
    'verify.result.unreadable': Nothing
    'verify.text.valid': Nothing
    'verify.text.valid-of-hr': Nothing
    'verify.text.expired': { date: string | number }
    'verify.text.not-yet-valid': { date: string | number }
    'verify.text.revoked': { date: string | number }
    'verify.text.superseded': { date: string | number }
    'verify.text.unknown-issuer': Nothing
    'verify.reason.not-json': Nothing
    'verify.reason.repeated-member': Nothing
    'verify.reason.other-form': Nothing
    'verify.reason.not-signed': Nothing
    'verify.reason.signature': Nothing
    'verify.reason.token-differs': Nothing
    'verify.reason.token-missing': Nothing
    'verify.reason.several': Nothing
    'verify.reason.checksum': Nothing
    'verify.reason.too-large': Nothing
    'verify.reason.unpacks-to-too-much': Nothing
    'verify.reason.damaged': Nothing
    'verify.reason.no-credential': Nothing
    'verify.reason.not-a-certificate': Nothing
    'verify.reason.locked': Nothing
    'verify.reason.archive': Nothing
    'verify.result.not-ours': Nothing
    'verify.note.token-alone': Nothing
    'verify.note.credential-alone': Nothing
    'verify.note.within-another': Nothing
    'verify.note.beside-others': Nothing
    'verify.several': { count: number }
    'verify.told': Nothing
    'verify.name': Nothing
    'verify.course': Nothing
    'verify.organisation': Nothing
    'verify.result': Nothing
    'verify.result.text': { score: string | number; hits: string | number; attacks: string | number; served: string | number; legitimate: string | number }
    'verify.dates': Nothing
    'verify.dates.text': { from: string | number; until: string | number }
    'verify.issuer': Nothing
    'verify.printed': Nothing
    'issuer.title': Nothing
    'issuer.text': Nothing
    'issuer.did': Nothing
    'issuer.copy': Nothing
    'issuer.copied': Nothing
    'issuer.not-in-keychain': Nothing
    'issuer.profile.title': Nothing
    'issuer.profile.text': Nothing
    'issuer.profile.web': Nothing
    'issuer.profile.web.hint': Nothing
    'issuer.profile.web.wrong': Nothing
    'issuer.profile.contact': Nothing
    'issuer.profile.contact.hint': Nothing
    'issuer.profile.status': Nothing
    'issuer.profile.status.hint': Nothing
    'issuer.profile.status.wrong': Nothing
    'issuer.profile.signatory': Nothing
    'issuer.profile.signatory.hint': Nothing
    'issuer.profile.signatory-title': Nothing
    'issuer.profile.signatory-title.needs-name': Nothing
    'issuer.profile.save': Nothing
    'issuer.profile.saved': Nothing
    'issuer.logo': Nothing
    'issuer.logo.hint': Nothing
    'issuer.logo.none': Nothing
    'issuer.logo.alt': Nothing
    'issuer.logo.choose': Nothing
    'issuer.logo.other': Nothing
    'issuer.logo.remove': Nothing
    'issuer.backup.title': Nothing
    'issuer.backup.text': Nothing
    'issuer.passphrase': Nothing
    'issuer.passphrase.hint': Nothing
    'issuer.passphrase.short': Nothing
    'issuer.passphrase.again': Nothing
    'issuer.passphrase.differs': Nothing
    'issuer.backup.go': Nothing
    'issuer.backup.done': { file: string | number }
    'issuer.restore.title': Nothing
    'issuer.restore.text': Nothing
    'issuer.restore.go': Nothing
    'issuer.restore.done': Nothing
    'issuer.restore.same': Nothing
  }
  credential: {
    'fixed.description': { title: string | number; contacts: string | number }
    'fixed.criteria': { hits: number; falseAlarms: number }
    'fixed.rule': Nothing
    'sequential.rule': Nothing
    'sequential.description': { title: string | number; contacts: string | number }
    'sequential.criteria': { contacts: string | number }
    reports: { share: number }
    rule: { name: string | number; version: string | number; rounds: string | number; days: string | number; hardly: number; hardlyPasses: number; well: number; wellPasses: number }
    ask: { organisation: string | number }
    'ask.contact': { organisation: string | number; contact: string | number }
    'result.score': Nothing
    'result.attacks': Nothing
    'result.customers': Nothing
  }
  debrief: {
    debrief: Nothing
    'was.attack': Nothing
    'was.legitimate': Nothing
    again: Nothing
    next: { title: string | number }
    done: Nothing
    points: { pass: string | number }
    unscored: Nothing
    exchanges: { count: number }
    decisions: { count: number }
    given: { count: number }
    keep: Nothing
    cues: { cues: string | number }
    reassuring: { cues: string | number }
    decisive: Nothing
    'looks-odd': Nothing
    you: Nothing
    silence: Nothing
    better: Nothing
    critical: Nothing
    'not-searched': Nothing
    passed: Nothing
    'not-passed': Nothing
    incident: Nothing
    sources: Nothing
    timeline: Nothing
    lost: Nothing
    verification: Nothing
    'data-protection': Nothing
    integrity: Nothing
    reporting: Nothing
    'de-escalation': Nothing
    'customer-care': Nothing
    cost: Nothing
    'cost.handling': { time: string | number; target: string | number }
    'cost.queue': { now: number; before: string | number }
    'cost.adherence': { share: number }
    'cost.right': Nothing
    'cost.seconds': { minutes: string | number }
    'cost.more-waiting': { n: string | number }
    'cost.complaint': Nothing
  }
  dialogs: {
    'save.auditLog.title': Nothing
    'save.auditLog.kind': Nothing
    'save.auditLog.name': { mark: string | number }
    'save.certificate.title': Nothing
    'save.certificate.kind': Nothing
    'save.certificate.name': { mark: string | number }
    'save.badge.title': Nothing
    'save.badge.kind': Nothing
    'save.badge.name': { mark: string | number }
    'save.credential.title': Nothing
    'save.credential.kind': Nothing
    'save.credential.name': { mark: string | number }
    'save.revocations.title': Nothing
    'save.revocations.kind': Nothing
    'save.revocations.name': { mark: string | number }
    'save.statusList.title': Nothing
    'save.statusList.kind': Nothing
    'save.statusList.name': { mark: string | number }
    'save.issuerKey.title': Nothing
    'save.issuerKey.kind': Nothing
    'save.issuerKey.name': { mark: string | number }
    'save.personFile.title': Nothing
    'save.personFile.kind': Nothing
    'save.personFile.name': { mark: string | number }
    'save.refusedStatements.title': Nothing
    'save.refusedStatements.kind': Nothing
    'save.refusedStatements.name': { mark: string | number }
    'save.rosterFaults.title': Nothing
    'save.rosterFaults.kind': Nothing
    'save.rosterFaults.name': { mark: string | number }
    'save.setUpFile.title': Nothing
    'save.setUpFile.kind': Nothing
    'save.setUpFile.name': Nothing
    'save.records.title': Nothing
    'save.records.kind': Nothing
    'save.records.name': { mark: string | number }
    'save.completion.title': Nothing
    'save.completion.kind': Nothing
    'save.completion.name': { mark: string | number }
    'save.statements.title': Nothing
    'save.statements.kind': Nothing
    'save.statements.name': { mark: string | number }
    'save.dueDates.title': Nothing
    'save.dueDates.kind': Nothing
    'save.dueDates.name': { mark: string | number }
    'open.certificateToVerify.title': Nothing
    'open.certificateToVerify.kind': Nothing
    'open.revocations.title': Nothing
    'open.revocations.kind': Nothing
    'open.logo.title': Nothing
    'open.logo.kind': Nothing
    'open.issuerKey.title': Nothing
    'open.issuerKey.kind': Nothing
    'open.roster.title': Nothing
    'open.roster.kind': Nothing
    'open.setUpFile.title': Nothing
    'open.setUpFile.kind': Nothing
    'open.bundles.title': Nothing
    'open.bundles.kind': Nothing
    'folder.certificates': Nothing
    'folder.exchange': Nothing
    'folder.backups': Nothing
    'button.save': Nothing
    'button.open': Nothing
    'button.folder': Nothing
    'all-files': Nothing
  }
  errors: {
    'bad-request': Nothing
    'not-allowed': Nothing
    'not-signed-in': Nothing
    locked: Nothing
    'must-change': Nothing
    'wrong-secret': Nothing
    'too-many-tries': Nothing
    'weak-secret': Nothing
    'other-administrator': Nothing
    'last-administrator': Nothing
    'manager-unknown': Nothing
    'manager-cycle': Nothing
    'unusable-name': Nothing
    stale: Nothing
    'roster-unreadable': Nothing
    'roster-workbook': Nothing
    'roster-not-text': Nothing
    'roster-empty': Nothing
    'roster-faults': Nothing
    'not-found': Nothing
    'already-exists': Nothing
    'round-waits': Nothing
    'not-yet': Nothing
    'scenario-changed': Nothing
    'scenario-invalid': Nothing
    'media-unusable': Nothing
    'looked-enough': Nothing
    'not-offered': Nothing
    'attempt-ended': Nothing
    'log-out-of-step': Nothing
    unprintable: Nothing
    'being-signed': Nothing
    'wrong-passphrase': Nothing
    'picture-type': Nothing
    'picture-large': Nothing
    'picture-damaged': Nothing
    'file-unreadable': Nothing
    'write-failed': Nothing
    'disk-full': Nothing
    'not-writable': Nothing
    'too-many-rows': Nothing
    'export-running': Nothing
    'hidden-by-privacy': Nothing
    'results-closed': Nothing
    'earlier-closed': Nothing
    'administrator-resets': Nothing
    'pin-needed': Nothing
    cancelled: Nothing
    'records-busy': Nothing
    'backup-unreadable': Nothing
    'backup-locked': Nothing
    'backup-newer': Nothing
    internal: Nothing
  }
  exchange: {
    title: Nothing
    'role.alone': Nothing
    'role.hr': Nothing
    'role.device': { organisation: string | number }
    'make.title': Nothing
    'make.text': Nothing
    'make.first': Nothing
    'make.people': Nothing
    'make.people.hint': Nothing
    'make.save': Nothing
    'make.saved': { file: string | number }
    'make.code': Nothing
    'make.code.hint': Nothing
    'take.title': Nothing
    'take.text': Nothing
    'take.again': Nothing
    'take.choose': Nothing
    'take.read': { organisation: string | number; courses: number; people: number; date: string | number }
    'take.code': { code: string | number }
    'take.name': Nothing
    'take.name.hint': Nothing
    'take.site': Nothing
    'take.go': Nothing
    'take.done': Nothing
    'name.missing': Nothing
    'folder.title': Nothing
    'folder.device': Nothing
    'folder.hr': Nothing
    'folder.none': Nothing
    'folder.choose': Nothing
    'folder.change': Nothing
    'folder.problem.missing': Nothing
    'folder.problem.denied': Nothing
    'folder.problem.other': { code: string | number }
    'folder.full': Nothing
    'last.never': Nothing
    'last.at': { at: string | number }
    'send.now': Nothing
    'look.now': Nothing
    'send.again': Nothing
    'send.again.hint': Nothing
    'take.files': Nothing
    'take.files.done': { imported: number; known: number; notTaken: number }
    'own.title': Nothing
    'own.name': Nothing
    'own.site': Nothing
    'own.code': Nothing
    'own.code.hint': Nothing
    'own.waiting': Nothing
    'own.waiting.n': { n: number }
    'own.latest': Nothing
    'own.latest.n': { number: string | number; at: string | number }
    'own.latest.unwritten': { number: string | number }
    'requests.title': Nothing
    'requests.text': Nothing
    'requests.asked': { at: string | number }
    'requests.accept': Nothing
    'requests.refuse': Nothing
    'devices.title': Nothing
    'devices.none': Nothing
    'devices.name': Nothing
    'devices.last': Nothing
    'devices.state': Nothing
    'devices.never': Nothing
    'devices.ok': Nothing
    'devices.gaps': { n: number; list: string | number }
    'devices.revoked': { at: string | number }
    'devices.revoke': Nothing
    'devices.again': Nothing
    'devices.revoke.title': { name: string | number }
    'devices.revoke.text': Nothing
    cancel: Nothing
    'problems.title': Nothing
    'problems.text': Nothing
    'problems.from': { device: string | number; number: string | number }
    'problems.unnamed': { file: string | number }
    'problems.who': Nothing
    'who.title': Nothing
    'who.text': { number: string | number; ours: string | number; theirs: string | number }
    'who.same': Nothing
    'who.other': Nothing
    close: Nothing
    'reason.torn': Nothing
    'reason.damaged': Nothing
    'reason.not-a-bundle': Nothing
    'reason.newer-format': Nothing
    'reason.too-large': Nothing
    'reason.other-organisation': Nothing
    'reason.altered': Nothing
    'reason.unknown-device': Nothing
    'reason.revoked-device': Nothing
    'reason.unusable-name': Nothing
    'reason.number-clash': Nothing
    'reason.unknown-course': Nothing
    'reason.unknown-scenario': Nothing
    'reason.wrong-signature': Nothing
    'reason.wrong-score': Nothing
    'reason.attempt-clash': Nothing
    'next.unusable-name': Nothing
    'next.torn': Nothing
    'next.damaged': Nothing
    'next.not-a-bundle': Nothing
    'next.newer-format': Nothing
    'next.too-large': Nothing
    'next.other-organisation': Nothing
    'next.altered': Nothing
    'next.unknown-device': Nothing
    'next.revoked-device': Nothing
    'next.number-clash': Nothing
    'next.unknown-course': Nothing
    'next.unknown-scenario': Nothing
    'next.wrong-signature': Nothing
    'next.wrong-score': Nothing
    'next.attempt-clash': Nothing
    'refused.empty': Nothing
    'refused.damaged': Nothing
    'refused.not-an-enrolment': Nothing
    'refused.newer-format': Nothing
    'refused.altered': Nothing
    'refused.scenario-unusable': Nothing
    'refused.unusable-name': Nothing
    'refused.media-unusable': Nothing
    'refused.is-hr': Nothing
    'refused.other-organisation': Nothing
    'refused.older': Nothing
    'file.read': { organisation: string | number; code: string | number }
  }
  export: {
    open: Nothing
    title: Nothing
    subject: Nothing
    'subject.completion': Nothing
    'subject.completion.hint': Nothing
    'subject.attempts': Nothing
    'subject.attempts.hint': Nothing
    format: Nothing
    'format.xlsx': Nothing
    'format.xlsx.hint': Nothing
    'format.csv': Nothing
    'format.csv.hint': Nothing
    'format.jsonl': Nothing
    'format.jsonl.hint': Nothing
    'format.xapi': Nothing
    'format.xapi.hint': Nothing
    'format.pdf': Nothing
    'format.pdf.hint': Nothing
    paper: Nothing
    filter: Nothing
    'filter.hint': Nothing
    private: Nothing
    go: Nothing
    cancel: Nothing
    stop: Nothing
    stopping: Nothing
    close: Nothing
    starting: Nothing
    progress: { done: number; total: number }
    'progress.label': Nothing
    done: { rows: number; file: string | number }
    altered: { n: number }
    unsealed: { n: number }
    stopped: Nothing
  }
  filter: {
    everything: Nothing
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
    'status.open': Nothing
    'status.in-progress': Nothing
    'status.late': Nothing
    'status.failed': Nothing
    'status.complete': Nothing
    'status.expired': Nothing
    'status.revoked': Nothing
    'competency.verification': Nothing
    'competency.data-protection': Nothing
    'competency.integrity': Nothing
    'competency.reporting': Nothing
    'competency.de-escalation': Nothing
    'competency.customer-care': Nothing
  }
  glossary: {
    title: Nothing
    tactics: Nothing
    'tactics.text': Nothing
    cues: Nothing
    warning: Nothing
    'warning.text': Nothing
    reassuring: Nothing
    'reassuring.text': Nothing
    first: Nothing
    'first.text': Nothing
    outcomes: Nothing
    critical: Nothing
    'critical.text': Nothing
    'turned-away': Nothing
    'turned-away.text': Nothing
    'tactic.authority': Nothing
    'tactic.blackmail': Nothing
    'tactic.bribery': Nothing
    'tactic.commitment': Nothing
    'tactic.curiosity': Nothing
    'tactic.fear': Nothing
    'tactic.flattery': Nothing
    'tactic.impersonation': Nothing
    'tactic.insider-knowledge': Nothing
    'tactic.intimidation': Nothing
    'tactic.isolation': Nothing
    'tactic.liking': Nothing
    'tactic.pretext': Nothing
    'tactic.reciprocity': Nothing
    'tactic.scarcity': Nothing
    'tactic.secrecy': Nothing
    'tactic.social-proof': Nothing
    'tactic.sympathy': Nothing
    'tactic.urgency': Nothing
  }
  issues: {
    'unreadable-file': Nothing
    'id-differs': { id: string | number; file: string | number }
    'not-utf8.utf16': Nothing
    'not-utf8.other': Nothing
    'not-json.empty': Nothing
    'not-json.unknown': Nothing
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
    'missing.scenes': Nothing
    'missing.first-scene': { where: string | number }
    'missing.disposition': { where: string | number }
    'missing.debrief': { where: string | number }
    'missing.meta': { where: string | number }
    'missing.tactics': Nothing
    'missing.languages': Nothing
    'missing.format': { format: string | number }
    'missing.tool-object': { where: string | number; choice: string | number; tool: string | number; object: string | number }
    'unknown-key': { place: string | number; key: string | number }
    'unknown-action': { place: string | number; action: string | number; known: string | number }
    'unknown-guard': { place: string | number; guard: string | number; known: string | number }
    'wrong-type.scenario': Nothing
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
    'no-warning-cue': Nothing
    'no-ending': Nothing
    'missing-translation': { language: string | number }
    'stray-translation': { language: string | number }
    'unknown-placeholder': { placeholder: string | number; known: string | number }
    'placeholder-not-here': { placeholder: string | number }
    'bad-placeholder': Nothing
    'unwelcome-markup.picture': Nothing
    'unwelcome-markup.link': Nothing
    'unwelcome-markup.html': Nothing
    'control-character.line-break': Nothing
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
    'pass-unattainable': Nothing
    'critical-passes': Nothing
    'unknown-scenario.module': { scenario: string | number; file: string | number }
    'unknown-scenario.plan': { scenario: string | number; file: string | number }
    'scenario-invalid': { scenario: string | number }
    'attack-share': { share: number }
    'bad-rule.skills': Nothing
    'bad-rule.room': Nothing
    'bad-rule.twice': Nothing
    'habit-passes': { count: string | number; share: number }
    'habit-close': { least: string | number; count: string | number }
    'guess-passes': { share: number }
    'words-pass': { count: string | number; share: number }
    'truth-leaks': { count: string | number; share: number }
    'passes-unskilled': { share: number }
    'fails-skilled': { share: number }
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
  menu: {
    file: Nothing
    edit: Nothing
    view: Nothing
    window: Nothing
    about: Nothing
    hide: Nothing
    hideOthers: Nothing
    unhide: Nothing
    quit: Nothing
    undo: Nothing
    redo: Nothing
    cut: Nothing
    copy: Nothing
    paste: Nothing
    selectAll: Nothing
    resetZoom: Nothing
    zoomIn: Nothing
    zoomOut: Nothing
    togglefullscreen: Nothing
    minimize: Nothing
    close: Nothing
  }
  papers: {
    certifies: Nothing
    completed: Nothing
    course: { contacts: number }
    stopped: Nothing
    served: Nothing
    critical: Nothing
    share: { part: string | number; all: string | number }
    none: Nothing
    done: Nothing
    until: Nothing
    score: Nothing
    of: { score: string | number }
    id: Nothing
    logo: { organisation: string | number }
    qr: Nothing
    verify: Nothing
  }
  people: {
    title: Nothing
    empty: Nothing
    import: Nothing
    add: Nothing
    'add.go': Nothing
    assign: Nothing
    newcomers: Nothing
    'filter.left': Nothing
    'order.what': Nothing
    'order.name': Nothing
    'order.number': Nothing
    'order.team': Nothing
    'order.site': Nothing
    'order.role': Nothing
    'role.trainee': Nothing
    'role.trainer': Nothing
    'role.hr': Nothing
    'role.administrator': Nothing
    'col.name': Nothing
    'col.number': Nothing
    'col.team': Nothing
    'col.site': Nothing
    'col.manager': Nothing
    'col.role': Nothing
    'col.courses': Nothing
    'courses.more': { n: number }
    'choose.page': Nothing
    'choose.one': { name: string | number }
    chosen: { n: number }
    'chosen.assign': Nothing
    'chosen.clear': Nothing
    'chosen.most': { n: number }
    'col.left': Nothing
    range: { from: number; to: number; total: number }
    'range.all': { n: number }
    pages: Nothing
    previous: Nothing
    next: Nothing
    'edit.title': { name: string | number }
    'form.name': Nothing
    'form.name.hint': Nothing
    'form.number': Nothing
    'form.email': Nothing
    'form.email.hint': Nothing
    'form.wrong.email': Nothing
    'form.role': Nothing
    'form.role.hint': Nothing
    'form.team': Nothing
    'form.site': Nothing
    'form.manager': Nothing
    'form.left': Nothing
    'form.left.hint': Nothing
    'form.save': Nothing
    'form.saving': Nothing
    'form.wrong.name': Nothing
    'form.wrong.group': Nothing
    'form.missing.name': Nothing
    'form.missing.number': Nothing
    'form.taken': Nothing
    reset: Nothing
    'reset.none': { name: string | number }
    'secret.title': { name: string | number }
    'secret.text': { name: string | number }
    'secret.done': Nothing
    'courses.title': Nothing
    'courses.none': Nothing
    'courses.due': { date: string | number }
    'courses.no-due': Nothing
    'courses.withdraw': Nothing
    'courses.withdraw.what': { title: string | number }
    'assign.title': Nothing
    'assign.to-one': { name: string | number }
    'assign.to-many': { n: number }
    'assign.more': { n: number }
    'assign.stale': Nothing
    'assign.course': Nothing
    'assign.due': Nothing
    'assign.due.hint': Nothing
    'assign.newcomers': Nothing
    'assign.newcomers.everybody': Nothing
    'assign.newcomers.some': { groups: string | number }
    'assign.newcomers.not': Nothing
    'assign.go': Nothing
    'assign.withdraw': Nothing
    'assign.done': { assigned: number }
    'assign.done.complete': { assigned: number; complete: number }
    'assign.withdrawn': { n: number }
    'rules.title': Nothing
    'rules.none': Nothing
    'rules.who.all': Nothing
    'rules.who': { groups: string | number }
    'rules.days': { days: number }
    'rules.no-days': Nothing
    'rules.end': Nothing
    'rules.end.what': { title: string | number }
    'roster.title': Nothing
    'roster.back': Nothing
    'roster.text': Nothing
    'roster.choose': Nothing
    'roster.other': Nothing
    'roster.reading': Nothing
    'roster.file': { file: string | number; rows: number; encoding: string | number }
    'roster.reading.title': Nothing
    'roster.header': Nothing
    'roster.header.line': { line: number; text: string | number }
    'roster.header.none': Nothing
    'roster.separator': Nothing
    'roster.separator.comma': Nothing
    'roster.separator.semicolon': Nothing
    'roster.separator.tab': Nothing
    'roster.separator.bar': Nothing
    'roster.encoding': Nothing
    'roster.guessed': { encoding: string | number }
    'roster.guessed.plain': { encoding: string | number }
    'roster.accents': Nothing
    'roster.column.number': { n: number }
    'roster.columns': Nothing
    'roster.column.none': Nothing
    'roster.field.number': Nothing
    'roster.field.name': Nothing
    'roster.field.firstName': Nothing
    'roster.field.lastName': Nothing
    'roster.field.email': Nothing
    'roster.field.team': Nothing
    'roster.field.site': Nothing
    'roster.field.manager': Nothing
    'roster.need.number': Nothing
    'roster.need.name': Nothing
    'roster.sample': Nothing
    'roster.comparing': Nothing
    'roster.plan': Nothing
    'roster.added': Nothing
    'roster.changed': Nothing
    'roster.unchanged': Nothing
    'roster.missing': Nothing
    'roster.faulty': { n: number }
    'roster.list.added': Nothing
    'roster.list.changed': Nothing
    'roster.returning': { n: number }
    'roster.list.returning': Nothing
    'roster.list.missing': Nothing
    'roster.fields': Nothing
    'roster.fields.of': { field: string | number; n: number }
    'roster.change': { field: string | number; before: string | number; after: string | number }
    'roster.change.nothing': Nothing
    'roster.change.name': Nothing
    'roster.change.email': Nothing
    'roster.change.team': Nothing
    'roster.change.site': Nothing
    'roster.change.manager': Nothing
    'roster.list.more': { n: number }
    'roster.faults': Nothing
    'roster.faults.text': Nothing
    'roster.faults.first': { n: number }
    'roster.fault.line': Nothing
    'roster.fault.what': Nothing
    'roster.fault.stray-quote': { value: string | number }
    'roster.fault.unclosed-quote': { value: string | number }
    'roster.fault.too-many-cells': { value: string | number }
    'roster.fault.too-few-cells': { value: string | number }
    'roster.fault.line-break': { value: string | number }
    'roster.fault.number-zeros': { value: string | number; like: string | number }
    'roster.fault.name-none': { value: string | number }
    'roster.fault.unreadable': { value: string | number }
    'roster.fault.number-missing': Nothing
    'roster.fault.number-shape': { value: string | number }
    'roster.fault.number-decimals': { value: string | number }
    'roster.fault.number-twice': { value: string | number; other: string | number }
    'roster.fault.name-missing': Nothing
    'roster.fault.email-shape': { value: string | number }
    'roster.fault.too-long': { value: string | number }
    'roster.fault.manager-unknown': { value: string | number }
    'roster.fault.manager-self': Nothing
    'roster.fault.manager-cycle': { value: string | number }
    'roster.save-faults': Nothing
    'roster.faults-saved': { file: string | number; rows: number }
    'roster.mark-left': { n: number }
    'roster.mark-left.hint': Nothing
    'roster.mark-left.unsure': Nothing
    'roster.take-back': { n: number }
    'roster.take-back.hint': Nothing
    'roster.staff-gone': { n: number; names: string | number }
    'roster.stale': Nothing
    'roster.go': { n: number }
    'roster.go.good': { n: number }
    'roster.going': Nothing
    'roster.nothing': Nothing
    'roster.done': { added: number; changed: number; returned: number; left: number }
  }
  person: {
    back: Nothing
    'certificate.open': { id: string | number }
    details: Nothing
    'details.number': Nothing
    'details.email': Nothing
    'details.team': Nothing
    'details.site': Nothing
    'details.manager': Nothing
    'details.none': { field: string }
    left: { date: string | number }
    courses: Nothing
    'courses.none': Nothing
    attempts: Nothing
    'attempts.none': Nothing
    'attempts.last': { shown: number; all: number }
    'attempts.open': { title: string | number; date: string | number }
    'attempts.hidden': Nothing
    critical: Nothing
    altered: Nothing
    'altered.text': Nothing
    unsealed: Nothing
    detection: Nothing
    data: Nothing
    'data.text': Nothing
    'data.save': Nothing
    'data.saved': { file: string | number }
    erase: Nothing
    'erase.text': Nothing
    'erase.title': { name: string | number }
    'erase.ask': { number: string | number }
    'erase.field': Nothing
    'erase.go': Nothing
    'erase.wrong': Nothing
    'erase.done': { attempts: number; credentials: number }
    'erase.delivered': { n: number }
    cancel: Nothing
    replay: Nothing
    'replay.back': { name: string | number }
    'replay.of': { name: string | number; date: string | number }
    'replay.shown': Nothing
    'replay.debrief': Nothing
    'replay.steps': Nothing
    'replay.previous': Nothing
    'replay.next': Nothing
    'replay.position': { step: number; steps: number }
    'replay.start': Nothing
    'replay.end': Nothing
    'replay.took': { seconds: number }
    'replay.offered': Nothing
    'replay.tools': { tools: string | number }
    'replay.taken': Nothing
    'replay.looked': { what: string | number }
    'replay.used': { what: string | number }
    'replay.silence': Nothing
    'replay.left': Nothing
    'replay.version': { version: string | number }
    'replay.running': Nothing
    'replay.unreadable': Nothing
    'replay.altered.record': Nothing
    'replay.altered.log': Nothing
    'replay.altered.signature': Nothing
    'replay.altered.scenario': Nothing
    'replay.altered.score': Nothing
    'replay.whole': Nothing
    'replay.unsealed': Nothing
    'retention.title': Nothing
    'retention.text': Nothing
    'retention.label': Nothing
    'retention.for-ever': Nothing
    'retention.months': { n: number }
    'retention.save': Nothing
    'retention.saved': Nothing
    'retention.ask.title': { n: number }
    'retention.ask': Nothing
    'retention.ask.go': Nothing
    'retention.ask.keep': Nothing
    'own.text': Nothing
    'own.save': Nothing
  }
  places: {
    'where.machine': Nothing
    'where.scene': { scene: string | number }
    'place.scene': { scene: string | number }
    'place.choice': { scene: string | number; choice: string | number }
    'place.own-choice': { choice: string | number }
    'called.file': Nothing
    'called.name': { name: string | number }
    'called.entry': { number: string | number; list: string | number }
    'move.choice': { choice: string | number }
    'move.time-limit': Nothing
    'move.automatic': Nothing
    json: { line: string | number; column: string | number }
    'sign.shown': { sign: string | number }
    'sign.unseen': { sign: string | number }
  }
  player: {
    'role.agent': { name: string | number }
    'role.customer': { name: string | number }
    'role.supervisor': { name: string | number }
    place: { number: number; drawn: string; of: number }
    'pause.text.assessed': Nothing
    'pause.leave.assessed': Nothing
    'leave.title': Nothing
    'leave.text': Nothing
    'leave.crash': Nothing
    'leave.stay': Nothing
    'leave.go': Nothing
    'mode.practice': Nothing
    pause: Nothing
    'pause.title': Nothing
    'pause.text': Nothing
    'pause.resume': Nothing
    'pause.leave': Nothing
    'pause.atOnce': Nothing
    'channel.chat': Nothing
    'channel.call': Nothing
    'channel.mail': Nothing
    'channel.desk': Nothing
    'call.incoming': Nothing
    'call.answer': Nothing
    'call.time': Nothing
    'call.mute': Nothing
    'call.unmute': Nothing
    'mail.from': Nothing
    'mail.attached': Nothing
    'media.picture': Nothing
    'media.enlarge': Nothing
    'media.close': Nothing
    'media.sound': Nothing
    'media.heard': Nothing
    'media.play': Nothing
    'media.pause': Nothing
    'media.position': Nothing
    'media.at': { at: string | number; length: string | number }
    'media.gone.picture': Nothing
    'media.gone.sound': Nothing
    you: Nothing
    thread: Nothing
    typing: { name: string | number }
    speaking: { name: string | number }
    'show-all': Nothing
    'show-all.key': Nothing
    silence: Nothing
    'ask.chat': Nothing
    'ask.call': Nothing
    'ask.mail': Nothing
    'ask.desk': Nothing
    'only-desk': Nothing
    'or-desk': Nothing
    'more-time': Nothing
    'no-limit': Nothing
    'time-left': { seconds: string | number }
    'time-limit': { seconds: number }
    'see-debrief': Nothing
    ended: Nothing
    'problem.text': Nothing
    'problem.retry': Nothing
    desk: Nothing
    'tab.customers': Nothing
    'tab.staff': Nothing
    'tab.own-account': Nothing
    'tab.directory': Nothing
    'tab.own-directory': Nothing
    'tab.policies': Nothing
    'tab.own-policies': Nothing
    'tab.notes': Nothing
    'record.reveal': Nothing
    'record.change': Nothing
    'record.logged': Nothing
    'record.identity': Nothing
    'directory.call': Nothing
    'directory.empty': Nothing
    'policies.empty': Nothing
    'records.empty': Nothing
    'notes.label': Nothing
    'notes.hint': Nothing
    tools: Nothing
    'tool.report': Nothing
    'tool.report.hint': Nothing
    'tool.call-back': Nothing
    'tool.call-back.hint': Nothing
    'tool.escalate': Nothing
    'tool.escalate.hint': Nothing
    'tool.hang-up': Nothing
    'tool.hang-up.hint': Nothing
    'tool.forward': Nothing
    'tool.forward.hint': Nothing
    'tool.preserve': Nothing
    'tool.preserve.hint': Nothing
    'tool.verify-identity': Nothing
    'tool.verify-identity.hint': Nothing
    'tool.unlock-account': Nothing
    'tool.unlock-account.hint': Nothing
    'tool.reset-mfa': Nothing
    'tool.reset-mfa.hint': Nothing
    'tool.move-money': Nothing
    'tool.move-money.hint': Nothing
    'tool.share-screen': Nothing
    'tool.share-screen.hint': Nothing
    'tool.reveal-field': Nothing
    'tool.reveal-field.hint': Nothing
    'tool.change-account': Nothing
    'tool.change-account.hint': Nothing
    'tool.open-policy': Nothing
    'tool.open-policy.hint': Nothing
    'own.report': Nothing
    'own.report.hint': Nothing
    'own.call-back': Nothing
    'own.call-back.hint': Nothing
    'own.escalate': Nothing
    'own.escalate.hint': Nothing
    'own.hang-up': Nothing
    'own.hang-up.hint': Nothing
    'nothing-happened': { tool: string | number }
    'choose-number': Nothing
    'choose-recipient': Nothing
    revealed: Nothing
    workload: Nothing
    'workload.handling': Nothing
    'workload.handling.target': { time: string | number }
    'workload.queue': Nothing
    'workload.queue.target': { most: string | number }
    'workload.adherence': Nothing
    'workload.adherence.target': { least: number }
    'workload.percent': { share: number }
    'workload.over': Nothing
    'workload.complaints': Nothing
    used: { tool: string | number }
    'used.on': { tool: string | number; object: string | number }
  }
  proof: {
    share: { share: number }
    habits: { habits: number; orders: number; right: string | number }
    'habits.by-tool': Nothing
    'habits.by-reply': Nothing
    'habits.best': Nothing
    habit: { tools: string | number; mode: string | number; reply: string | number }
    'habit.plain': { reply: string | number }
    'habit.then': { first: string | number; second: string | number }
    act: Nothing
    'mode.everywhere': Nothing
    'mode.first-scene': Nothing
    'mode.in-turn': Nothing
    'mode.after-a-reply': Nothing
    'reply.first': Nothing
    'reply.second': Nothing
    'reply.middle': Nothing
    'reply.last': Nothing
    'reply.longest': Nothing
    'reply.second-longest': Nothing
    'reply.second-shortest': Nothing
    'reply.shortest': Nothing
    'reply.most-polite': Nothing
    'reply.least-polite': Nothing
    'reply.most-questions': Nothing
    'reply.fewest-questions': Nothing
    'reply.most-exclamations': Nothing
    'reply.most-digits': Nothing
    'reply.most-names': Nothing
    'reply.most-sentences': Nothing
    decisive: Nothing
    'decisive.none': Nothing
    'decisive.cut': Nothing
    'decisive.right': { presses: string | number }
    'decisive.wrong': { presses: string | number }
    'stand-out': Nothing
    'stand-out.none': Nothing
    'stand-out.length.more': { own: number; others: number }
    'stand-out.length.less': { own: number; others: number }
    'stand-out.courtesy.more': Nothing
    'stand-out.courtesy.less': Nothing
    'stand-out.questions.more': Nothing
    'stand-out.questions.less': Nothing
    'stand-out.exclamations.more': Nothing
    'stand-out.exclamations.less': Nothing
    'stand-out.digits.more': Nothing
    'stand-out.digits.less': Nothing
    'stand-out.names.more': Nothing
    'stand-out.names.less': Nothing
    few: { scenes: string | number }
    'title.course': { course: string | number; contacts: number; share: number }
    'part.habits': { passing: number; habits: number; rounds: number; orders: number; locales: string | number }
    'habit.row': { passed: string | number; right: string | number; short: number; habit: string | number; locale: string | number }
    'part.best': Nothing
    'part.known': Nothing
    'part.contacts': Nothing
    'part.guess': { anything: string | number; rounds: number; replies: string | number }
    'part.words': { passing: number; habits: number }
    'reply.words-bayes': Nothing
    'reply.words-logistic': Nothing
    'part.bots': Nothing
    'bot.row': { bot: string | number; hits: number; attacks: number; alarms: number; legitimate: number; result: string }
    'part.leaks': { contacts: number; twins: number }
    'by.number': Nothing
    'by.nearest': Nothing
    'by.nearest-three': Nothing
    'by.bayes': Nothing
    'by.word-bayes': Nothing
    'by.word-logistic': Nothing
    'seen.everything': Nothing
    'leak.row': { right: string | number; what: string | number; by: string | number; locale: string | number }
    'part.table': Nothing
    'table.head': { rounds: number }
    'table.remembers': Nothing
    'table.deck': Nothing
    'table.small-pool': { pool: number; wanted: number; chance: string | number; full: string | number }
    proven: Nothing
    'seen.place-in-order': Nothing
    'seen.minutes': Nothing
    'seen.title-length': Nothing
    'seen.summary-length': Nothing
    'seen.first-replies': Nothing
    'seen.first-reply-longest': Nothing
    'seen.first-reply-shortest': Nothing
    'seen.first-reply-letters': Nothing
    'seen.time-limit': Nothing
    'seen.time-limit-seconds': Nothing
    'seen.first-beats': Nothing
    'seen.first-beats-letters': Nothing
    'seen.first-beats-delay': Nothing
    'seen.first-beats-questions': Nothing
    'seen.first-beats-exclamations': Nothing
    'seen.first-beats-digits': Nothing
    'seen.first-beats-courtesy': Nothing
    'seen.attachments': Nothing
    'seen.media': Nothing
    'seen.customers': Nothing
    'seen.fields': Nothing
    'seen.masked-fields': Nothing
    'seen.directory': Nothing
    'seen.policies': Nothing
    'seen.lead': Nothing
    'seen.handle': Nothing
    'seen.channel': { name: string | number }
    'seen.role': { name: string | number }
    'seen.desk': { name: string | number }
    'seen.policy': { name: string | number }
    'seen.record-tool': { name: string | number }
    'seen.tool': { name: string | number }
    'seen.title': Nothing
    'seen.summary': Nothing
    'seen.contact': Nothing
    'seen.first-beats-words': Nothing
    'seen.first-replies-words': Nothing
    'seen.policy-book': Nothing
    'seen.directory-words': Nothing
    'seen.all-words': Nothing
    'part.contacts-proven': { proven: number; contacts: number }
  }
  'record-store': {
    title: Nothing
    intro: Nothing
    'names.named': Nothing
    'names.pseudonymous': Nothing
    leftover: { count: number }
    address: Nothing
    'address.hint': Nothing
    key: Nothing
    secret: Nothing
    'secret.kept': Nothing
    'secret.hint': Nothing
    'home-page': Nothing
    'home-page.hint': Nothing
    'earlier.with': Nothing
    'earlier.hint': { count: number }
    try: Nothing
    trying: Nothing
    connect: Nothing
    save: Nothing
    cancel: Nothing
    tried: Nothing
    'tried.write-only': Nothing
    'fault.not-an-address': Nothing
    'fault.not-https': Nothing
    'fault.with-credentials': Nothing
    'fault.with-query': Nothing
    'fault.secret-missing': Nothing
    'fault.key-missing': Nothing
    'fault.home-page': Nothing
    'problem.unreachable': Nothing
    'problem.slow': Nothing
    'problem.certificate': Nothing
    'problem.redirect': Nothing
    'problem.proxy': Nothing
    'problem.credentials': Nothing
    'problem.not-found': Nothing
    'problem.busy': Nothing
    'problem.server-fault': Nothing
    'problem.not-understood': Nothing
    'problem.not-held': Nothing
    'problem.version': Nothing
    'problem.secret-unreadable': Nothing
    'problem.internal': Nothing
    detail: Nothing
    'state.connected': Nothing
    'state.refused': { refused: number }
    'state.nothing-yet': Nothing
    'state.sending': { count: number }
    'state.waiting': { count: number }
    'state.paused': { count: number }
    'state.stopped': { count: number }
    'fact.address': Nothing
    'fact.key': Nothing
    'fact.last': Nothing
    'fact.last.never': Nothing
    'fact.since': Nothing
    'fact.next': Nothing
    'fact.earlier': Nothing
    'fact.earlier.of': { done: number; total: number }
    'send-now': Nothing
    pause: Nothing
    resume: Nothing
    change: Nothing
    'send-earlier': Nothing
    'send-earlier.done': Nothing
    disconnect: Nothing
    'disconnect.title': Nothing
    'disconnect.text': { count: number }
    'disconnect.go': Nothing
    'refused.title': { count: number }
    'refused.text': Nothing
    'refused.what': Nothing
    'refused.when': Nothing
    'refused.reason': Nothing
    'refused.unwritten': Nothing
    'refused.hidden': Nothing
    'refused.view': Nothing
    'refused.statement': { verb: string | number }
    'refused.retry': Nothing
    'refused.retry.all': Nothing
    'refused.export': Nothing
    'refused.exported': { count: number; file: string | number }
    'refused.drop': Nothing
    'refused.drop.title': Nothing
    'refused.drop.text': Nothing
    'refused.drop.go': Nothing
    'refused.more': { shown: number }
    'refused.close': Nothing
    'refused.actions': Nothing
    'verb.initialized': Nothing
    'verb.completed': Nothing
    'verb.passed': Nothing
    'verb.failed': Nothing
    'verb.attempted': Nothing
    'verb.earned': Nothing
    'verb.had-revoked': Nothing
  }
  records: {
    'filter.search': Nothing
    'filter.search.hint': Nothing
    'filter.bar': Nothing
    'filter.all.site': Nothing
    'filter.role': Nothing
    'filter.all.role': Nothing
    'filter.all.team': Nothing
    'filter.all.course': Nothing
    'filter.all.status': Nothing
    'filter.all.period': Nothing
    'filter.all.score': Nothing
    'filter.all.competency': Nothing
    'filter.chosen': { what: string | number; chosen: string | number }
    'filter.many': { n: number }
    'filter.site': Nothing
    'filter.team': Nothing
    'filter.course': Nothing
    'filter.status': Nothing
    'filter.period': Nothing
    'filter.score': Nothing
    'filter.competency': Nothing
    'filter.none': Nothing
    'filter.find': Nothing
    'filter.clear': Nothing
    'filter.clear-all': Nothing
    'filter.done': Nothing
    'filter.score.from': Nothing
    'filter.score.to': Nothing
    'filter.score.hint': Nothing
    'filter.score.between': { from: number; to: number }
    'filter.score.least': { from: number }
    'filter.score.most': { to: number }
    'filter.competency.below': Nothing
    'filter.competency.chosen': { name: string | number; below: number }
    'filter.shown': { shown: number; all: number }
    'filter.shown.attempts': { more: string; n: number }
    'period.any': Nothing
    'period.this-month': Nothing
    'period.last-month': Nothing
    'period.next-30-days': Nothing
    'period.this-year': Nothing
    'period.own': Nothing
    'period.from': Nothing
    'period.to': Nothing
    'period.hint': Nothing
    'period.since': { from: string | number }
    'period.until': { to: string | number }
    'period.between': { from: string | number; to: string | number }
    'period.order': Nothing
    'views.title': Nothing
    'views.none': Nothing
    'views.save': Nothing
    'views.save.title': Nothing
    'views.save.hint': Nothing
    'views.name': Nothing
    'views.name.missing': Nothing
    'views.name.taken': Nothing
    'views.keep': Nothing
    'views.use': { name: string | number }
    'views.rename': Nothing
    'views.rename.of': { name: string | number }
    'views.rename.title': Nothing
    'views.delete': Nothing
    'views.delete.of': { name: string | number }
    'views.saved': { name: string | number }
    'views.deleted': { name: string | number }
    'views.unreadable': Nothing
    'figure.title': Nothing
    'figure.people': { n: number }
    'figure.people.rows': { n: number; rows: number }
    'figure.complete': { share: string | number }
    'figure.complete.over': { share: string | number; expired: number; both: string; revoked: number }
    'figure.under-way': { open: number }
    'figure.under-way.failed': { open: number; failed: number }
    'figure.late': Nothing
    'figure.missed': Nothing
    'figure.turned-away': Nothing
    'figure.interval': { low: string | number; high: string | number }
    'figure.few': Nothing
    'figure.interval.explained': { low: string | number; high: string | number }
    'figure.not-released': Nothing
    'figure.groups-only': Nothing
    'over-time.title': Nothing
    'over-time.summary': { complete: number; all: number; day: string | number; lately: number }
    'over-time.table': Nothing
    'over-time.until': Nothing
    'over-time.new': Nothing
    'over-time.total': Nothing
    'over-time.share': Nothing
    'over-time.none': Nothing
    'table.completion': Nothing
    'table.attempts': Nothing
    'col.name': Nothing
    'col.number': Nothing
    'col.team': Nothing
    'col.site': Nothing
    'col.course': Nothing
    'col.status': Nothing
    'col.done': Nothing
    'col.score': Nothing
    'col.missed': Nothing
    'col.turned-away': Nothing
    'col.due': Nothing
    'col.validity': Nothing
    'col.activity': Nothing
    'col.scenario': Nothing
    'col.started': Nothing
    'col.outcome': Nothing
    'col.mode': Nothing
    'row.of': { n: number; all: number }
    'row.until': { day: string | number }
    'row.done': { n: number; all: number }
    'row.again': { round: number }
    'row.failed': Nothing
    'row.critical': { n: number }
    'row.weakest': { competency: string | number }
    'status.open': Nothing
    'status.in-progress': Nothing
    'status.late': Nothing
    'status.failed': Nothing
    'status.complete': Nothing
    'status.expired': Nothing
    'status.revoked': Nothing
    'competency.verification': Nothing
    'competency.data-protection': Nothing
    'competency.integrity': Nothing
    'competency.reporting': Nothing
    'competency.de-escalation': Nothing
    'competency.customer-care': Nothing
    'mode.assessed': Nothing
    'mode.practice': Nothing
    'outcome.hit': Nothing
    'outcome.miss': Nothing
    'outcome.correct-service': Nothing
    'outcome.false-alarm': Nothing
    'outcome.running': Nothing
    'outcome.set-aside': Nothing
    'outcome.ended': Nothing
    'outcome.critical': { outcome: string | number }
    'pages.title': Nothing
    'pages.range': { from: number; to: number }
    'pages.previous': Nothing
    'pages.next': Nothing
    'empty.standings': Nothing
    'empty.attempts': Nothing
    'empty.filtered': Nothing
    'table.days': Nothing
    'col.day': Nothing
    'filter.shown.days': { more: string; n: number }
    'empty.days': Nothing
    'privacy.notice': { n: number }
  }
  report: {
    title: Nothing
    shows: Nothing
    'as-of': Nothing
    by: Nothing
    holds: Nothing
    nobody: Nothing
    complete: Nothing
    missed: Nothing
    'turned-away': Nothing
    course: Nothing
    enrolled: Nothing
    all: Nothing
    list: Nothing
    name: Nothing
    number: Nothing
    team: Nothing
    status: Nothing
    due: Nothing
    passed: Nothing
    until: Nothing
    score: Nothing
    'interval.note': Nothing
    'too-small': { people: number }
    interval: { low: string | number; high: string | number }
    page: { page: string | number; pages: string | number }
    'status.open': Nothing
    'status.in-progress': Nothing
    'status.late': Nothing
    'status.failed': Nothing
    'status.complete': Nothing
    'status.expired': Nothing
    'status.revoked': Nothing
    people: { people: number; rows: number }
  }
  restore: {
    title: Nothing
    'missing.title': Nothing
    'missing.text': Nothing
    'empty.title': Nothing
    'empty.text': Nothing
    'damaged.title': Nothing
    'damaged.text': Nothing
    'key-missing.title': Nothing
    'key-missing.text': Nothing
    'key-unreadable.title': Nothing
    'key-unreadable.text': Nothing
    'newer.title': Nothing
    'newer.text': Nothing
    'busy.title': Nothing
    'busy.text': Nothing
    'unreadable.title': Nothing
    'unreadable.text': Nothing
    detail: { detail: string | number }
    waiting: Nothing
    'look-again': Nothing
    anew: Nothing
    'anew.title': Nothing
    'anew.text': Nothing
    'anew.go': Nothing
    'list.title': Nothing
    'list.folder': { folder: string | number }
    'list.none': Nothing
    'list.label': Nothing
    'backup.daily': { day: string | number }
    'backup.before-update': { day: string | number }
    'backup.copy': { day: string | number; file: string | number }
    newest: Nothing
    'choose-folder': Nothing
    'own-folder': Nothing
    go: Nothing
    going: Nothing
    'ask.title': { day: string | number }
    'ask.text': Nothing
    'ask.missing': Nothing
    'ask.go': Nothing
    keep: Nothing
    back: Nothing
    'page.text': Nothing
    'needs.title': Nothing
    'needs.keys': Nothing
    'needs.windows': Nothing
  }
  results: {
    counting: Nothing
    empty: Nothing
    'nothing-found': Nothing
    clear: Nothing
    'groups-only': Nothing
    'groups-only.clear': Nothing
    'not-released': { smallest: string | number }
    'released-note': { until: string | number; smallest: string | number }
    'small-teams': Nothing
    figures: Nothing
    people: { n: number }
    attempts: { n: number }
    missed: { interval: string | number }
    'turned-away': { interval: string | number }
    critical: { n: number }
    of: { count: number; total: number }
    interval: { low: string | number; high: string | number }
    'share-of': { value: string | number; count: string | number; total: string | number; low: string | number; high: string | number }
    apart: Nothing
    'apart.text': { value: string | number; low: string | number; high: string | number }
    'apart.good': Nothing
    'apart.some': Nothing
    'apart.none': Nothing
    lean: Nothing
    'lean.text': { value: string | number; low: string | number; high: string | number }
    'lean.suspicious': Nothing
    'lean.trusting': Nothing
    'lean.even': Nothing
    'apart.few': Nothing
    'apart.why': Nothing
    'apart.explained': Nothing
    'by-competency': Nothing
    'by-competency.text': Nothing
    'by-channel': Nothing
    'by-tactic': Nothing
    'by-scenario': Nothing
    'by-team': Nothing
    'no-team': Nothing
    'no-channel': Nothing
    'col.name': Nothing
    'col.people': Nothing
    'col.attempts': Nothing
    'col.missed': Nothing
    'col.turned-away': Nothing
    'col.points': Nothing
    'channel.chat': Nothing
    'channel.call': Nothing
    'channel.mail': Nothing
    'channel.desk': Nothing
    'tactic.authority': Nothing
    'tactic.blackmail': Nothing
    'tactic.bribery': Nothing
    'tactic.commitment': Nothing
    'tactic.curiosity': Nothing
    'tactic.fear': Nothing
    'tactic.flattery': Nothing
    'tactic.impersonation': Nothing
    'tactic.insider-knowledge': Nothing
    'tactic.intimidation': Nothing
    'tactic.isolation': Nothing
    'tactic.liking': Nothing
    'tactic.pretext': Nothing
    'tactic.reciprocity': Nothing
    'tactic.scarcity': Nothing
    'tactic.secrecy': Nothing
    'tactic.social-proof': Nothing
    'tactic.sympathy': Nothing
    'tactic.urgency': Nothing
  }
  'sign-in': {
    passphrase: Nothing
    'passphrase.new': Nothing
    'passphrase.rule': { least: string | number }
    'passphrase.more': { left: number }
    'passphrase.enough': Nothing
    'passphrase.again': Nothing
    pin: Nothing
    'pin.new': Nothing
    'pin.hint': Nothing
    'pin.rule': { least: string | number }
    'pin.again': Nothing
    show: Nothing
    hide: Nothing
    'show.what': { field: string | number }
    'hide.what': { field: string | number }
    'missing.passphrase': Nothing
    'missing.pin': Nothing
    'missing.code': Nothing
    'missing.number': Nothing
    'fault.too-short.passphrase': { least: number }
    'fault.too-short.pin': { least: number }
    'fault.too-long': { most: number }
    'fault.too-simple': Nothing
    'fault.not-digits': Nothing
    'fault.about-you': Nothing
    'fault.different': Nothing
    'wrong.passphrase': Nothing
    'wrong.pin': Nothing
    'wrong.pin.empty': Nothing
    'wrong.unlock.passphrase': Nothing
    'wrong.unlock.pin': Nothing
    'wrong.unlock.none': Nothing
    'wrong.recovery': Nothing
    'wait.seconds': { n: number }
    'wait.minutes': { n: number }
    'with-passphrase': Nothing
    'with-number': Nothing
    'passphrase.title': Nothing
    'passphrase.text': Nothing
    forgotten: Nothing
    'recover.title': Nothing
    'recover.text': Nothing
    'recover.code': Nothing
    'recover.code.hint': Nothing
    'recover.go': Nothing
    'recover.back': Nothing
    'code.title': Nothing
    'code.text': Nothing
    'code.do': Nothing
    'code.print': Nothing
    'code.kept': Nothing
    'code.for': Nothing
    'code.made': { date: string | number }
    'code.use': Nothing
    'lock.title': Nothing
    'lock.text': { name: string | number }
    'lock.number': Nothing
    'lock.go': Nothing
    'lock.other': { name: string | number }
    'change.title.passphrase': Nothing
    'change.title.pin': Nothing
    'change.text.passphrase': Nothing
    'change.text.pin': Nothing
    'change.go': Nothing
    'change.given': Nothing
    'own.title': Nothing
    'own.none': Nothing
    'own.current.passphrase': Nothing
    'own.new.passphrase': Nothing
    'earlier.given': { by: string | number; day: string | number }
    'earlier.given.somebody': { day: string | number }
    'earlier.closed': { day: string | number; by: string }
    'earlier.closed.first': Nothing
    'earlier.field': Nothing
    'earlier.go': Nothing
    'earlier.wrong': Nothing
    'own.current.pin': Nothing
    'own.wrong': Nothing
    'own.go': Nothing
    'own.done': Nothing
    'recovery.title': Nothing
    'recovery.text': Nothing
    'recovery.made': { date: string | number }
    'recovery.none': Nothing
    'recovery.make': Nothing
    'recovery.make.hint': Nothing
    'organisation.name': Nothing
    'organisation.name.hint': Nothing
    'organisation.pin': Nothing
    'organisation.pin.none': Nothing
    'organisation.pin.required': Nothing
    'organisation.pin.hint': Nothing
    'organisation.pin.needed': Nothing
    'organisation.lock': Nothing
    'organisation.lock.minutes': { n: number }
    'organisation.lock.hint': Nothing
    'organisation.join': Nothing
    'organisation.join.hint': Nothing
    'organisation.privacy': Nothing
    'organisation.privacy.named': Nothing
    'organisation.privacy.pseudonymous': Nothing
    'organisation.privacy.hint': Nothing
    'organisation.group': Nothing
    'organisation.group.hint': Nothing
    'organisation.group.people': { n: number }
    'organisation.save': Nothing
    'organisation.saved': Nothing
  }
  'test-plans': {
    choice: { number: string | number; choice: string | number; scene: string | number }
    scene: { expected: string | number; got: string | number }
    disposition: { expected: string | number; got: string | number }
    score: { expected: string | number; got: string | number }
    passed: { expected: string | number; got: string | number }
    flags: { expected: string | number; got: string | number }
    nothing: Nothing
  }
}

/** Every area. */
export const AREAS = ['app', 'attention', 'audit', 'certificates', 'credential', 'debrief', 'dialogs', 'errors', 'exchange', 'export', 'filter', 'glossary', 'issues', 'menu', 'papers', 'people', 'person', 'places', 'player', 'proof', 'record-store', 'records', 'report', 'restore', 'results', 'sign-in', 'test-plans'] as const
export type Area = keyof Texts
export type Words<A extends Area> = Readonly<Record<keyof Texts[A], Message>>

/** Reads the texts of an area in a language: a file of its own each. */
export const READ: Readonly<
  Record<Locale, { readonly [A in Area]: () => Promise<{ readonly default: Words<A> }> }>
> = {
  en: {
    app: () => import('./en/app.json'),
    attention: () => import('./en/attention.json'),
    audit: () => import('./en/audit.json'),
    certificates: () => import('./en/certificates.json'),
    credential: () => import('./en/credential.json'),
    debrief: () => import('./en/debrief.json'),
    dialogs: () => import('./en/dialogs.json'),
    errors: () => import('./en/errors.json'),
    exchange: () => import('./en/exchange.json'),
    export: () => import('./en/export.json'),
    filter: () => import('./en/filter.json'),
    glossary: () => import('./en/glossary.json'),
    issues: () => import('./en/issues.json'),
    menu: () => import('./en/menu.json'),
    papers: () => import('./en/papers.json'),
    people: () => import('./en/people.json'),
    person: () => import('./en/person.json'),
    places: () => import('./en/places.json'),
    player: () => import('./en/player.json'),
    proof: () => import('./en/proof.json'),
    'record-store': () => import('./en/record-store.json'),
    records: () => import('./en/records.json'),
    report: () => import('./en/report.json'),
    restore: () => import('./en/restore.json'),
    results: () => import('./en/results.json'),
    'sign-in': () => import('./en/sign-in.json'),
    'test-plans': () => import('./en/test-plans.json'),
  },
  fr: {
    app: () => import('./fr/app.json'),
    attention: () => import('./fr/attention.json'),
    audit: () => import('./fr/audit.json'),
    certificates: () => import('./fr/certificates.json'),
    credential: () => import('./fr/credential.json'),
    debrief: () => import('./fr/debrief.json'),
    dialogs: () => import('./fr/dialogs.json'),
    errors: () => import('./fr/errors.json'),
    exchange: () => import('./fr/exchange.json'),
    export: () => import('./fr/export.json'),
    filter: () => import('./fr/filter.json'),
    glossary: () => import('./fr/glossary.json'),
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
    'sign-in': () => import('./fr/sign-in.json'),
    'test-plans': () => import('./fr/test-plans.json'),
  },
}
