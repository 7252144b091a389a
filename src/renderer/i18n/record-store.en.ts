export const recordStoreEn = {
  title: 'Record store',
  intro:
    'If your organisation runs a learning record store (LRS), finished attempts, passed courses and certificates can be reported to it. Everything stays on this computer too.',
  'names.named': 'Reports carry each person’s name and employee number.',
  'names.pseudonymous':
    'Reports carry a pseudonym in place of name and employee number, because the organisation’s privacy is set to pseudonymous.',
  leftover:
    '{count, plural, one {# statement was} other {# statements were}} not delivered before. {count, plural, one {It goes} other {They go}} to the next record store.',

  address: 'Address',
  'address.hint': 'As the record store shows it, for example https://lrs.example.org/xapi',
  key: 'Key',
  secret: 'Secret',
  'secret.kept': 'Left empty, the secret that is kept is used.',
  'secret.hint': 'It is kept locked on this computer and never shown again.',
  'home-page': 'Your organisation’s own address (optional)',
  'home-page.hint':
    'People are named in reports as accounts of this address. If other systems report to the same record store, give the address that they use.',
  'earlier.with': 'Also send what is here already',
  'earlier.hint': '{count, plural, one {# finished attempt} other {# finished attempts}}, and certificates.',
  try: 'Try it',
  trying: 'Asking the record store…',
  connect: 'Connect',
  save: 'Save',
  cancel: 'Cancel',
  tried: 'The record store answered, and the key fits. Nothing was written.',
  'tried.write-only':
    'The record store answered. The key may not read, so whether it may write will show with the first report.',

  'fault.not-an-address': 'This is not an address. It begins with https://',
  'fault.not-https':
    'The address must begin with https:// so that nobody on the way can read along. Only a record store on this computer itself may use http://',
  'fault.with-credentials': 'Take key and secret out of the address, and write them in their own fields.',
  'fault.with-query': 'The address may have no ? and no #.',
  'fault.secret-missing':
    'Write the secret. A kept one is only used for the address and key it was given for.',
  'fault.key-missing': 'Write the key.',
  'fault.home-page': 'Give an address that begins with https://, or leave it empty.',

  'problem.unreachable':
    'The record store can’t be reached. Is this computer online, and is the address right?',
  'problem.slow': 'The record store took too long to answer.',
  'problem.certificate':
    'The record store could not prove who it is: its certificate is not valid here, so nothing was sent. Whoever runs it has to renew or install it.',
  'problem.redirect':
    'The address leads on to another one. This is not followed, so that the key stays where it belongs. Give the address where the record store itself answers.',
  'problem.proxy': 'The proxy of your network refused. Ask whoever runs the network.',
  'problem.credentials':
    'The record store refuses the key. Give key and secret again; nothing is lost meanwhile.',
  'problem.not-found': 'Nothing answers to reports at this address. Is it complete?',
  'problem.busy': 'The record store asks to wait.',
  'problem.server-fault': 'The record store has a fault of its own.',
  'problem.not-understood':
    'What answered is not a record store, or it did not say that it took the statements. They are kept and sent again.',
  'problem.not-held':
    'The record store says that it took a statement, but does not have it. It is sent again.',
  'problem.version': 'This record store does not speak xAPI 1.0.3.',
  'problem.secret-unreadable':
    'The kept secret can’t be unlocked by this user account. Give key and secret again.',
  'problem.internal': 'Something went wrong on this computer. It is tried again.',
  detail: 'What was seen:',

  'state.connected': 'Connected. Everything has been sent.',
  'state.refused':
    'Connected. Nothing waits, but {refused, plural, one {# statement was} other {# statements were}} refused; see below.',
  'state.nothing-yet': 'Connected. There has been nothing to send yet.',
  'state.sending': 'Sending. {count, plural, one {# statement waits} other {# statements wait}}.',
  'state.waiting': 'Not delivered yet. {count, plural, one {# statement waits} other {# statements wait}}.',
  'state.paused':
    'Paused. {count, plural, =0 {Nothing waits} one {# statement waits} other {# statements wait}}; new ones are kept.',
  'state.stopped':
    'Stopped. {count, plural, =0 {Nothing waits} one {# statement waits} other {# statements wait}}.',
  'fact.address': 'Address',
  'fact.key': 'Key',
  'fact.last': 'Last delivery',
  'fact.last.never': 'none yet',
  'fact.since': 'Waiting since',
  'fact.next': 'Next try',
  'fact.earlier': 'Earlier records',
  'fact.earlier.of': '{done, number} of {total, number}',
  'send-now': 'Send now',
  pause: 'Pause',
  resume: 'Go on',
  change: 'Change…',
  'send-earlier': 'Send earlier records',
  'send-earlier.done':
    'Earlier records are being sent, too. What the record store has already is not sent again.',
  disconnect: 'Disconnect…',
  'disconnect.title': 'Disconnect the record store?',
  'disconnect.text':
    'Key and secret are removed from this computer, and new attempts are no longer reported. What the record store has, it keeps. {count, plural, =0 {Nothing waits.} one {# statement that waits is kept for the next record store.} other {# statements that wait are kept for the next record store.}}',
  'disconnect.go': 'Disconnect',

  'refused.title': 'Refused by the record store ({count, number})',
  'refused.text':
    'These were set aside so that the others could go on. The reason is what the record store said; show it to whoever runs it.',
  'refused.what': 'What',
  'refused.when': 'Written',
  'refused.reason': 'Reason',
  'refused.unwritten': 'could not be written',
  'refused.hidden': 'statement (not shown in pseudonymous mode)',
  'refused.view': 'View',
  'refused.retry': 'Try again',
  'refused.retry.all': 'Try all again',
  'refused.export': 'Save as a file…',
  'refused.exported': '{count, plural, one {# statement} other {# statements}} saved in {file}.',
  'refused.drop': 'Drop…',
  'refused.drop.title': 'Drop this statement?',
  'refused.drop.text':
    'It will not be sent again. The record itself stays in Hold the Line, and the audit log notes who dropped it.',
  'refused.drop.go': 'Drop it',
  'refused.more': 'Only the newest {shown, number} are listed; the file has them all.',
  'refused.close': 'Close',
  'refused.actions': 'Actions',
  'verb.initialized': 'attempt started',
  'verb.completed': 'attempt completed',
  'verb.passed': 'passed',
  'verb.failed': 'not passed',
  'verb.attempted': 'practice',
  'verb.earned': 'certificate earned',
  'verb.had-revoked': 'certificate revoked',
} as const
