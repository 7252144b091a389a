export const recordStoreEn = {
  title: 'Record store',
  intro:
    'If your organisation has a learning record store (LRS), Hold the Line can send it finished attempts, passed courses and certificates. Everything also stays on this computer.',
  'names.named': 'Each person’s name and employee number are included.',
  'names.pseudonymous':
    'A pseudonym replaces each person’s name and employee number, because your organisation hides individual results.',
  leftover:
    '{count, plural, one {# statement was} other {# statements were}} not delivered earlier and will be sent to the next record store you connect.',

  address: 'Address',
  'address.hint': 'As shown by the record store, for example https://lrs.example.org/xapi',
  key: 'Key',
  secret: 'Secret',
  'secret.kept': 'Leave it empty to keep the current secret.',
  'secret.hint': 'Stored encrypted on this computer and never shown again.',
  'home-page': 'Your organisation’s web address (optional)',
  'home-page.hint':
    'People are identified as accounts at this address. If other systems report to the same record store, enter the address they use.',
  'earlier.with': 'Also send existing records',
  'earlier.hint': '{count, plural, one {# finished attempt} other {# finished attempts}}, and certificates.',
  try: 'Test connection',
  trying: 'Contacting the record store…',
  connect: 'Connect',
  save: 'Save',
  cancel: 'Cancel',
  tried: 'The record store answered and accepted the key. Nothing was written.',
  'tried.write-only':
    'The record store answered. This key can’t read, so the first delivery will show whether it can write.',

  'fault.not-an-address': 'This is not a web address. It should start with https://',
  'fault.not-https':
    'The address must start with https:// so that nobody can read the data on its way. Only a record store on this computer may use http://',
  'fault.with-credentials': 'Remove the key and secret from the address and enter them in their own fields.',
  'fault.with-query': 'The address can’t contain ? or #.',
  'fault.secret-missing':
    'Enter the secret. A stored secret is only used with the address and key it was entered for.',
  'fault.key-missing': 'Enter the key.',
  'fault.home-page': 'Enter an address that starts with https://, or leave it empty.',

  'problem.unreachable':
    'The record store can’t be reached. Check that this computer is online and the address is right.',
  'problem.slow': 'The record store took too long to answer.',
  'problem.certificate':
    'The record store’s certificate is not valid, so nothing was sent. Ask the person who runs it to renew or install it.',
  'problem.redirect':
    'The address redirects to another one. To protect the key, redirects are not followed. Enter the final address.',
  'problem.proxy': 'Your network’s proxy refused the connection. Ask your network administrator.',
  'problem.credentials':
    'The record store rejected the key. Enter the key and secret again. Nothing is lost in the meantime.',
  'problem.not-found': 'There is no record store at this address. Check that the address is complete.',
  'problem.busy': 'The record store is busy and asked to wait.',
  'problem.server-fault': 'The record store reported an error on its side.',
  'problem.not-understood':
    'The answer didn’t come from a record store, or didn’t confirm that the statements were accepted. They are kept and will be sent again.',
  'problem.not-held':
    'The record store says that it took a statement, but does not have it. It is sent again.',
  'problem.version': 'This record store doesn’t support xAPI 1.0.3.',
  'problem.secret-unreadable':
    'This user account can’t unlock the stored secret. Enter the key and secret again.',
  'problem.internal': 'Something went wrong on this computer. It will try again.',
  detail: 'Details:',

  'state.connected': 'Connected. Everything has been delivered.',
  'state.refused':
    '{refused, plural, one {# statement was} other {# statements were}} rejected by the record store. See the list below.',
  'state.nothing-yet': 'Connected. Nothing to send yet.',
  'state.sending': 'Sending {count, plural, one {# statement} other {# statements}}…',
  'state.waiting': '{count, plural, one {# statement is} other {# statements are}} waiting to be delivered.',
  'state.paused':
    'Paused. {count, plural, =0 {No statements are} one {# statement is} other {# statements are}} waiting; new ones are kept.',
  'state.stopped':
    'Stopped. {count, plural, =0 {No statements are} one {# statement is} other {# statements are}} waiting.',
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
  resume: 'Resume',
  change: 'Change…',
  'send-earlier': 'Send earlier records',
  'send-earlier.done':
    'Earlier records are being sent too. Anything the record store already has is not sent again.',
  disconnect: 'Disconnect…',
  'disconnect.title': 'Disconnect the record store?',
  'disconnect.text':
    'The key and secret are removed from this computer, and new attempts are no longer sent. The record store keeps what it has. {count, plural, =0 {Nothing is waiting.} one {# waiting statement is kept for the next record store.} other {# waiting statements are kept for the next record store.}}',
  'disconnect.go': 'Disconnect',

  'refused.title': 'Rejected by the record store ({count, number})',
  'refused.text':
    'These were set aside so that the others could be delivered. The reason comes from the record store. Show it to the person who runs it.',
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
  'refused.drop': 'Discard…',
  'refused.drop.title': 'Discard this statement?',
  'refused.drop.text':
    'It won’t be sent again. The record itself stays in Hold the Line, and the audit log notes who discarded the statement.',
  'refused.drop.go': 'Discard',
  'refused.more': 'Only the newest {shown, number} are listed. The file contains all of them.',
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
