/**
 * Runs in a page that is about to be drawn. It waits for the fonts of its letters and loads no others, because the page
 * would otherwise be drawn with the system's fonts. A letter that is missing in one font asks for the next one, so it
 * looks more than once.
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
