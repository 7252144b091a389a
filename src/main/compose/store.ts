import { Dialogs } from '../files/dialogs'
import { ClockWatch } from '../store/clock'
import { LocalRecords } from '../store/records'
import { settleFiles } from '../store/recorded-file'
import { Restore } from '../store/restore'
import { interfaceLocale } from '../windows/locale'
import type { Base } from './base'

export function composeStore({ records, system, keychain, reopen }: Base) {
  const { folder, db } = records
  settleFiles(db, system.now().toISOString())
  const store = new LocalRecords(db)
  return {
    db,
    store,
    clock: new ClockWatch(db),
    dialogs: new Dialogs(() => interfaceLocale(store.setting('locale'))),
    restore: new Restore({ folder, keychain, now: system.now, reopen }),
    stop: () => store.close(),
  }
}

export type ComposedStore = ReturnType<typeof composeStore>
