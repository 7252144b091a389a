export const restoreEn = {
  title: 'Restore a backup',
  'missing.title': 'The records are gone',
  'missing.text':
    'This computer has kept records of Hold the Line before, but their file, records.db, is no longer there. Nothing was changed.',
  'empty.title': 'The records are empty',
  'empty.text':
    'This computer has kept records of Hold the Line before, but their file, records.db, holds nothing now. Nothing was changed.',
  'damaged.title': 'The records can’t be read',
  'damaged.text':
    'The file records.db is damaged, or it belongs to another key than the one beside it. Nothing was changed.',
  'key-missing.title': 'The key to the records is gone',
  'key-missing.text':
    'The records are here, but records.key, which opens them, is not. If somebody moved it, put it back and press “Look again”. A backup may hold a copy of it.',
  'key-unreadable.title': 'The key to the records can’t be unlocked',
  'key-unreadable.text':
    'The records belong to another user account or another computer, or the system’s keychain was reset. Sign in to the system as the person who set up Hold the Line, or unlock the keychain, and press “Look again”.',
  'newer.title': 'These records need a newer version',
  'newer.text':
    'A newer version of Hold the Line has written them. Install that version; nothing was changed. An older backup can be restored, but what came after it would be missing.',
  'busy.title': 'Another program is using the records',
  'busy.text':
    'A backup program, a virus scanner or a second copy of Hold the Line has locked them. Nothing was lost. This window goes on by itself as soon as they are free.',
  'unreadable.title': 'The records can’t be opened at the moment',
  'unreadable.text':
    'The system doesn’t let the program read or write them: the disk may be full, a drive may be away, or the rights to the folder may have changed. Nothing was lost. The program keeps trying and goes on by itself.',
  detail: 'For whoever helps you: {detail}',
  waiting: 'Trying again…',
  'look-again': 'Look again',
  anew: 'Begin without the old records…',
  'anew.title': 'Begin without the old records?',
  'anew.text':
    'You start with an empty installation. What can’t be used now is kept in the same folder under another name, and backups stay. People, attempts and certificates will not be there.',
  'anew.go': 'Begin without them',
  'list.title': 'Backups on this computer',
  'list.folder': 'In the folder “{folder}”',
  'list.none': 'There are no backups here.',
  'list.label': 'Backup to restore',
  'backup.daily': '{day}, daily backup',
  'backup.before-update': '{day}, before an update',
  'backup.copy': '{day}, {file}',
  newest: 'newest',
  'choose-folder': 'Look in another folder…',
  'own-folder': 'Back to the backups of this computer',
  go: 'Restore this backup…',
  going: 'Restoring…',
  'ask.title': 'Restore the backup of {day}?',
  'ask.text':
    'Everything will be as it was when this backup was made. The records that are here now are kept in the same folder under another name. Everyone is signed out.',
  'ask.missing':
    'What was recorded after the backup will be missing: attempts, certificates, people and settings. Attempts that other computers sent come back when those computers send them again.',
  'ask.go': 'Restore',
  keep: 'Cancel',
  back: 'Back',
  'page.text':
    'A backup is made each day, and one before each update. The last seven are kept beside the records, each with the keys that open it.',
  'needs.title': 'What a backup needs',
  'needs.keys':
    'Copy the whole folder “backups”, not one file: the folders beside the files hold the keys. The keys open only in the user account of this computer that made them, unless the system has no keychain.',
  'needs.windows':
    'On Windows the keys are also tied to a file of the program called “Local State”; a copy lies with each backup. The handbook for HR says how to put it back.',
} as const
