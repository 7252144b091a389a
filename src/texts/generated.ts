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
    'nav.studio': Nothing
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
    'state.issue.warning': { sentence: string | number }
    'state.issue.more': { more: number }
    'opened.waits': { file: string | number }
    'opened.not-yours': { file: string | number }
    'opened.leave': Nothing
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
    'audit.key.folder': Nothing
    'audit.key.publishers': Nothing
    'audit.key.document': Nothing
    'audit.key.version': Nothing
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
    'audit.value.scenario': Nothing
    'audit.value.course': Nothing
    'audit.value.floor': Nothing
    'audit.value.authors': Nothing
    'audit.value.administrators': Nothing
    'audit.value.second-person': Nothing
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
    'act.studio-settings-changed': Nothing
    'act.studio-published': Nothing
    'act.studio-removed': Nothing
    'act.studio-brought-back': Nothing
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
  checks: {
    'unreadable-file.name': Nothing
    'unreadable-file.why': Nothing
    'unreadable-file.mend': Nothing
    'not-utf8.name': Nothing
    'not-utf8.why': Nothing
    'not-utf8.mend': Nothing
    'not-json.name': Nothing
    'not-json.why': Nothing
    'not-json.mend': Nothing
    'double-name.name': Nothing
    'double-name.why': Nothing
    'double-name.mend': Nothing
    'newer-format.name': Nothing
    'newer-format.why': Nothing
    'newer-format.mend': Nothing
    'too-deep.name': Nothing
    'too-deep.why': Nothing
    'too-deep.mend': Nothing
    'id-differs.name': Nothing
    'id-differs.why': Nothing
    'id-differs.mend': Nothing
    'reserved-id.name': Nothing
    'reserved-id.why': Nothing
    'reserved-id.mend': Nothing
    'bad-id.name': Nothing
    'bad-id.why': Nothing
    'bad-id.mend': Nothing
    'missing.name': Nothing
    'missing.why': Nothing
    'missing.mend': Nothing
    'unknown-key.name': Nothing
    'unknown-key.why': Nothing
    'unknown-key.mend': Nothing
    'unknown-action.name': Nothing
    'unknown-action.why': Nothing
    'unknown-action.mend': Nothing
    'unknown-guard.name': Nothing
    'unknown-guard.why': Nothing
    'unknown-guard.mend': Nothing
    'wrong-type.name': Nothing
    'wrong-type.why': Nothing
    'wrong-type.mend': Nothing
    'bad-value.name': Nothing
    'bad-value.why': Nothing
    'bad-value.mend': Nothing
    'dangling-initial.name': Nothing
    'dangling-initial.why': Nothing
    'dangling-initial.mend': Nothing
    'dangling-target.name': Nothing
    'dangling-target.why': Nothing
    'dangling-target.mend': Nothing
    'duplicate-id.name': Nothing
    'duplicate-id.why': Nothing
    'duplicate-id.mend': Nothing
    'unknown-cast.name': Nothing
    'unknown-cast.why': Nothing
    'unknown-cast.mend': Nothing
    'unknown-cue.name': Nothing
    'unknown-cue.why': Nothing
    'unknown-cue.mend': Nothing
    'unknown-customer.name': Nothing
    'unknown-customer.why': Nothing
    'unknown-customer.mend': Nothing
    'unknown-field.name': Nothing
    'unknown-field.why': Nothing
    'unknown-field.mend': Nothing
    'unknown-contact.name': Nothing
    'unknown-contact.why': Nothing
    'unknown-contact.mend': Nothing
    'unknown-policy.name': Nothing
    'unknown-policy.why': Nothing
    'unknown-policy.mend': Nothing
    'unknown-lead.name': Nothing
    'unknown-lead.why': Nothing
    'unknown-lead.mend': Nothing
    'unknown-floor.name': Nothing
    'unknown-floor.why': Nothing
    'unknown-floor.mend': Nothing
    'floor-language.name': Nothing
    'floor-language.why': Nothing
    'floor-language.mend': Nothing
    'own-policy.name': Nothing
    'own-policy.why': Nothing
    'own-policy.mend': Nothing
    'flag-never-raised.name': Nothing
    'flag-never-raised.why': Nothing
    'flag-never-raised.mend': Nothing
    'counter-never-counted.name': Nothing
    'counter-never-counted.why': Nothing
    'counter-never-counted.mend': Nothing
    'cue-never-shown.name': Nothing
    'cue-never-shown.why': Nothing
    'cue-never-shown.mend': Nothing
    'field-not-masked.name': Nothing
    'field-not-masked.why': Nothing
    'field-not-masked.mend': Nothing
    'unused-object.name': Nothing
    'unused-object.why': Nothing
    'unused-object.mend': Nothing
    'look-decides.name': Nothing
    'look-decides.why': Nothing
    'look-decides.mend': Nothing
    'report-unheard.name': Nothing
    'report-unheard.why': Nothing
    'report-unheard.mend': Nothing
    'few-replies.name': Nothing
    'few-replies.why': Nothing
    'few-replies.mend': Nothing
    'many-replies.name': Nothing
    'many-replies.why': Nothing
    'many-replies.mend': Nothing
    'tactic-without-cue.name': Nothing
    'tactic-without-cue.why': Nothing
    'tactic-without-cue.mend': Nothing
    'cue-without-tactic.name': Nothing
    'cue-without-tactic.why': Nothing
    'cue-without-tactic.mend': Nothing
    'branch-never-taken.name': Nothing
    'branch-never-taken.why': Nothing
    'branch-never-taken.mend': Nothing
    'no-effect.name': Nothing
    'no-effect.why': Nothing
    'no-effect.mend': Nothing
    'choice-invisible.name': Nothing
    'choice-invisible.why': Nothing
    'choice-invisible.mend': Nothing
    'not-an-ending.name': Nothing
    'not-an-ending.why': Nothing
    'not-an-ending.mend': Nothing
    'nested-ending.name': Nothing
    'nested-ending.why': Nothing
    'nested-ending.mend': Nothing
    'ending-goes-on.name': Nothing
    'ending-goes-on.why': Nothing
    'ending-goes-on.mend': Nothing
    'nothing-to-show.name': Nothing
    'nothing-to-show.why': Nothing
    'nothing-to-show.mend': Nothing
    'several-time-limits.name': Nothing
    'several-time-limits.why': Nothing
    'several-time-limits.mend': Nothing
    'critical-lowered.name': Nothing
    'critical-lowered.why': Nothing
    'critical-lowered.mend': Nothing
    'no-warning-cue.name': Nothing
    'no-warning-cue.why': Nothing
    'no-warning-cue.mend': Nothing
    'no-ending.name': Nothing
    'no-ending.why': Nothing
    'no-ending.mend': Nothing
    'missing-translation.name': Nothing
    'missing-translation.why': Nothing
    'missing-translation.mend': Nothing
    'stray-translation.name': Nothing
    'stray-translation.why': Nothing
    'stray-translation.mend': Nothing
    'unwritten.name': Nothing
    'unwritten.why': Nothing
    'unwritten.mend': Nothing
    'unknown-placeholder.name': Nothing
    'unknown-placeholder.why': Nothing
    'unknown-placeholder.mend': Nothing
    'placeholder-not-here.name': Nothing
    'placeholder-not-here.why': Nothing
    'placeholder-not-here.mend': Nothing
    'bad-placeholder.name': Nothing
    'bad-placeholder.why': Nothing
    'bad-placeholder.mend': Nothing
    'unwelcome-markup.name': Nothing
    'unwelcome-markup.why': Nothing
    'unwelcome-markup.mend': Nothing
    'control-character.name': Nothing
    'control-character.why': Nothing
    'control-character.mend': Nothing
    'phrase-not-in-text.name': Nothing
    'phrase-not-in-text.why': Nothing
    'phrase-not-in-text.mend': Nothing
    'variant-names.name': Nothing
    'variant-names.why': Nothing
    'variant-names.mend': Nothing
    'variant-unused.name': Nothing
    'variant-unused.why': Nothing
    'variant-unused.mend': Nothing
    'twin-not-there.name': Nothing
    'twin-not-there.why': Nothing
    'twin-not-there.mend': Nothing
    'twin-not-mutual.name': Nothing
    'twin-not-mutual.why': Nothing
    'twin-not-mutual.mend': Nothing
    'twin-same-truth.name': Nothing
    'twin-same-truth.why': Nothing
    'twin-same-truth.mend': Nothing
    'twin-differs.name': Nothing
    'twin-differs.why': Nothing
    'twin-differs.mend': Nothing
    'media-kind.name': Nothing
    'media-kind.why': Nothing
    'media-kind.mend': Nothing
    'unknown-media.name': Nothing
    'unknown-media.why': Nothing
    'unknown-media.mend': Nothing
    'media-too-large.name': Nothing
    'media-too-large.why': Nothing
    'media-too-large.mend': Nothing
    'media-content.name': Nothing
    'media-content.why': Nothing
    'media-content.mend': Nothing
    'media-changed.name': Nothing
    'media-changed.why': Nothing
    'media-changed.mend': Nothing
    'unreachable-scene.name': Nothing
    'unreachable-scene.why': Nothing
    'unreachable-scene.mend': Nothing
    'no-way-out.name': Nothing
    'no-way-out.why': Nothing
    'no-way-out.mend': Nothing
    'no-safe-exit.name': Nothing
    'no-safe-exit.why': Nothing
    'no-safe-exit.mend': Nothing
    'endless-steps.name': Nothing
    'endless-steps.why': Nothing
    'endless-steps.mend': Nothing
    'endless-points.name': Nothing
    'endless-points.why': Nothing
    'endless-points.mend': Nothing
    'too-many-situations.name': Nothing
    'too-many-situations.why': Nothing
    'too-many-situations.mend': Nothing
    'pass-unattainable.name': Nothing
    'pass-unattainable.why': Nothing
    'pass-unattainable.mend': Nothing
    'critical-passes.name': Nothing
    'critical-passes.why': Nothing
    'critical-passes.mend': Nothing
    'unknown-scenario.name': Nothing
    'unknown-scenario.why': Nothing
    'unknown-scenario.mend': Nothing
    'scenario-invalid.name': Nothing
    'scenario-invalid.why': Nothing
    'scenario-invalid.mend': Nothing
    'attack-share.name': Nothing
    'attack-share.why': Nothing
    'attack-share.mend': Nothing
    'bad-rule.name': Nothing
    'bad-rule.why': Nothing
    'bad-rule.mend': Nothing
    'habit-passes.name': Nothing
    'habit-passes.why': Nothing
    'habit-passes.mend': Nothing
    'habit-close.name': Nothing
    'habit-close.why': Nothing
    'habit-close.mend': Nothing
    'guess-passes.name': Nothing
    'guess-passes.why': Nothing
    'guess-passes.mend': Nothing
    'words-pass.name': Nothing
    'words-pass.why': Nothing
    'words-pass.mend': Nothing
    'truth-leaks.name': Nothing
    'truth-leaks.why': Nothing
    'truth-leaks.mend': Nothing
    'passes-unskilled.name': Nothing
    'passes-unskilled.why': Nothing
    'passes-unskilled.mend': Nothing
    'fails-skilled.name': Nothing
    'fails-skilled.why': Nothing
    'fails-skilled.mend': Nothing
  }
  cli: {
    help: Nothing
    'no-command': { command: string | number }
    'no-language': { language: string | number; known: string | number }
    'no-code': { language: string | number }
    unreadable: { file: string | number; code: string | number }
    'name.files': { command: string | number }
    'name.scenario': { command: string | number }
    'name.document': { command: string | number }
    'name.provable': { command: string | number }
    'name.log': { command: string | number }
    'name.certificate': { command: string | number }
    'name.versions': Nothing
    'name.three': Nothing
    'review.out': Nothing
    'review.made': { file: string | number; size: string | number; scenario: string | number; version: string | number; hash: string | number }
    'review.no-page': Nothing
    'no-document': { file: string | number }
    'name.list': { command: string | number }
    'file.ok': { file: string | number }
    'file.bad': { file: string | number }
    'play.no-language': { language: string | number; known: string | number }
    'play.not-possible': { event: string | number; scene: string | number; open: string | number }
    'play.nothing': Nothing
    'play.passed': { disposition: string | number; score: string | number }
    'play.failed': { disposition: string | number; score: string | number }
    'play.open': { open: string | number }
    'play.flags': { flags: string | number }
    'play.no-flags': Nothing
    'test.none': Nothing
    'texts.missing': Nothing
    'texts.whole': { count: number; languages: string | number }
    'texts.lacking': { count: number; languages: string | number; lacking: number }
    'texts.format': { file: string | number }
    'texts.to': Nothing
    'texts.from': { language: string | number; known: string | number }
    'texts.out': Nothing
    'audit.whole': Nothing
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
    'prove.endings': Nothing
    'prove.range': { lowest: string | number; highest: string | number }
    'prove.range.pass': { lowest: string | number; highest: string | number }
    'prove.habits': Nothing
    'prove.no-ending': Nothing
    'prove.bot': { score: string | number; disposition: string | number }
    'prove.bot.passes': { score: string | number; disposition: string | number }
    'verify.status.valid': Nothing
    'verify.status.tampered': Nothing
    'verify.status.expired': Nothing
    'verify.status.revoked': Nothing
    'verify.status.unknown-issuer': Nothing
    'verify.status.not-yet-valid': Nothing
    'verify.status.unreadable': Nothing
    'verify.reason.not-json': Nothing
    'verify.reason.repeated-member': Nothing
    'verify.reason.other-form': Nothing
    'verify.reason.not-signed': Nothing
    'verify.reason.signature': Nothing
    'verify.reason.token-differs': Nothing
    'verify.reason.token-missing': Nothing
    'verify.reason.several': Nothing
    'verify.reason.checksum': Nothing
    'verify.reason.too-large': { most: string | number }
    'verify.reason.unpacks-to-too-much': { unpacked: string | number }
    'verify.reason.damaged': Nothing
    'verify.reason.locked': Nothing
    'verify.reason.archive': Nothing
    'verify.reason.no-credential': Nothing
    'verify.reason.not-a-certificate': Nothing
    'verify.note.token-alone': Nothing
    'verify.note.credential-alone': Nothing
    'verify.note.within-another': Nothing
    'verify.note.beside-others': Nothing
    'verify.expired': { day: string | number }
    'verify.not-yet-valid': { day: string | number; at: string | number }
    'verify.superseded': { day: string | number }
    'verify.revoked-listed': { at: string | number }
    'verify.revoked': { day: string | number }
    'verify.unknown-issuer': Nothing
    'verify.no-list': Nothing
    'verify.list-at': { address: string | number }
    'verify.not-listed': { at: string | number }
    'verify.not-covered': Nothing
    'verify.token': Nothing
    'verify.also': { name: string | number }
    'verify.result': { score: string | number; hits: string | number; attacks: string | number; served: string | number; legitimate: string | number }
    'verify.validity': { from: string | number; until: string | number }
    'verify.issuer': { issuer: string | number }
    'verify.issuer-unchecked': Nothing
    'verify.no-list-file': { file: string | number }
    'verify.no-issuer': { issuer: string | number }
    'verify.other-issuer': { file: string | number; issuer: string | number; wanted: string | number }
    'run.ok': { name: string | number }
    'run.bad': { name: string | number }
    'severity.error': Nothing
    'severity.warning': Nothing
    'no-option': { option: string | number }
    'option-value': { option: string | number }
    'not-an-audit-log': Nothing
    'import.files': Nothing
    'import.out': Nothing
    'import.there': { file: string | number }
    'import.refused': { file: string | number; code: string | number; why: string | number }
    'import.done': { file: string | number; draft: string | number }
    'import.with-media': { count: number; folder: string | number }
    'import.at': { place: string | number; sentence: string | number }
    'import.none': Nothing
    unwritable: { file: string | number; code: string | number }
    'pack.out': Nothing
    'pack.done': { file: string | number; count: number }
    'unpack.file': Nothing
    'pack.too-large': { megabytes: string | number }
    'pack.not-json': { file: string | number }
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
    left: Nothing
    'left.counts': { outcome: string }
    'left.why': Nothing
    'left.here': Nothing
    'scoring.older': { version: string | number; today: string | number }
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
    'save.document.title': Nothing
    'save.document.kind': Nothing
    'save.document.name': { mark: string | number }
    'save.reviewPack.title': Nothing
    'save.reviewPack.kind': Nothing
    'save.reviewPack.name': { mark: string | number }
    'save.texts.title': Nothing
    'save.texts.kind': Nothing
    'save.texts.name': { mark: string | number }
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
    'open.document.title': Nothing
    'open.document.kind': Nothing
    'open.media.title': Nothing
    'open.media.kind': Nothing
    'open.review.title': Nothing
    'open.review.kind': Nothing
    'open.texts.title': Nothing
    'open.texts.kind': Nothing
    'folder.certificates': Nothing
    'folder.exchange': Nothing
    'folder.backups': Nothing
    'folder.studio': Nothing
    'button.save': Nothing
    'button.open': Nothing
    'button.folder': Nothing
    'all-files': Nothing
    'open.story.title': Nothing
    'open.story.kind': Nothing
    'save.package.title': Nothing
    'save.package.kind': Nothing
    'save.package.name': { mark: string | number }
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
    'already-published': Nothing
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
    'media-type': Nothing
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
    'media-size': Nothing
    'media-pixels': Nothing
    'media-in-use': Nothing
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
  import: {
    'note.macro': { text: string | number }
    'note.style': { text: string | number }
    'note.element': { text: string | number }
    'note.condition': { instead: string; text: string | number }
    'note.variable': { text: string | number }
    'note.print': { text: string | number }
    'note.script': { text: string | number }
    'note.stylesheet': Nothing
    'note.special': { text: string | number }
    'note.dead-link': { text: string | number; instead: string | number }
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
    'note.header': Nothing
    'note.endings': { instead: number }
    'group.lost': Nothing
    'group.decide': Nothing
    'refused.empty': Nothing
    'refused.too-large': { megabytes: string | number }
    'refused.not-text': Nothing
    'refused.other-kind': Nothing
    'refused.own-document': Nothing
    'refused.twine-1': Nothing
    'refused.no-passages': Nothing
    'refused.too-many-passages': { most: string | number }
    'refused.too-deep': Nothing
    'refused.ink-error': { line: string | number; message: string | number }
    'refused.ink-include': { line: string | number; file: string | number }
    'refused.ink-version': { version: string | number }
    'refused.zip-damaged': Nothing
    'refused.zip-name': { name: string | number }
    'refused.zip-too-much': { megabytes: string | number }
    'refused.no-content': { name: string | number }
    'refused.content-not-json': { name: string | number }
    'refused.not-branching': { library: string }
    'refused.bad-language': { language: string | number }
    'go-on': Nothing
    untitled: Nothing
    'refused.not-a-package': Nothing
    'refused.package-newer': Nothing
    'refused.package-media': { name: string | number }
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
    unwritten: { words: string | number }
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
    'roster.fault.number-date': { value: string | number }
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
    rounds: Nothing
    'rounds.of': { title: string | number }
    'rounds.round': Nothing
    'rounds.number': { round: number }
    'rounds.began': Nothing
    'rounds.ended': Nothing
    'rounds.contacts': Nothing
    'rounds.stopped': Nothing
    'rounds.reported': Nothing
    'rounds.served': Nothing
    'rounds.critical': Nothing
    'rounds.outcome': Nothing
    'rounds.passed': Nothing
    'rounds.failed': Nothing
    'rounds.going-on': Nothing
    'rounds.set-aside': { round: number; n: number }
    'rounds.other-version': { round: number; versions: string | number }
    'rounds.waits': { when: string | number; most: number; days: number }
    'rounds.may': { most: number; days: number }
    'rounds.refused': { when: string | number }
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
    'replay.version': { version: string | number }
    'replay.scoring': { version: string | number }
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
    'rules.open': Nothing
    'rules.title': Nothing
    'rules.text': Nothing
    'rules.version': { version: string | number }
    'rules.none': Nothing
    'rules.close': Nothing
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
    rules: Nothing
    'rule.version': { version: string | number }
    list: Nothing
    name: Nothing
    number: Nothing
    team: Nothing
    status: Nothing
    due: Nothing
    passed: Nothing
    until: Nothing
    score: Nothing
    'set-aside': Nothing
    'set-aside.note': Nothing
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
  review: {
    title: Nothing
    of: { version: string | number; date: string | number }
    'of.hash': { hash: string | number }
    'tab.script': Nothing
    'tab.play': Nothing
    language: Nothing
    'language.interface': { name: string | number }
    'theme.dark': Nothing
    'theme.light': Nothing
    print: Nothing
    intro: Nothing
    'intro.local': Nothing
    name: Nothing
    'name.hint': Nothing
    'name.missing': Nothing
    save: Nothing
    'save.n': { n: number }
    saved: { file: string | number }
    unsaved: Nothing
    kept: Nothing
    'not-kept': Nothing
    none: Nothing
    comment: Nothing
    'comment.on': { what: string | number }
    'comment.all': Nothing
    'comment.words': Nothing
    'comment.keep': Nothing
    'comment.change': Nothing
    'comment.edit': Nothing
    'comment.delete': Nothing
    'comment.answer': Nothing
    'comment.answer.words': Nothing
    'comment.answer.keep': Nothing
    cancel: Nothing
    you: Nothing
    earlier: Nothing
    contents: Nothing
    about: Nothing
    'truth.attack': Nothing
    'truth.legitimate': Nothing
    facts: { truth: string | number; role: string | number; minutes: number; pass: number }
    tactics: { tactics: string | number }
    keep: Nothing
    incident: Nothing
    cues: Nothing
    'cue.warning': Nothing
    'cue.reassuring': Nothing
    'cues.in': { cues: string | number }
    'scene.first': Nothing
    'scene.n': { n: string | number }
    ending: Nothing
    'ending.counts': { disposition: string | number }
    'ending.debrief': Nothing
    everywhere: Nothing
    choices: Nothing
    reply: Nothing
    tool: { tool: string | number }
    time: { seconds: number }
    always: Nothing
    did: Nothing
    answer: Nothing
    points: { points: string | number; of: string | number; competency: string | number }
    price: { seconds: string | number }
    'price.other': Nothing
    critical: Nothing
    raises: { flags: string | number }
    lowers: { flags: string | number }
    leads: { scene: string | number }
    stays: Nothing
    'only-if': { condition: string | number }
    'condition.flag': { flag: string | number }
    'condition.not': { condition: string | number }
    'condition.all': { conditions: string | number }
    'condition.and': Nothing
    'condition.or': Nothing
    'condition.least': { counter: string | number; n: string | number }
    'condition.below': { counter: string | number; n: string | number }
    narrator: Nothing
    subject: Nothing
    attached: Nothing
    around: Nothing
    'play.begin': Nothing
    'play.trainee': Nothing
    'play.organisation': Nothing
    'play.leave': Nothing
    'play.where': { scene: string | number }
    foot: { title: string | number; version: string | number; hash: string | number; date: string | number }
    broken: Nothing
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
  studio: {
    title: Nothing
    intro: Nothing
    new: Nothing
    import: Nothing
    removed: Nothing
    'removed.none': Nothing
    'bring-back': Nothing
    close: Nothing
    cancel: Nothing
    back: Nothing
    'look-again': Nothing
    opening: Nothing
    'open.failed': Nothing
    'folder.problem': { code: string | number }
    'filter.search': Nothing
    'filter.kind': Nothing
    'filter.channel': Nothing
    'filter.channel.any': Nothing
    'filter.truth': Nothing
    'filter.truth.any': Nothing
    'filter.state': Nothing
    'filter.state.any': Nothing
    'filter.state.own': Nothing
    'filter.state.shipped': Nothing
    'filter.state.published': Nothing
    'filter.state.changed': Nothing
    'filter.state.wrong': Nothing
    'kind.scenario': Nothing
    'kind.course': Nothing
    'kind.floor': Nothing
    'kind.scenario.one': Nothing
    'kind.course.one': Nothing
    'kind.floor.one': Nothing
    'kind.scenario.text': Nothing
    'kind.course.text': Nothing
    'kind.floor.text': Nothing
    count: { n: number }
    empty: Nothing
    'empty.all': Nothing
    'col.title': Nothing
    'col.what': Nothing
    'col.state': Nothing
    'col.checks': Nothing
    'col.changed': Nothing
    'col.actions': Nothing
    shipped: Nothing
    'read-only': Nothing
    draft: Nothing
    published: { number: number }
    differs: Nothing
    'edited-by': { who: string | number }
    'checks.waiting': Nothing
    'checks.errors': { n: number }
    'checks.warnings': { n: number }
    'checks.none': Nothing
    copy: Nothing
    'copy.what': { title: string | number }
    'copy.title': { title: string | number }
    copied: { title: string | number }
    'copy.failed': Nothing
    remove: Nothing
    'remove.what': { title: string | number }
    'removed.said': { title: string | number }
    imported: { id: string | number }
    'imported.other': { id: string | number; was: string | number }
    'fault.empty': { file: string | number }
    'fault.not-text': { file: string | number }
    'fault.too-large': { file: string | number }
    'fault.unreadable': { file: string | number }
    'fault.newer-program': { file: string | number }
    'fault.empty.short': Nothing
    'fault.not-text.short': Nothing
    'fault.too-large.short': Nothing
    'fault.unreadable.short': Nothing
    'fault.newer-program.short': Nothing
    'new.title': Nothing
    'new.name': Nothing
    'new.name.hint': Nothing
    'new.name.others': { language: string | number; others: string | number }
    'new.id': { id: string | number }
    'new.languages': Nothing
    'new.template': Nothing
    'new.template.text': Nothing
    'template.bribe': Nothing
    'template.vishing': Nothing
    'template.mail': Nothing
    'template.desk': Nothing
    'template.genuine': Nothing
    'template.blank': Nothing
    'template.twin': Nothing
    'new.twin': Nothing
    'new.twin.choose': Nothing
    'new.twin.text': Nothing
    'new.twin.id': { id: string | number }
    'new.twin.own': Nothing
    'new.twin.shipped': Nothing
    'new.twin.broken': Nothing
    'new.go': Nothing
    undo: Nothing
    redo: Nothing
    publish: Nothing
    'publish.title': Nothing
    'publish.text': Nothing
    'publish.errors': { n: number }
    'publish.same': { number: number }
    'publish.not-you.authors': Nothing
    'publish.not-you.administrators': Nothing
    'publish.not-you.second-person': Nothing
    'publish.written-by': { people: string | number }
    'publish.unwritten': { n: number }
    'publish.problems': Nothing
    'publish.note': Nothing
    'publish.note.hint': Nothing
    'publish.versions': Nothing
    'publish.go': { number: number }
    'saving.saved': Nothing
    'saving.saving': Nothing
    'saving.failed': Nothing
    'saving.stale': Nothing
    'saving.failed.text': Nothing
    'stale.text': Nothing
    'stale.text.who': { who: string | number }
    'stale.copy': Nothing
    'stale.load': Nothing
    'shipped.text': Nothing
    'editing.text': { who: string | number; computer: string | number }
    'damaged.text': { n: number; file: string | number }
    'outside.text': Nothing
    sections: Nothing
    'section.about': Nothing
    'section.cast': Nothing
    'section.cues': Nothing
    'section.desk': Nothing
    'section.variants': Nothing
    'section.about.text': Nothing
    'section.cast.text': Nothing
    'section.cues.text': Nothing
    'section.desk.text': Nothing
    'section.variants.text': Nothing
    outline: Nothing
    'outline.begins': Nothing
    'outline.unseen': Nothing
    'outline.when': Nothing
    'outline.critical': Nothing
    'outline.everywhere': Nothing
    'languages.add': { language: string | number }
    'outline.timeout': Nothing
    'outline.always': Nothing
    'outline.new-scene': Nothing
    'outline.new-ending': Nothing
    inspector: Nothing
    panes: Nothing
    'pane.form': Nothing
    'pane.problems': Nothing
    'pane.problems.n': { n: number }
    'pane.comments': Nothing
    'pane.comments.n': { n: number }
    'pane.play': Nothing
    'pane.source': Nothing
    'pane.history': Nothing
    'pane.proof': Nothing
    'pane.translations': Nothing
    'problems.none': Nothing
    'problems.count': { n: number }
    'problems.error': Nothing
    'problems.warning': Nothing
    'problems.why': Nothing
    'problems.fix': Nothing
    'problems.no-fix': Nothing
    'problems.go': Nothing
    'problems.source': Nothing
    play: Nothing
    'play.from': Nothing
    'play.beginning': Nothing
    'play.back': Nothing
    'play.again': Nothing
    'play.whole': Nothing
    'play.pseudo': Nothing
    'play.nothing': Nothing
    'play.broken': Nothing
    'play.earlier': Nothing
    'play.gone': Nothing
    'play.lost': { n: number }
    'play.flags': { n: number }
    'play.raised': { flags: string | number }
    'play.narrator': Nothing
    'play.score': { score: number; passed: string; critical: string }
    'play.timeout': { seconds: number }
    'play.organisation': Nothing
    'history.text': Nothing
    'history.restore': Nothing
    'history.beginning': Nothing
    'history.more': { n: number }
    'settings.folder.text': Nothing
    'settings.folder': Nothing
    'settings.folder.own': Nothing
    'settings.folder.choose': Nothing
    'settings.folder.back': Nothing
    'settings.folder.problem': { code: string | number }
    'settings.publishers': Nothing
    'settings.publishers.authors': Nothing
    'settings.publishers.administrators': Nothing
    'settings.publishers.second-person': Nothing
    'settings.publishers.text': Nothing
    'settings.saved': Nothing
    'act.change': Nothing
    'act.text': { field: string | number }
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
    'act.undo': Nothing
    'act.redo': Nothing
    'act.restore': { n: number }
    'act.source': Nothing
    'act.translate': { language: string | number; field: string | number }
    'act.add-language': { language: string | number }
    'act.remove-language': { language: string | number }
    'act.take-texts': { file: string | number }
    'act.joined': Nothing
    'act.joined.who': { who: string | number }
    'act.merged': { what: string | number }
    'act.back-to-version': { number: number }
    'scene.from': { n: number }
    'scene.rename': { id: string | number }
    'scene.rename.title': Nothing
    'scene.rename.hint': Nothing
    'scene.rename.go': Nothing
    'scene.begin': Nothing
    'scene.remove': Nothing
    'scene.choices': Nothing
    'scene.reply': Nothing
    'scene.tool': Nothing
    'scene.limit': Nothing
    'scene.rename.called': Nothing
    'id.label': Nothing
    'id.shape': Nothing
    'id.taken': Nothing
    choice: Nothing
    'choice.scene': Nothing
    'choice.remove': Nothing
    'limit.seconds': Nothing
    'limit.hint': Nothing
    'form.add': { field: string | number }
    'form.remove': Nothing
    'form.remove.what': { field: string | number }
    'form.none': Nothing
    'form.stay': Nothing
    'form.choose': Nothing
    'form.kind': Nothing
    'form.same': Nothing
    'form.each': Nothing
    'form.item': { n: number; of: number }
    'form.up': Nothing
    'form.down': Nothing
    'condition.add': Nothing
    'condition.none': Nothing
    'condition.kind': Nothing
    'condition.flag': Nothing
    'condition.not': Nothing
    'condition.all': Nothing
    'condition.any': Nothing
    'condition.atLeast': Nothing
    'condition.below': Nothing
    'condition.counter': Nothing
    'condition.more': Nothing
    'import.refused': { file: string | number; why: string | number }
    'form.number': { kept: string | number }
    'new.kind': Nothing
    'scene.first': Nothing
    'condition.no-flags': Nothing
    'condition.named': { n: number }
    'form.more': { fields: string | number }
    'form.less': Nothing
    'form.up.what': { field: string | number }
    'form.down.what': { field: string | number }
    'form.item.named': { field: string | number; n: number; of: number }
    'form.yes': Nothing
    'form.no': Nothing
    'form.narrator': Nothing
    'cue.mark': { words: string | number }
    'cue.mark.how': Nothing
    'cue.take': Nothing
    'cue.new': Nothing
    'cue.line': Nothing
    'cue.whole': Nothing
    'import.language': Nothing
    'import.language.text': { file: string | number }
    'import.language.label': Nothing
    'import.language.hint': Nothing
    'import.language.go': Nothing
    'import.stories': { count: number; file: string | number }
    'imported-from': { file: string | number; lost: number; decide: number }
    'imported-from.show': Nothing
    'imported-from.title': { file: string | number }
    'imported-from.done': Nothing
    'imported-from.whole': Nothing
    export: Nothing
    'export.what': { title: string | number }
    'export.saved': { file: string | number }
  }
  'studio-changes': {
    'place.document': Nothing
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
    none: Nothing
    conflict: Nothing
    mine: { change: string | number }
    theirs: { change: string | number }
    merged: Nothing
    conflicts: { count: number }
  }
  'studio-commands': {
    palette: Nothing
    'palette.short': Nothing
    undo: Nothing
    redo: Nothing
    search: Nothing
    'add-scene': Nothing
    'add-ending': Nothing
    'add-reply': Nothing
    'add-tool': Nothing
    'add-limit': Nothing
    lead: Nothing
    rename: Nothing
    begin: Nothing
    duplicate: Nothing
    remove: Nothing
    copy: Nothing
    cut: Nothing
    paste: Nothing
    'select-all': Nothing
    up: Nothing
    down: Nothing
    'play-from': Nothing
    'play-whole': Nothing
    'next-problem': Nothing
    'last-problem': Nothing
    'view-outline': Nothing
    'view-both': Nothing
    both: Nothing
    'view-map': Nothing
    'map-fit': Nothing
    'map-arrange': Nothing
    'pane-form': Nothing
    'pane-problems': Nothing
    'pane-play': Nothing
    'pane-comments': Nothing
    'pane-proof': Nothing
    'pane-translations': Nothing
    'pane-source': Nothing
    'pane-history': Nothing
    'section-about': Nothing
    'section-cast': Nothing
    'section-cues': Nothing
    'section-desk': Nothing
    'section-variants': Nothing
    compare: Nothing
    'compare-file': Nothing
    guide: Nothing
    'zoom-in': Nothing
    'zoom-out': Nothing
    'zoom-reset': Nothing
    'full-screen': Nothing
    publish: Nothing
    leave: Nothing
    view: Nothing
    'lead.title': Nothing
    'lead.text': Nothing
    'pick.search': Nothing
    'pick.none': Nothing
    'key.Mod': Nothing
    'key.Shift': Nothing
    'key.Delete': Nothing
    'key.Backspace': Nothing
    'key.Enter': Nothing
    'key.ArrowUp': Nothing
    'key.ArrowDown': Nothing
    export: Nothing
  }
  'studio-compare': {
    title: Nothing
    compare: Nothing
    'compare.file': Nothing
    'compare.moment': Nothing
    before: Nothing
    after: Nothing
    now: Nothing
    beginning: Nothing
    moment: { what: string | number }
    version: { number: number }
    outside: Nothing
    file: Nothing
    'file.named': { file: string | number }
    other: { title: string | number }
    'in-words': Nothing
    'as-text': Nothing
    close: Nothing
    'back-to': { number: number }
    unreadable: Nothing
    reading: Nothing
    count: { n: number }
    same: Nothing
    document: Nothing
    everywhere: Nothing
    show: Nothing
    more: { n: number }
    unchanged: Nothing
    program: Nothing
    somebody: Nothing
    'meeting.title': Nothing
    'meeting.text': { who: string | number }
    'meeting.conflicts': { n: number; left: number }
    'meeting.choose': Nothing
    'meeting.mine': Nothing
    'meeting.their': { who: string | number }
    'meeting.theirs': { who: string | number }
    'meeting.join': Nothing
    'meeting.later': Nothing
    merge: Nothing
    'merge.title': { who: string | number }
    'merge.cancel': Nothing
    'merge.base': Nothing
    'merge.base.none': Nothing
    'merge.began': { who: string | number }
    'merge.text': { who: string | number }
    'merge.text.two': Nothing
    'merge.differences': { n: number; left: number }
    'merge.stays': Nothing
    'merge.rest.mine': Nothing
    'merge.rest.theirs': { who: string | number }
    'notice.stale': { who: string | number; n: number }
    'notice.file': { changes: number; n: number }
    'notice.look': Nothing
    'notice.aside': Nothing
    'notice.joined': { who: string | number; n: number }
    'notice.joined.show': Nothing
    'notice.joined.hide': Nothing
    'publish.changes': { number: number }
    'publish.same': { number: number }
  }
  'studio-course': {
    matrix: Nothing
    'matrix.text': Nothing
    'matrix.tactic': Nothing
    'matrix.none': Nothing
    'matrix.cell': { attacks: number; genuine: number; titles: string | number }
    'matrix.empty': Nothing
    'matrix.silent': { channels: string | number }
    'matrix.absent': { tactics: string | number }
    'matrix.telling.attack': { tactics: string | number }
    'matrix.telling.legitimate': { tactics: string | number }
    prove: Nothing
    'prove.text': Nothing
    'prove.go': Nothing
    'prove.again': Nothing
    'prove.cancel': Nothing
    'prove.changed': Nothing
    'step.read': Nothing
    'step.chances': Nothing
    'step.habits': Nothing
    'prove.failed': Nothing
    'prove.unsound': { contacts: string | number }
    chart: Nothing
    'chart.x': Nothing
    'chart.y': Nothing
    'chart.one': Nothing
    'chart.all': { n: number }
    'chart.words': { guess: string | number; hardly: string | number; well: string | number }
    table: Nothing
    'table.skill': Nothing
    'table.contacts': Nothing
    'skill.0': Nothing
    'skill.0.5': Nothing
    'skill.1': Nothing
    'skill.2.5': Nothing
    'skill.3': Nothing
    habits: Nothing
    'habits.none': { n: number }
    'habits.some': { n: number }
    'habits.row': { share: string | number; habit: string | number }
    'habits.closest': Nothing
    found: Nothing
    'found.none': Nothing
  }
  'studio-fields': {
    'label.item': Nothing
    'label.title': Nothing
    'label.summary': Nothing
    'help.summary': Nothing
    'label.version': Nothing
    'help.version': Nothing
    'label.role': Nothing
    'label.truth': Nothing
    'help.truth': Nothing
    'label.tactics': Nothing
    'help.tactics': Nothing
    'label.tactic': Nothing
    'help.tactic': Nothing
    'label.minutes': Nothing
    'help.minutes': Nothing
    'label.difficulty': Nothing
    'help.difficulty': Nothing
    'label.cues': Nothing
    'help.cues': Nothing
    'label.premise': Nothing
    'help.premise': Nothing
    'label.keep': Nothing
    'help.keep': Nothing
    'label.incident': Nothing
    'help.incident': Nothing
    'label.sources': Nothing
    'help.sources': Nothing
    'label.publisher': Nothing
    'label.date': Nothing
    'help.date': Nothing
    'label.cast': Nothing
    'help.cast': Nothing
    'label.name': Nothing
    'label.channel': Nothing
    'help.channel': Nothing
    'label.handle': Nothing
    'help.handle': Nothing
    'label.relation': Nothing
    'help.relation': Nothing
    'label.voice': Nothing
    'help.voice': Nothing
    'label.lang': Nothing
    'help.lang': Nothing
    'label.pitch': Nothing
    'help.pitch': Nothing
    'label.rate': Nothing
    'help.rate': Nothing
    'label.label': Nothing
    'label.kind': Nothing
    'label.strength': Nothing
    'help.strength': Nothing
    'label.floor': Nothing
    'help.floor': Nothing
    'label.twin': Nothing
    'help.twin': Nothing
    'label.variants': Nothing
    'help.variants': Nothing
    'label.desk': Nothing
    'help.desk': Nothing
    'label.customers': Nothing
    'label.number': Nothing
    'label.status': Nothing
    'label.identity': Nothing
    'help.identity': Nothing
    'label.note': Nothing
    'label.tools': Nothing
    'label.fields': Nothing
    'label.value': Nothing
    'label.masked': Nothing
    'help.masked': Nothing
    'label.changeable': Nothing
    'help.changeable': Nothing
    'label.directory': Nothing
    'label.phone': Nothing
    'label.mail': Nothing
    'label.policies': Nothing
    'label.text': Nothing
    'label.lead': Nothing
    'help.lead': Nothing
    'label.leads': Nothing
    'label.presence': Nothing
    'help.presence': Nothing
    'label.state': Nothing
    'label.hours': Nothing
    'label.targets': Nothing
    'help.targets': Nothing
    'label.handlingSeconds': Nothing
    'label.queue': Nothing
    'help.queue': Nothing
    'label.adherence': Nothing
    'label.now': Nothing
    'label.most': Nothing
    'label.least': Nothing
    'label.scoring': Nothing
    'label.pass': Nothing
    'help.pass': Nothing
    'label.critical': Nothing
    'help.critical': Nothing
    'label.machine': Nothing
    'label.place': Nothing
    'label.beats': Nothing
    'help.beats': Nothing
    'label.from': Nothing
    'label.delay': Nothing
    'label.cue': Nothing
    'label.phrase': Nothing
    'help.phrase': Nothing
    'label.subject': Nothing
    'help.subject': Nothing
    'label.attachments': Nothing
    'label.media': Nothing
    'label.file': Nothing
    'label.words': Nothing
    'help.words': Nothing
    'label.contact': Nothing
    'help.contact': Nothing
    'label.seconds': Nothing
    'label.disposition': Nothing
    'label.debrief': Nothing
    'help.debrief': Nothing
    'label.description': Nothing
    'help.description': Nothing
    'label.meta': Nothing
    'label.say': Nothing
    'help.say': Nothing
    'label.tool': Nothing
    'help.tool': Nothing
    'label.customer': Nothing
    'label.field': Nothing
    'label.policy': Nothing
    'label.did': Nothing
    'help.did': Nothing
    'label.stance': Nothing
    'help.stance': Nothing
    'label.answer': Nothing
    'help.answer': Nothing
    'label.target': Nothing
    'label.reenter': Nothing
    'label.actions': Nothing
    'label.entry': Nothing
    'label.exit': Nothing
    'label.competency': Nothing
    'label.points': Nothing
    'label.of': Nothing
    'label.why': Nothing
    'help.why': Nothing
    'label.flag': Nothing
    'help.flag': Nothing
    'label.counter': Nothing
    'label.by': Nothing
    'label.complaint': Nothing
    'label.params': Nothing
    'label.type': Nothing
    'label.guard': Nothing
    'label.at-desk': Nothing
    'label.busy': Nothing
    'label.away': Nothing
    'label.certificateTitle': Nothing
    'label.modules': Nothing
    'help.modules': Nothing
    'label.scenario': Nothing
    'label.practice': Nothing
    'label.rule': Nothing
    'label.hitRate': Nothing
    'label.falseAlarmRate': Nothing
    'label.reportShare': Nothing
    'label.skilled': Nothing
    'label.unskilled': Nothing
    'label.alpha': Nothing
    'label.beta': Nothing
    'label.leastOfEach': Nothing
    'label.rounds': Nothing
    'label.days': Nothing
    'label.validMonths': Nothing
    'word.abandoned': Nothing
    'word.agent': Nothing
    'word.customer': Nothing
    'word.supervisor': Nothing
    'word.ask': Nothing
    'word.assess': Nothing
    'word.at-desk': Nothing
    'word.busy': Nothing
    'word.away': Nothing
    'word.attack': Nothing
    'word.legitimate': Nothing
    'word.authority': Nothing
    'word.blackmail': Nothing
    'word.bribery': Nothing
    'word.commitment': Nothing
    'word.curiosity': Nothing
    'word.fear': Nothing
    'word.flattery': Nothing
    'word.impersonation': Nothing
    'word.insider-knowledge': Nothing
    'word.intimidation': Nothing
    'word.isolation': Nothing
    'word.liking': Nothing
    'word.pretext': Nothing
    'word.reciprocity': Nothing
    'word.scarcity': Nothing
    'word.secrecy': Nothing
    'word.social-proof': Nothing
    'word.sympathy': Nothing
    'word.urgency': Nothing
    'word.call': Nothing
    'word.chat': Nothing
    'word.mail': Nothing
    'word.desk': Nothing
    'word.call-back': Nothing
    'word.change-account': Nothing
    'word.escalate': Nothing
    'word.forward': Nothing
    'word.hang-up': Nothing
    'word.move-money': Nothing
    'word.open-policy': Nothing
    'word.preserve': Nothing
    'word.report': Nothing
    'word.reset-mfa': Nothing
    'word.reveal-field': Nothing
    'word.share-screen': Nothing
    'word.unlock-account': Nothing
    'word.verify-identity': Nothing
    'word.care': Nothing
    'word.comply': Nothing
    'word.defer': Nothing
    'word.refuse': Nothing
    'word.verify': Nothing
    'word.complied': Nothing
    'word.refused': Nothing
    'word.reported': Nothing
    'word.served': Nothing
    'word.verified': Nothing
    'word.count': Nothing
    'word.disclose': Nothing
    'word.raise': Nothing
    'word.lower': Nothing
    'word.spend': Nothing
    'word.customers': Nothing
    'word.staff': Nothing
    'word.own-account': Nothing
    'word.customer-care': Nothing
    'word.data-protection': Nothing
    'word.de-escalation': Nothing
    'word.integrity': Nothing
    'word.reporting': Nothing
    'word.verification': Nothing
    'word.few': Nothing
    'word.some': Nothing
    'word.many': Nothing
    'word.low': Nothing
    'word.medium': Nothing
    'word.high': Nothing
    'word.final': Nothing
    'word.fixed': Nothing
    'word.sequential': Nothing
    'word.warning': Nothing
    'word.reassuring': Nothing
    'word.when': Nothing
    'help.skilled': Nothing
    'help.unskilled': Nothing
    'help.reenter': Nothing
    'label.function': Nothing
    'add.beats': Nothing
    'add.answer': Nothing
    'add.cast': Nothing
    'add.cues': Nothing
    'add.sources': Nothing
    'add.actions': Nothing
    'add.entry': Nothing
    'add.exit': Nothing
    'add.customers': Nothing
    'add.modules': Nothing
    'add.practice': Nothing
    'add.attachments': Nothing
    'add.variants': Nothing
    'add.fields': Nothing
    'add.directory': Nothing
    'add.policies': Nothing
    'add.leads': Nothing
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
    'fix.open-last': Nothing
    'fix.remove-branch': Nothing
    'fix.remove-action': { action: string | number }
    'fix.remove-condition': Nothing
    'fix.one-time-limit': { seconds: number }
    'fix.make-ending': Nothing
    'fix.no-ending': Nothing
    'fix.ending-stops': Nothing
    'fix.move-up': { scene: string | number }
    'fix.disposition': { disposition: string | number }
    'fix.title-as-text': { text: string | number }
    'fix.narrate-title': { text: string | number }
    'fix.remove-scene': { scene: string | number }
    'fix.report-everywhere': { scene: string | number }
    'fix.mask': { field: string | number }
    'fix.tactics-of-cues': { tactics: string | number }
    'fix.add-tactic': { tactic: string | number }
    'fix.same-names': Nothing
    'fix.points': { points: number }
  }
  'studio-guide': {
    guide: Nothing
    open: Nothing
    progress: { done: number; of: number }
    next: { title: string | number }
    all: Nothing
    done: Nothing
    show: Nothing
    hide: Nothing
    finished: Nothing
    title: Nothing
    'title.why': Nothing
    says: Nothing
    'says.why': Nothing
    cue: Nothing
    'cue.why': Nothing
    right: Nothing
    'right.why': Nothing
    wrong: Nothing
    'wrong.why': Nothing
    leads: Nothing
    'leads.why': Nothing
    earns: Nothing
    'earns.why': Nothing
    problems: Nothing
    'problems.why': Nothing
    tried: Nothing
    'tried.why': Nothing
    published: Nothing
    'published.why': Nothing
  }
  'studio-issues': {
    unchosen: Nothing
    'missing.meta': { where: string | number }
    'missing.first-scene': { where: string | number }
    'missing.disposition': { where: string | number }
    'missing.tool-object': { where: string | number; choice: string | number; tool: string | number; object: string | number }
    'bad-value.empty': { called: string | number }
    'bad-value.file': { value: string | number }
    'bad-value.sha256': Nothing
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
    'bad-rule.skills': Nothing
    'bad-rule.room': Nothing
  }
  'studio-map': {
    title: Nothing
    how: Nothing
    waiting: Nothing
    fit: Nothing
    'zoom.in': Nothing
    'zoom.out': Nothing
    arrange: Nothing
    minimap: Nothing
    fold: Nothing
    unfold: Nothing
    'fold.all': Nothing
    'unfold.all': Nothing
    inside: { n: number }
    cues: { n: number }
    problems: { n: number }
    'reply.stays': Nothing
    'reply.missing': { target: string | number }
    'reply.leads': { target: string | number }
    'reply.when': Nothing
    'reply.critical': Nothing
    'reply.drag': Nothing
    'reply.new': Nothing
    'said.card': { title: string | number; channel: string | number; replies: number; problems: number }
    'said.reply': { n: number; of: number; words: string | number; target: string | number; critical: string }
  }
  'studio-media': {
    cancel: Nothing
    choose: Nothing
    add: Nothing
    gone: { file: string | number }
    hint: Nothing
    'drop.here': Nothing
    list: Nothing
    'list.text': Nothing
    'list.none': Nothing
    'list.facts': { kind: string; size: number; n: number }
    delete: Nothing
    'delete.what': { file: string | number }
    'delete.title': { file: string | number }
    'delete.text': Nothing
    'delete.go': Nothing
    record: Nothing
    'record.line': Nothing
    'record.title': Nothing
    'record.read': Nothing
    'record.text': { most: string | number }
    'record.ready': Nothing
    'record.opening': Nothing
    'record.reading': Nothing
    'record.on': Nothing
    'record.time': { at: string | number; most: string | number }
    'record.loud': Nothing
    'record.done': { length: string | number }
    'record.start': Nothing
    'record.stop': Nothing
    'record.again': Nothing
    'record.listen': Nothing
    'record.silence': Nothing
    'record.use': Nothing
    'record.discard': Nothing
    'record.silent': Nothing
    'record.fault.refused': Nothing
    'record.fault.system': Nothing
    'record.fault.none': Nothing
    'record.fault.busy': Nothing
    'record.fault.failed': Nothing
    'record.languages': Nothing
    'record.names': Nothing
  }
  'studio-packages': {
    cancel: Nothing
    close: Nothing
    'offer.title': Nothing
    'offer.text': Nothing
    'offer.take': Nothing
    'offer.none': Nothing
    'offer.scenario': Nothing
    'offer.file': Nothing
    'offer.id': Nothing
    'offer.id.other': { id: string | number }
    'offer.languages': Nothing
    'offer.floor': Nothing
    'offer.floor.new': Nothing
    'offer.floor.same': Nothing
    'offer.floor.other': { id: string | number }
    'offer.media': Nothing
    'offer.media.some': { n: number; size: number }
    'offer.runs': Nothing
    'offer.runs.some': { n: number }
    'offer.checks': Nothing
    'offer.checks.none': Nothing
    'offer.checks.some': { errors: number; warnings: number }
    'offer.checks.where': Nothing
    taken: { id: string | number; floor: string }
    'export.title': Nothing
    'export.text': { title: string | number }
    'export.which': Nothing
    'export.now': Nothing
    'export.version': { number: number; at: string | number }
    'export.in.now': Nothing
    'export.in.version': Nothing
    'export.floor': Nothing
    'export.without': Nothing
    'export.go': Nothing
    'export.saved': { file: string | number; size: number; floor: string; media: number; runs: string }
    'export.missing': { n: number; files: string | number }
    'export.missing.then': { n: number; files: string | number }
    'export.not-json': { file: string | number }
    'export.too-large': { megabytes: number }
    'opened.refused': Nothing
    'opened.why': { file: string | number; why: string | number }
  }
  'studio-plans': {
    'part.play': Nothing
    'part.plans': { n: number }
    'part.plans.red': { red: number; n: number }
    'part.unseen': { n: number }
    parts: Nothing
    record: Nothing
    'record.middle': Nothing
    'record.title': Nothing
    'record.text': { n: number }
    'record.go': Nothing
    'record.replace': { name: string | number }
    name: Nothing
    'name.hint': Nothing
    'name.again': { name: string | number; n: number }
    list: Nothing
    none: Nothing
    'read-only': Nothing
    'run-all': Nothing
    'not-run': Nothing
    'all-green': { n: number }
    'some-red': { red: number; n: number }
    'run-on.broken': Nothing
    'run-on.earlier': Nothing
    'state.green': Nothing
    'state.red': Nothing
    'state.waiting': Nothing
    show: Nothing
    'show-step': Nothing
    take: Nothing
    rename: Nothing
    'rename.what': { name: string | number }
    'rename.title': Nothing
    'rename.go': Nothing
    delete: Nothing
    'delete.what': { name: string | number }
    deleted: { name: string | number }
    'bring-back': Nothing
    'refused.not-kept': Nothing
    'refused.gone': Nothing
    'not-read': Nothing
    broken: { file: string | number; fault: string | number }
    passed: Nothing
    'not-passed': Nothing
    'no-flags': Nothing
    'still-going': Nothing
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
    'unseen.play': Nothing
    'unseen.play.what': { part: string | number }
    'unseen.searching': Nothing
    'unseen.stop': Nothing
    'unseen.no-way': { part: string | number }
    'publish.red': { n: number; names: string | number }
    quoted: { name: string | number }
    'publish.running': Nothing
    'publish.see': Nothing
    'publish.anyway': Nothing
    moved: { scene: string | number; before: string | number }
    'moved.stay': { before: string | number }
    'save-as': Nothing
    'saved-as': { file: string | number }
  }
  'studio-proof': {
    title: Nothing
    text: Nothing
    go: Nothing
    again: Nothing
    stop: Nothing
    working: { share: number }
    old: Nothing
    errors: Nothing
    failed: Nothing
    range: { lowest: number; highest: number }
    'range.none': Nothing
    pass: { can: string }
    scenes: { reachable: number; scenes: number; paths: string | number; loops: string }
    critical: { n: number }
    difficulty: { difficulty: number }
    cues: { count: number; amount: string | number; said: string | number }
    cut: Nothing
    endings: Nothing
    ending: { score: string | number; how: string | number }
    'ending.range': { lowest: number; highest: number }
    'ending.one': { lowest: number }
    'ending.none': Nothing
    'ending.passes': Nothing
    'ending.fails': Nothing
    issues: Nothing
    'issues.none': Nothing
    decides: Nothing
    'decides.none': Nothing
    'decides.press': { press: string | number; scene: string | number; when: string; outcome: string }
    habits: Nothing
    'habits.right': { habits: number; right: number }
    'habits.best': Nothing
    habit: { right: number; habit: string | number }
    'bots.none': Nothing
    'bot.refuse-everything': Nothing
    'bot.comply-with-everything': Nothing
    'bot.always-first': Nothing
    'bot.longest-reply': Nothing
    'bot.politest-reply': Nothing
    'bot.random': Nothing
    leaks: Nothing
    'leaks.none': Nothing
    leak: { press: string | number; scene: string | number; language: string | number; marks: string | number }
    'leak.points': { points: number }
    few: { scene: string | number; n: number }
    twin: Nothing
    'twin.same': { title: string | number }
  }
  'studio-review': {
    pack: Nothing
    'pack.text': Nothing
    'pack.saved': { file: string | number; size: number }
    'pack.errors': { n: number }
    import: Nothing
    imported: { file: string | number; added: number; reviewer: string | number; known: number }
    'refused.too-large': { file: string | number }
    'refused.not-json': { file: string | number }
    'refused.not-a-review': { file: string | number }
    'refused.newer': { file: string | number }
    'refused.broken': { file: string | number; what: string }
    'refused.other-scenario': { file: string | number; what: string | number }
    show: Nothing
    'show.open': { n: number }
    'show.closed': { n: number }
    'show.all': { n: number }
    where: Nothing
    'where.everywhere': Nothing
    'where.here': Nothing
    who: Nothing
    'who.all': Nothing
    none: Nothing
    'none.filtered': Nothing
    shipped: Nothing
    damaged: { n: number }
    on: Nothing
    'on.scenario': Nothing
    'on.scene': Nothing
    'on.choice': Nothing
    write: Nothing
    'write.go': Nothing
    answer: Nothing
    'answer.words': Nothing
    'answer.go': Nothing
    cancel: Nothing
    close: Nothing
    reopen: Nothing
    closed: { by: string | number; at: string | number }
    reviewer: Nothing
    go: Nothing
    'place.changed': Nothing
    'place.moved': Nothing
    'said-of': Nothing
    gone: Nothing
    here: { n: number }
    failed: Nothing
  }
  'studio-search': {
    title: Nothing
    find: Nothing
    by: Nothing
    words: Nothing
    letters: Nothing
    how: Nothing
    found: { n: number }
    done: { n: number }
    more: { n: number }
    shown: { shown: number; n: number }
    'shown.replaced': { shown: number; n: number }
    replace: { n: number }
    go: Nothing
    'go.what': { place: string | number; text: string | number }
  }
  'studio-source': {
    label: Nothing
    leave: Nothing
    'leave.read-only': Nothing
    broken: Nothing
    'broken.form': Nothing
    'broken.go': Nothing
    place: Nothing
    'place.root': Nothing
    'to-form': Nothing
    'problems.list': { n: number }
    search: Nothing
    needed: Nothing
    'name.$schema': Nothing
    'name.format': Nothing
    'name.id': Nothing
    'name.states': Nothing
    'name.on': Nothing
    'name.after': Nothing
    'name.always': Nothing
    'name.initial': Nothing
    'name.target': Nothing
    'name.actions': Nothing
    'name.guard': Nothing
    'name.meta': Nothing
    'name.type': Nothing
    'name.params': Nothing
    'name.beats': Nothing
    'name.entry': Nothing
    'name.exit': Nothing
    'name.description': Nothing
    'cm.find': Nothing
    'cm.replace': Nothing
    'cm.next': Nothing
    'cm.previous': Nothing
    'cm.all': Nothing
    'cm.case': Nothing
    'cm.regexp': Nothing
    'cm.word': Nothing
    'cm.replace.one': Nothing
    'cm.replace.all': Nothing
    'cm.close': Nothing
    'cm.current': Nothing
    'cm.on-line': Nothing
    'cm.replaced': Nothing
    'cm.replaced.line': Nothing
    'cm.go-to-line': Nothing
    'cm.go': Nothing
    'cm.to': Nothing
    'cm.problems': Nothing
    'cm.no-problems': Nothing
    'cm.suggestions': Nothing
    'cm.folded': Nothing
    'cm.unfold': Nothing
    'cm.fold-line': Nothing
    'cm.unfold-line': Nothing
    'cm.folded-lines': Nothing
    'cm.unfolded-lines': Nothing
    'cm.control': Nothing
    'cm.deleted': Nothing
    'cm.unchanged': Nothing
    'cm.accept': Nothing
    'cm.reject': Nothing
    'cm.revert': Nothing
  }
  'studio-templates': {
    'bribe.title': Nothing
    'bribe.summary': Nothing
    'bribe.caller': Nothing
    'bribe.relation': Nothing
    'bribe.opening': Nothing
    'bribe.pressed': Nothing
    'bribe.cue': Nothing
    'bribe.cue-2': Nothing
    'vishing.title': Nothing
    'vishing.summary': Nothing
    'vishing.caller': Nothing
    'vishing.relation': Nothing
    'vishing.opening': Nothing
    'vishing.pressed': Nothing
    'vishing.cue': Nothing
    'vishing.cue-2': Nothing
    'mail.title': Nothing
    'mail.summary': Nothing
    'mail.caller': Nothing
    'mail.relation': Nothing
    'mail.opening': Nothing
    'mail.pressed': Nothing
    'mail.cue': Nothing
    'mail.cue-2': Nothing
    'desk.title': Nothing
    'desk.summary': Nothing
    'desk.caller': Nothing
    'desk.relation': Nothing
    'desk.opening': Nothing
    'desk.pressed': Nothing
    'desk.cue': Nothing
    'desk.cue-2': Nothing
    'genuine.title': Nothing
    'genuine.summary': Nothing
    'genuine.caller': Nothing
    'genuine.relation': Nothing
    'genuine.opening': Nothing
    'genuine.pressed': Nothing
    'genuine.cue': Nothing
    'genuine.cue-2': Nothing
    keep: Nothing
    'scene.opening': Nothing
    'scene.pressed': Nothing
    'reply.ask': Nothing
    'reply.refuse': Nothing
    'reply.comply': Nothing
    'reply.verify': Nothing
    'reply.rude': Nothing
    'did.report': Nothing
    'why.good': Nothing
    'why.fair': Nothing
    'why.bad': Nothing
    'ending.reported': Nothing
    'ending.stopped': Nothing
    'ending.complied': Nothing
    'ending.served': Nothing
    'ending.turned-away': Nothing
    'debrief.reported': Nothing
    'debrief.stopped': Nothing
    'debrief.complied': Nothing
    'debrief.served': Nothing
    'debrief.turned-away': Nothing
    'twin.attack': Nothing
    'twin.genuine': Nothing
    'twin.answer': Nothing
    'twin.price': Nothing
    'twin.cue.attack': Nothing
    'twin.cue.genuine': Nothing
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
  translations: {
    from: Nothing
    to: Nothing
    swap: Nothing
    'language.add': Nothing
    'language.add.go': { language: string | number }
    'language.add.which': Nothing
    'language.remove': { language: string | number }
    'language.remove.title': { language: string | number }
    'language.remove.text': { n: number; language: string | number }
    'language.remove.go': { language: string | number }
    'none-yet': Nothing
    count: { n: number; of: number }
    filter: Nothing
    'filter.all': { n: number }
    'filter.missing': { n: number }
    'filter.outdated': { n: number }
    'filter.too-long': { n: number }
    'filter.damaged': { n: number }
    search: Nothing
    'mark.missing': Nothing
    'mark.outdated': Nothing
    'mark.too-long': Nothing
    'mark.damaged': Nothing
    help: Nothing
    'help.missing': Nothing
    'help.outdated': Nothing
    'help.too-long': Nothing
    'help.damaged': { example: string | number }
    'help.keys': Nothing
    'room.place': { length: number; most: number }
    'room.source': { length: number; most: number }
    'lost.placeholder': { lost: string | number }
    'foreign.placeholder': { foreign: string | number }
    'lost.phrase': { phrase: string | number }
    'still-right': Nothing
    'still-right.what': { text: string | number }
    'place.about': Nothing
    'place.everywhere': Nothing
    'speaker.trainee': Nothing
    'speaker.narrator': Nothing
    go: { place: string | number }
    target: { field: string | number; language: string | number; place: string | number }
    'source.none': { language: string | number }
    more: { n: number }
    nothing: Nothing
    export: Nothing
    'export.xliff': Nothing
    'export.csv': Nothing
    import: Nothing
    saved: { file: string | number }
    failed: Nothing
    'take.title': { file: string | number }
    'take.text': { from: string | number; to: string | number; added: number; changed: number; same: number }
    'take.empty': { n: number }
    'take.moved': { n: number }
    'take.since': { n: number }
    'take.doubted': { n: number }
    'take.changes': Nothing
    'take.before': Nothing
    'take.after': Nothing
    'take.rest': { n: number }
    'take.go': { n: number }
    'take.nothing': Nothing
    taken: { file: string | number }
    'refused.title': { file: string | number }
    'refused.text': Nothing
    line: { line: number; sentence: string | number }
    close: Nothing
    cancel: Nothing
    'texts-more': { n: number }
    'fault.too-large': Nothing
    'fault.not-text': Nothing
    'fault.not-xml': { reason: string | number }
    'fault.document-type': Nothing
    'fault.not-xliff': { root: string | number }
    'fault.other-version': { version: string | number }
    'fault.several-files': Nothing
    'fault.inline-element': { element: string | number }
    'fault.no-columns': Nothing
    'fault.broken-row.stray-quote': Nothing
    'fault.broken-row.unclosed-quote': Nothing
    'fault.broken-row.no-id': Nothing
    'fault.no-seal': Nothing
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

/** Every area. */
export const AREAS = ['app', 'attention', 'audit', 'certificates', 'checks', 'cli', 'credential', 'debrief', 'dialogs', 'errors', 'exchange', 'export', 'filter', 'glossary', 'import', 'issues', 'menu', 'papers', 'people', 'person', 'places', 'player', 'proof', 'record-store', 'records', 'report', 'restore', 'results', 'review', 'sign-in', 'studio', 'studio-changes', 'studio-commands', 'studio-compare', 'studio-course', 'studio-fields', 'studio-fixes', 'studio-guide', 'studio-issues', 'studio-map', 'studio-media', 'studio-packages', 'studio-plans', 'studio-proof', 'studio-review', 'studio-search', 'studio-source', 'studio-templates', 'test-plans', 'translations'] as const
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
    checks: () => import('./en/checks.json'),
    cli: () => import('./en/cli.json'),
    credential: () => import('./en/credential.json'),
    debrief: () => import('./en/debrief.json'),
    dialogs: () => import('./en/dialogs.json'),
    errors: () => import('./en/errors.json'),
    exchange: () => import('./en/exchange.json'),
    export: () => import('./en/export.json'),
    filter: () => import('./en/filter.json'),
    glossary: () => import('./en/glossary.json'),
    import: () => import('./en/import.json'),
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
    review: () => import('./en/review.json'),
    'sign-in': () => import('./en/sign-in.json'),
    studio: () => import('./en/studio.json'),
    'studio-changes': () => import('./en/studio-changes.json'),
    'studio-commands': () => import('./en/studio-commands.json'),
    'studio-compare': () => import('./en/studio-compare.json'),
    'studio-course': () => import('./en/studio-course.json'),
    'studio-fields': () => import('./en/studio-fields.json'),
    'studio-fixes': () => import('./en/studio-fixes.json'),
    'studio-guide': () => import('./en/studio-guide.json'),
    'studio-issues': () => import('./en/studio-issues.json'),
    'studio-map': () => import('./en/studio-map.json'),
    'studio-media': () => import('./en/studio-media.json'),
    'studio-packages': () => import('./en/studio-packages.json'),
    'studio-plans': () => import('./en/studio-plans.json'),
    'studio-proof': () => import('./en/studio-proof.json'),
    'studio-review': () => import('./en/studio-review.json'),
    'studio-search': () => import('./en/studio-search.json'),
    'studio-source': () => import('./en/studio-source.json'),
    'studio-templates': () => import('./en/studio-templates.json'),
    'test-plans': () => import('./en/test-plans.json'),
    translations: () => import('./en/translations.json'),
  },
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
