/** A request of the browser for a permission, in the form that `mayUse` checks. */
export interface AskedPermission {
  readonly permission: string
  /** The kinds of devices of a `media` permission. */
  readonly devices: readonly (string | undefined)[]
  /** The address of the page that asks. */
  readonly address: string
  readonly isMainFrame: boolean
  /** True if our own window asks, and not another one or a worker. */
  readonly ownWindow: boolean
}

/**
 * Decides about the only permission that a page of ours can have: the microphone, without a camera, for the main frame
 * of our window, while an author has the dialog open that records a line.
 * @param origin the origin of our pages
 * @param recording true while such a dialog is open
 */
export function mayUse(asked: AskedPermission, origin: string, recording: boolean): boolean {
  const { permission, devices, address, isMainFrame, ownWindow } = asked
  if (!recording || !ownWindow || !isMainFrame || permission !== 'media') return false
  const audioAlone = devices.length > 0 && devices.every((device) => device === 'audio')
  return audioAlone && (address === origin || address.startsWith(`${origin}/`))
}
