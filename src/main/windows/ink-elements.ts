/**
 * Runs in a page that is about to be printed. It gives the text of each element a colour of its own, by which
 * `tagPages` finds it in the PDF, and returns the elements as `Element` describes them. Everything that is
 * `aria-hidden`, or neither text nor picture, is decoration.
 */
export const INK_ELEMENTS = `(() => {
  const ROLES = {
    MAIN: 'Sect', HEADER: 'Sect', SECTION: 'Sect', H1: 'H1', H2: 'H2', P: 'P', DL: 'L', UL: 'L', DT: 'Lbl', DD: 'LBody', LI: 'LI',
    TABLE: 'Table', THEAD: 'THead', TBODY: 'TBody', TR: 'TR', TH: 'TH', TD: 'TD',
  }
  const colourOf = (css) => {
    const [r, g, b] = css.match(/[\\d.]+/g).map(Number)
    return r * 65536 + g * 256 + b
  }
  const taken = new Set([0, 0xffffff])
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element)
    for (const name of ['color', 'backgroundColor', 'borderTopColor', 'borderRightColor', 'borderBottomColor', 'borderLeftColor'])
      taken.add(colourOf(style[name]))
  }
  let last = 0x200000
  const newInk = () => {
    do last += 1
    while (taken.has(last))
    return last
  }
  const css = (ink) => '#' + ink.toString(16).padStart(6, '0')
  let pictures = 0
  const later = []
  const describe = (element, parent) => {
    if (element.getAttribute('aria-hidden') === 'true' || element.hidden) return
    const picture = element.tagName === 'IMG' || element.getAttribute('role') === 'img'
    const inList = element.tagName === 'DIV' && element.parentElement.tagName === 'DL'
    const role = picture ? 'Figure' : inList ? 'LI' : ROLES[element.tagName]
    let own = parent
    if (role) {
      own = { role, children: [], inks: [] }
      parent.children.push(own)
      if (element.lang) own.lang = element.lang
      if (element.tagName === 'TH') own.scope = element.scope === 'row' ? 'Row' : 'Column'
    }
    const colour = colourOf(getComputedStyle(element).color)
    const ink = () => {
      const known = own.inks.find(([, other]) => other === colour)
      if (known) return known[0]
      const made = newInk()
      own.inks.push([made, colour])
      return made
    }
    if (picture) {
      own.alt = element.alt ?? element.getAttribute('aria-label')
      if (element.tagName === 'IMG') own.picture = pictures++
      else later.push([element, css(ink())])
      return
    }
    if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) {
      if (!own.inks) throw new Error('Text stands in no element that has a role: ' + element.textContent)
      later.push([element, css(ink())])
    }
    for (const child of element.children) describe(child, own)
    const words = element.textContent.replaceAll(/\\s+/g, ' ').trim()
    if (role && own.children.length === 0 && words !== '') own.text = words
  }
  const root = { role: 'Document', children: [] }
  for (const child of document.body.children) describe(child, root)
  for (const [element, colour] of later) element.style.color = colour
  return root
})()`
