import type { BundleReason, EnrolmentReason } from '../../domain/records'

type Needed = `reason.${BundleReason}` | `refused.${EnrolmentReason}`

export const exchangeEn = {
  title: 'This computer and others',
  'role.alone': 'This computer keeps its own records. It doesn’t exchange them with other computers.',
  'role.hr': 'This is HR’s computer. It collects the records of the other computers.',
  'role.device': 'This computer belongs to {organisation}. It sends finished attempts to HR’s computer.',

  'make.title': 'Set up other computers',
  'make.text':
    'Save one set-up file and take it to each computer. It contains your organisation’s name, courses and settings, and no secrets.',
  'make.first':
    'The computer you save it on becomes HR’s computer. Do this on one computer only: the one HR works on.',
  'make.people': 'Include the list of people',
  'make.people.hint':
    'Trainees can then sign in with their number on every computer. The file contains their names and numbers: protect it as you would that list.',
  'make.save': 'Save set-up file…',
  'make.saved': '{file} was saved. On the other computer, choose it at first start or here in Settings.',
  'make.code': 'Code of your organisation',
  'make.code.hint': 'Other computers show this code when they open the file. The two must match.',

  'take.title': 'Set up this computer from a file',
  'take.text': 'Your HR team gives you this file. Its name ends in .htlsetup.',
  'take.again': 'Use a newer set-up file',
  'take.choose': 'Choose set-up file…',
  'take.read':
    'From {organisation}: {courses, plural, one {# course} other {# courses}}{people, plural, =0 {} one {, # person} other {, # people}}, created on {date}.',
  'take.code': 'Compare this code with the one HR sees: {code}',
  'take.name': 'Name of this computer',
  'take.name.hint': 'What people call it, for example “Indore-3” or “Floor 2, window”.',
  'take.site': 'Site (optional)',
  'take.go': 'Set up this computer',
  'take.done': 'This computer is set up. Now choose its bundle folder.',
  'name.missing': 'Enter a name for this computer.',

  'folder.title': 'Bundle folder',
  'folder.device':
    'Finished attempts are sent through this folder as encrypted files. It can be a network drive, a synchronised folder or a USB stick. Only HR’s computer can read them.',
  'folder.hr': 'Bundles from the other computers arrive in this folder. It is checked every minute.',
  'folder.none': 'No folder chosen yet.',
  'folder.choose': 'Choose folder…',
  'folder.change': 'Choose another folder…',
  'folder.problem.missing':
    'The folder can’t be found. Is the drive connected? Nothing is lost: it is checked again every minute.',
  'folder.problem.denied':
    'This user account can’t access the folder. Nothing is lost: it is checked again every minute.',
  'folder.problem.other':
    'The folder can’t be used ({code}). Nothing is lost: it is checked again every minute.',
  'folder.full': 'The folder is full. Nothing is lost: sending is tried again every minute.',

  'last.never': 'Not checked yet.',
  'last.at': 'Last checked: {at}',
  'send.now': 'Send now',
  'look.now': 'Check now',
  'send.again': 'Send everything again',
  'send.again.hint': 'Use this if a USB stick or folder was lost. Nothing is imported twice.',
  'take.files': 'Import files…',
  'take.files.done':
    '{imported, plural, =0 {Nothing new was imported.} one {# bundle was imported.} other {# bundles were imported.}}{known, plural, =0 {} one { # had been imported before.} other { # had been imported before.}}{notTaken, plural, =0 {} one { # was rejected; see the reason below.} other { # were rejected; see the reasons below.}}',

  'own.title': 'This computer',
  'own.name': 'Name',
  'own.site': 'Site',
  'own.code': 'Code of this computer',
  'own.code.hint': 'HR compares this code before accepting the first records.',
  'own.waiting': 'Waiting to be sent',
  'own.waiting.n': '{n, plural, =0 {Nothing} one {# finished attempt} other {# finished attempts}}',
  'own.latest': 'Last bundle',
  'own.latest.n': 'No. {number}, {at}',
  'own.latest.unwritten': 'No. {number}, not written yet',

  'requests.title': 'Computers waiting for approval',
  'requests.text':
    'Compare the code with the one shown on that computer, under Settings. Approve it only if they match.',
  'requests.asked': 'asked on {at}',
  'requests.accept': 'Approve',
  'requests.refuse': 'Decline',

  'devices.title': 'Computers',
  'devices.none': 'No computers approved yet. Save a set-up file and use it to set one up.',
  'devices.name': 'Computer',
  'devices.last': 'Last bundle',
  'devices.state': 'State',
  'devices.never': 'None yet',
  'devices.ok': 'Complete',
  'devices.gaps': '{n, plural, one {Bundle {list} is missing} other {Bundles {list} are missing}}',
  'devices.revoked': 'Revoked on {at}',
  'devices.revoke': 'Revoke',
  'devices.again': 'Approve again',
  'devices.revoke.title': 'Revoke {name}?',
  'devices.revoke.text':
    'Nothing more is imported from this computer, for example because it was stolen or given away. What it sent before is kept.',
  cancel: 'Cancel',

  'problems.title': 'Rejected bundles',
  'problems.text': 'None of their content was imported. Your records are unchanged.',
  'problems.from': '{device}, bundle {number}',
  'problems.unnamed': 'Computer unknown: the file doesn’t say. File: {file}',
  'problems.who': 'Who is it?',
  'who.title': 'Two names, one employee number',
  'who.text': 'Number {number} belongs to {ours} here, but to {theirs} on the computer that sent this.',
  'who.same': 'Same person',
  'who.other':
    'If they are two people, have the number corrected on that computer, then choose “Send everything again” there.',
  close: 'Close',

  'reason.torn': 'The file is incomplete. It may still be copying.',
  'reason.damaged': 'The file is damaged. Have that computer send everything again.',
  'reason.not-a-bundle': 'This is not a Hold the Line bundle.',
  'reason.newer-format': 'It was made with a newer version of Hold the Line. Install that version here.',
  'reason.too-large': 'The file is too large to be a bundle.',
  'reason.other-organisation': 'It was made for another organisation.',
  'reason.altered': 'It was changed after that computer created it.',
  'reason.unknown-device': 'That computer hasn’t been approved yet.',
  'reason.revoked-device': 'That computer was revoked.',
  'reason.unusable-name': 'One of its names, teams or sites has invisible characters, or is not a name.',
  'reason.number-clash': 'One of its employee numbers belongs to someone with a different name here.',
  'reason.unknown-course': 'It contains attempts at a course this computer doesn’t know.',
  'reason.unknown-scenario':
    'It contains attempts at a scenario your organisation never distributed. Give that computer a new set-up file.',
  'reason.wrong-signature': 'An attempt was changed in transit or on that computer.',
  'reason.wrong-score': 'The score of an attempt doesn’t match its decisions.',
  'reason.attempt-clash': 'An attempt is already here with different content.',

  'next.unusable-name': 'Add the person here by hand with the same employee number, then choose “Check now”.',
  'next.torn': 'Wait until the copy is finished. If this message stays, copy the file again.',
  'next.damaged': 'On that computer, choose “Send everything again”.',
  'next.not-a-bundle': 'Remove the file from the folder.',
  'next.newer-format': 'Update Hold the Line on this computer.',
  'next.too-large': 'Remove the file from the folder and find out who put it there.',
  'next.other-organisation': 'Remove the file, and check which folder that computer uses.',
  'next.altered':
    'Find out who can write in the folder, then choose “Send everything again” on that computer.',
  'next.unknown-device': 'Approve the computer above. Its bundles are then imported.',
  'next.revoked-device': 'If this is a mistake, approve the computer again under Computers.',
  'next.number-clash': 'Decide whether both names are the same person.',
  'next.unknown-course': 'Add the course to this computer, then restart Hold the Line.',
  'next.unknown-scenario': 'Save a set-up file and use it on that computer.',
  'next.wrong-signature': 'Check that computer, then choose “Send everything again” there.',
  'next.wrong-score':
    'Install the same version of Hold the Line on both computers, then send everything again.',
  'next.attempt-clash': 'Check whether that computer was copied or restored from a backup.',
  'refused.empty': 'The file is empty: it was not copied to its end, or is still on its way. Copy it again.',
  'refused.damaged': 'The file is damaged or incomplete. Copy it again.',
  'refused.not-an-enrolment':
    'This is not a set-up file of Hold the Line. Choose the file that HR saved for the other computers; its name ends in .htlsetup.',
  'refused.newer-format':
    'This file was made with a newer version of Hold the Line. Install that version here first.',
  'refused.altered': 'The file was changed after your organisation created it. Ask HR for a new one.',
  'refused.scenario-unusable':
    'A scenario in this file can’t be played here. Install the latest version first.',
  'refused.unusable-name':
    'A name in the file contains invisible characters, or isn’t a name. Ask HR to correct it and save a new file.',
  'refused.media-unusable': 'A picture or sound in this file is missing or damaged. Ask HR for a new one.',
  'refused.is-hr': 'This is HR’s computer. It creates set-up files for the others.',
  'refused.other-organisation': 'This computer belongs to another organisation, and its records stay there.',
  'refused.older': 'This computer already uses a newer set-up file.',

  'start.file': 'Did HR give you a set-up file for this computer?',
  'start.file.read':
    'From {organisation}, code {code}. Set up your own sign-in first, then finish in Settings under “This computer and others”.',
} as const satisfies Record<Needed, string> & Record<string, string>
