export const certificatesEn = {
  'back-to-person': 'Back to {name}',
  'back-to-records': 'Back to Records',
  'save-badge': 'Save badge',
  'save-credential': 'Save credential',
  'what-each-is':
    'The PDF is for people to read, with the credential attached inside. The badge is a picture that carries the credential, for a profile page. The credential on its own is for other software. Anyone can verify all three, offline.',
  'page.unsigned': 'This certificate is being signed. You can save it in a moment.',
  'page.revoked': 'This certificate was revoked on {date}. It is no longer valid.',
  'page.superseded': 'This certificate was replaced by a newer one on {date}. It is no longer valid.',
  'page.expired': 'This certificate expired on {date}.',
  'page.expires-soon':
    'This certificate is valid until {date}. Complete the course again before then to renew it.',

  'list.label': 'Certificates',
  'list.empty': 'No certificates yet. They are issued when someone passes a course.',
  'list.pages': 'Pages',
  'list.range': '{from} to {to} of {total}',
  'list.status': 'Status',
  'status.all': 'All certificates',
  'status.valid': 'Valid',
  'status.expires-soon': 'Expires soon',
  'status.expired': 'Expired',
  'status.revoked': 'Revoked',
  'status.superseded': 'Replaced',
  'status.unsigned': 'Being signed',
  'col.name': 'Name',
  'col.course': 'Course',
  'col.issued': 'Issued',
  'col.until': 'Valid until',
  'col.status': 'Status',
  'col.id': 'Certificate',
  'col.actions': 'Actions',
  open: 'Open',
  'open-what': 'Open {id}, {name}',
  reissue: 'Re-issue',
  'reissue-what': 'Re-issue {id}, {name}',
  revoke: 'Revoke',
  'revoke-what': 'Revoke {id}, {name}',

  'issue.waiting':
    '{count, plural, one {# person} other {# people}} passed and {count, plural, one {has} other {have}} no certificate yet.',
  'issue.go': 'Issue {count, plural, one {# certificate} other {# certificates}}',
  'held.title':
    '{count, plural, one {# certificate is} other {# certificates are}} on hold: something on {count, plural, one {it} other {them}} can’t be printed. Nothing is lost.',
  'held.name': '{name} ({number}), {course}: {characters} in the name can’t be printed.',
  'held.organisation': '{course}: {characters} in the organisation’s name can’t be printed.',
  'held.course': '{course}: {characters} in the course title can’t be printed.',
  'held.signatory': '{course}: {characters} in the signatory’s name or job title can’t be printed.',
  'held.contact': '{course}: {characters} in the contact for questions can’t be printed.',
  'held.what-to-do.name':
    'Correct the name under People, using letters that the person also uses. The certificate is issued as soon as you save.',
  'held.what-to-do.other': 'Correct it where it was entered, then issue the certificates here.',
  'held.more': 'And {count, plural, one {# more} other {# more}}.',
  device: 'Certificates are issued on HR’s computer. This computer sends its records there.',
  'save-pdfs': 'Save PDFs in a folder',
  'export-revocations': 'Save revocation list',
  'export-revocations.done':
    'Saved as {file}: {count, plural, =0 {no revoked certificates} one {# revoked certificate} other {# revoked certificates}}.',
  'status-list.save': 'Save published list',
  'status-list.saved':
    'Saved as {file}. Publish it at {address}. From now on the saved file is updated whenever a certificate is revoked.',
  'status-list.written': 'The list file was updated. Publish it again.',
  'status-list.not-written':
    'The list file couldn’t be updated where you last saved it. Save it again, then publish it.',
  'status-list.none': 'The published list is now out of date. Save it, then publish it.',
  'job.issue.running': 'Issuing certificates: {done} of {total}',
  'job.save.running': 'Saving PDFs: {done} of {total}',
  'job.issue.done': '{count, plural, one {# certificate was} other {# certificates were}} issued.',
  'job.save.done': '{count, plural, one {# PDF was} other {# PDFs were}} saved in {folder}.',
  'job.issue.cancelled':
    'Stopped. {count, plural, one {# certificate had} other {# certificates had}} already been issued.',
  'job.save.cancelled': 'Stopped. {count, plural, one {# PDF is} other {# PDFs are}} in {folder}.',
  'job.issue.failed':
    'Stopped after {count, plural, one {# certificate} other {# certificates}} because something went wrong. Nothing was lost. Try again.',
  'job.save.failed':
    'Stopped after {count, plural, one {# PDF} other {# PDFs}} in {folder}. Check that the disk has space, then try again.',
  'job.skipped':
    '{count, plural, one {# person was} other {# people were}} skipped: they passed too long ago for a certificate to be still valid.',
  cancel: 'Cancel',
  close: 'Close',

  'revoke.title': 'Revoke this certificate?',
  'revoke.text':
    '{name}’s certificate {id} will no longer be valid: here immediately, elsewhere once the next revocation list is published. This can’t be undone.',
  'revoke.reason': 'Reason',
  'revoke.reason.hint': 'Kept in your records and not shared.',
  'revoke.reason.missing': 'Enter a reason. An auditor may need it later.',
  'revoke.go': 'Revoke',
  'revoke.done': 'Certificate {id} was revoked.',
  'reissue.title': 'Re-issue this certificate?',
  'reissue.text':
    '{name} gets a new certificate with their current name and the same validity. The old one, {id}, will no longer be valid.',
  'reissue.go': 'Re-issue',
  'reissue.done': 'The new certificate is {id}.',

  'verify.open': 'Verify a certificate',
  'verify.title': 'Verify a certificate',
  'verify.drop': 'Drop a PDF, a PNG badge or a credential file here.',
  'verify.choose': 'Choose a file',
  'verify.token': 'Or paste the text of a QR code',
  'verify.go': 'Verify text',
  'verify.list': 'Choose a revocation list…',
  'verify.list.hint':
    'For certificates from another installation: the list that its HR passes on or publishes.',
  'verify.list.chosen': '{file} will be used to check certificates from its issuer.',
  'verify.list.none': 'This isn’t a list of revoked certificates, or the list is incomplete or was altered.',
  'verify.text.revoked-by-list': 'It is genuine, and the published list says that it was revoked.',
  'verify.text.valid-by-list':
    'HR’s installation signed it, nothing was changed, and it is not on the revocation list of {date}.',
  'verify.result.valid': 'Valid',
  'verify.result.expired': 'Expired',
  'verify.result.not-yet-valid': 'Not yet valid',
  'verify.result.revoked': 'Revoked',
  'verify.result.unknown-issuer': 'Unknown issuer',
  'verify.result.tampered': 'Tampered with',
  'verify.result.unreadable': 'Can’t be read',
  'verify.text.valid': 'This installation signed it, nothing was changed, and it is in force.',
  'verify.text.valid-of-hr':
    'HR’s installation signed it, and nothing was changed. Only that installation knows whether it has been revoked since.',
  'verify.text.expired': 'It is genuine, and its validity ended on {date}.',
  'verify.text.not-yet-valid':
    'It is genuine, and its validity begins on {date}. Check this computer’s clock.',
  'verify.text.revoked': 'It is genuine, and it was revoked on {date}.',
  'verify.text.superseded': 'It is genuine, and a newer certificate took its place on {date}.',
  'verify.text.unknown-issuer':
    'Its signature is sound, but another installation made it. Before you trust it, compare the issuer below with what that organisation publishes.',
  'verify.reason.not-json':
    'This was a certificate, and its text was changed so that it can’t be read any more.',
  'verify.reason.repeated-member':
    'It gives the same detail twice, so two programs could read two different things.',
  'verify.reason.other-form': 'Something was added, removed or moved.',
  'verify.reason.not-signed': 'The signature was removed.',
  'verify.reason.signature': 'The signature doesn’t match the content.',
  'verify.reason.token-differs': 'The QR code’s text and the credential inside say different things.',
  'verify.reason.token-missing': 'The QR code’s text was removed from inside the file.',
  'verify.reason.several': 'It holds more than one credential.',
  'verify.reason.checksum': 'The picture was changed after the credential was put into it.',
  'verify.reason.too-large': 'It is far larger than a certificate, so it was not opened.',
  'verify.reason.unpacks-to-too-much':
    'It would unpack to far more than a certificate, so it was not opened any further.',
  'verify.reason.damaged':
    'It is damaged or was cut off on its way: it can’t be read to the end. That doesn’t mean that anyone changed it. Ask for the file again, or scan the QR code again.',
  'verify.reason.no-credential':
    'There is no credential inside. Printing or photographing a certificate removes it: verify its QR code instead.',
  'verify.reason.not-a-certificate': 'It is not a Hold the Line certificate.',
  'verify.reason.locked':
    'This PDF is protected against opening or editing, so its attachments can’t be read. Ask for the original file, remove the protection with the program that set it, or verify its QR code.',
  'verify.reason.archive': 'This is an archive, such as a ZIP file. Unpack it and choose the file inside.',
  'verify.result.not-ours': 'Not one of ours',
  'verify.note.token-alone':
    'Only the text of the QR code is left in this PDF. The credential was lost on the way, for example when the PDF was printed to another PDF. Everything the QR code says is shown here.',
  'verify.note.credential-alone': 'The QR code’s text was lost on the way. The credential says the same.',
  'verify.note.within-another':
    'It was found inside something else, such as a presentation or an email. Who made that was not checked.',
  'verify.note.beside-others':
    'The file also contains things that are not Hold the Line certificates. They were not checked.',
  'verify.several':
    '{count, plural, one {The file holds # certificate} other {The file holds # certificates}}',
  'verify.told': 'What was signed',
  'verify.name': 'Name',
  'verify.course': 'Course',
  'verify.organisation': 'Organisation',
  'verify.result': 'Result',
  'verify.result.text':
    '{score} of 100; {hits} of {attacks} attacks stopped, {served} of {legitimate} customers served',
  'verify.dates': 'Valid',
  'verify.dates.text': '{from} to {until}',
  'verify.issuer': 'Issuer',
  'verify.printed':
    'Printed text is not signed. Compare the page with the details shown here: these are what counts.',

  'issuer.title': 'Issuer of certificates',
  'issuer.text':
    'This installation signs its certificates with its own key. Anyone can check them against the issuer name below. Publish it where others can find it, such as your website.',
  'issuer.did': 'Issuer',
  'issuer.copy': 'Copy',
  'issuer.copied': 'Copied.',
  'issuer.not-in-keychain':
    'This computer has no keychain, so the key is stored next to the data, readable by this user account.',
  'issuer.profile.title': 'On your certificates',
  'issuer.profile.text':
    'Certificates issued from now on show this next to the organisation’s name. Earlier ones stay as they are.',
  'issuer.profile.web': 'Website',
  'issuer.profile.web.hint': 'For example: https://www.example.com. Wallets and badge platforms show it.',
  'issuer.profile.web.wrong': 'Enter an address such as https://www.example.com.',
  'issuer.profile.contact': 'Whom to ask about a certificate',
  'issuer.profile.contact.hint':
    'An email address, a phone number or a web page. It is printed on each certificate, for anyone who wants to know whether it was revoked. Without one, your website is printed; without either, your organisation’s name alone.',
  'issuer.profile.status': 'Address of the published list of revoked certificates',
  'issuer.profile.status.hint':
    'Only if you publish the list that this program saves. Other programs can then see for themselves whether a certificate was revoked. Choose an address that won’t change: it becomes part of every certificate.',
  'issuer.profile.status.wrong':
    'Enter the full address of the file, such as https://www.example.com/revoked.json.',
  'issuer.profile.signatory': 'Who signs on paper',
  'issuer.profile.signatory.hint':
    'A name, for example of the head of training. Leave it empty if nobody signs.',
  'issuer.profile.signatory-title': 'Their job title',
  'issuer.profile.signatory-title.needs-name': 'Enter the name as well, or leave both empty.',
  'issuer.profile.save': 'Save',
  'issuer.profile.saved': 'Saved. It will appear on certificates issued from now on.',
  'issuer.logo': 'Logo',
  'issuer.logo.hint':
    'A PNG or JPEG picture of at most 1 MB. It appears on the certificate and, smaller, in the credential.',
  'issuer.logo.none': 'No logo',
  'issuer.logo.alt': 'Logo of the organisation',
  'issuer.logo.choose': 'Choose a picture',
  'issuer.logo.other': 'Choose another picture',
  'issuer.logo.remove': 'Remove the logo',
  'issuer.backup.title': 'Back up the key',
  'issuer.backup.text':
    'If this computer fails, the key is lost with it, and new certificates would come from a different issuer. Keep a backup and its passphrase in two separate places, such as a USB stick in a safe and a password manager. Whoever has both can sign certificates in your name.',
  'issuer.passphrase': 'Passphrase',
  'issuer.passphrase.hint': 'At least 12 characters. Several words are easier to remember than symbols.',
  'issuer.passphrase.short': 'Use at least 12 characters.',
  'issuer.passphrase.again': 'Repeat the passphrase',
  'issuer.passphrase.differs': 'The two passphrases don’t match.',
  'issuer.backup.go': 'Save backup',
  'issuer.backup.done': 'Saved as {file}. Store the passphrase somewhere else.',
  'issuer.restore.title': 'Restore the key',
  'issuer.restore.text':
    'From now on, this installation signs with the key from the backup. The current key is kept in a file, and certificates it signed stay valid here.',
  'issuer.restore.go': 'Choose backup and restore',
  'issuer.restore.done': 'The key was restored. The issuer above is now in use.',
  'issuer.restore.same': 'This key is already in use. Nothing was changed.',
} as const
