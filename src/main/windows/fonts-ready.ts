/**
 * Runs in a page that is about to be drawn: waits for the faces of its letters and reads no others. Drawn before they
 * are there, a page takes the system's. A letter that one face lacks asks for the next one, so it looks more than once.
 */
export const FONTS_READY = `(async () => {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    document.body.getBoundingClientRect()
    await new Promise((resolve) => setTimeout(resolve, 20))
    if ([...document.fonts].some(({ status }) => status === 'loading')) quiet = -1
    await document.fonts.ready
  }
  return true
})()`
