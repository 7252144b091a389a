import { screensEn } from './screens.en'

export const en = {
  ...screensEn,

  'app.name': 'Hold the Line',
  'app.starting': 'Starting…',
  'app.loading': 'One moment…',
  'app.main': 'Main',
  'app.broken.title': 'This page stopped working',
  'app.broken.text':
    'This is our fault, not yours. Every decision you made so far is saved. Go back to reload the page.',
  'app.broken.back': 'Go back to Learn',
  'app.broken.details': 'Details for the person who looks after this computer:',
  'app.no-answer.title': 'Not ready',
  'app.notices': 'Notices',
  'app.no-answer': 'Hold the Line can’t open its records. Close it and open it again.',
  'app.retry': 'Try again',
  'app.dismiss': 'Got it',
  'app.cancel': 'Cancel',
  'app.close': 'Close',

  'nav.learn': 'Learn',
  'nav.records': 'Records',
  'nav.people': 'People',
  'nav.settings': 'Settings',
  'nav.sign-out': 'Sign out',
  'nav.lock': 'Lock',

  'language.label': 'Language',
  'language.en': 'English',
  'language.fr': 'Français',

  'error.bad-request': 'Some of these details can’t be used. Check them and try again.',
  'error.not-allowed': 'Your role doesn’t allow this. Ask the person who manages training.',
  'error.not-signed-in': 'You are signed out. Sign in to continue.',
  'error.locked': 'The screen is locked. Unlock it to continue.',
  'error.must-change': 'First choose your own PIN or passphrase.',
  'error.wrong-secret': 'The PIN, passphrase or code is wrong. Check it and try again.',
  'error.too-many-tries': 'Too many wrong attempts. Wait a moment, then try again.',
  'error.weak-secret': 'This PIN or passphrase is too easy to guess. Choose another one.',
  'error.other-administrator': 'There is another administrator. Ask them to reset your passphrase.',
  'error.last-administrator': 'There must always be an administrator. Make someone else administrator first.',
  'error.manager-unknown': 'Nobody has the employee number you entered for the manager.',
  'error.manager-cycle': 'This person would be above their own manager. Choose another manager.',
  'error.unusable-name':
    'A name contains invisible or lost characters, or no letter at all. Under People, correct the names, teams and sites of trainees, then try again.',
  'error.stale': 'Something changed after this was shown, so nothing was done. Check it again.',
  'error.roster-unreadable': 'The file could not be opened, or is larger than 64 MB or 500,000 rows.',
  'error.roster-workbook':
    'This is an Excel or other spreadsheet file, despite its name. Open it there, save it as CSV UTF-8, and choose that file.',
  'error.roster-not-text':
    'This file isn’t a table in text form. In your spreadsheet, save the list as CSV UTF-8 and choose that file.',
  'error.roster-empty':
    'There are no people in the file. The first line should name the columns, with one person on each line below it.',
  'error.roster-faults': 'Some rows have faults. Nothing was imported.',
  'error.not-found': 'This is no longer here. Go back and choose again.',
  'error.already-exists': 'This already exists.',
  'error.scenario-changed': 'This scenario was changed after you started it.',
  'error.scenario-invalid':
    'This scenario has an error and can’t be played. Tell the person who manages training.',
  'error.media-unusable':
    'The pictures and sounds of the scenarios can’t be added to the file: one was changed or removed since the program started, two names differ only in capitals, or they exceed 40 MB in total. Fix this, then restart the program.',
  'error.looked-enough': 'You’ve looked around enough here. Choose how to continue.',
  'error.not-offered': 'This isn’t available to you right now. Go back to Learn to see what is.',
  'error.attempt-ended': 'This attempt has already ended. You’ll find its result under Learn.',
  'error.log-out-of-step':
    'Your last decision wasn’t saved. Go back to Learn and continue from the step before it.',
  'error.unprintable':
    'The name contains characters that can’t be printed on a certificate. Correct the name under People, then issue it.',
  'error.being-signed': 'This certificate is being signed. Try again in a moment.',
  'error.wrong-passphrase': 'The passphrase is wrong, or the file was changed.',
  'error.picture-type': 'This isn’t a PNG or JPEG picture. Choose another file.',
  'error.picture-large':
    'This picture is too large. A logo can have at most 1 MB and 4,000 pixels on each side.',
  'error.picture-damaged': 'This picture is damaged. Choose another file.',
  'error.file-unreadable':
    'This file can’t be opened: another program may be using it, or you may not have permission to read it. Copy it to a folder of your own and choose the copy.',
  'error.write-failed':
    'The file couldn’t be saved. Choose another folder, or check that there is enough space.',
  'error.disk-full':
    'This disk is full. Nothing was saved or changed. Free up space, or choose another disk, and try again.',
  'error.not-writable':
    'The file can’t be saved there: you don’t have permission for that folder, or another program has the file open. Close it, or choose another folder.',
  'error.too-many-rows':
    'This is more than one file of this type can hold. Choose CSV, or narrow the filter, for example to one team.',
  'error.export-running': 'Another export is running. Wait for it to finish, or cancel it.',
  'error.hidden-by-privacy':
    'This would reveal results of individuals, which your organisation has chosen not to see. Take score, competency and “not passed” out of the filter.',
  'error.results-closed':
    'Results that were recorded while they were kept from HR are still there, and stay closed. HR can see results again once they have been deleted, by the retention period or by erasing people.',
  'error.earlier-closed':
    'This is from before your PIN was replaced, and is closed. To open it, enter the PIN you had before on Learn.',
  'error.administrator-resets':
    'While results are kept from HR, only an administrator can reset someone’s PIN.',
  'error.pin-needed':
    'While results are kept from HR, every trainee needs a PIN: without one, anybody could sign in as anybody.',
  'error.cancelled': 'Nothing was saved.',
  'error.records-busy': 'Another program is using the records. Nothing was lost; try again in a moment.',
  'error.backup-unreadable':
    'This backup can’t be read: it is damaged, or its key is not with it. Nothing was changed. Try an older one, or choose the folder that also holds its .keys folder.',
  'error.backup-locked':
    'The key of this backup can’t be unlocked here: it belongs to another user account or computer. Nothing was changed.',
  'error.backup-newer':
    'A newer version of Hold the Line made this backup. Install that version first. Nothing was changed.',
  'error.internal': 'Something went wrong on our side. Nothing you did is lost. Try again.',

  'state.database-set-aside':
    'The records file couldn’t be opened. It was kept as {detail}, and a new one was started. Tell the person who looks after this computer before anyone deletes it.',
  'state.records-restored':
    'The records were restored from the backup of {detail}. What was recorded after it is missing: let other computers send their attempts again, and check people, settings and certificates of the days since.',
  'start.restore': 'Restore records from a backup',
  'state.clock-ahead':
    'This computer’s clock shows {shown}, but the program was last used on {believed}. Until one of these is chosen, no old records are deleted. If the clock is wrong, set it in the system: this message then goes away.',
  'state.clock-behind':
    'This computer’s clock shows {shown}, but it has shown {believed} before. Until this is settled, no old records are deleted. If the clock is wrong now, set it in the system: this message then goes away.',
  'clock.was-unused': 'The computer wasn’t used; the clock is right',
  'clock.was-behind': 'The clock was wrong before; it is right now',
  'clock.was-ahead': 'The clock was ahead; it is right now',
  'state.key-not-in-keychain':
    'This computer has no secure place for the records’ key, so the key is stored in a file next to them. Anyone who copies both can read the records.',
  'state.scenario-refused': 'Scenario {detail} has an error and was left out. You can play the others.',
  'state.course-refused': 'Course {detail} has an error and was left out. You can take the others.',
} as const
