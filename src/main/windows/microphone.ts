import { systemPreferences } from 'electron'

/** Asks the system whether this program may use a microphone; macOS then asks the person. */
export async function systemAllowsMicrophone(): Promise<boolean> {
  if (process.platform === 'darwin') return systemPreferences.askForMediaAccess('microphone')
  if (process.platform !== 'win32') return true
  const status = systemPreferences.getMediaAccessStatus('microphone')
  return status !== 'denied' && status !== 'restricted'
}
