/**
 * Draws a badge on a canvas: the picture has the same 600 × 600 dots on every screen, and the window needs not be
 * shown. Main puts the words into the page and takes the picture from `window.badge`.
 */
export interface BadgeWords {
  readonly organisation: string
  readonly title: string
  readonly name: string
  readonly facts: readonly { readonly label: string; readonly value: string; readonly mono: boolean }[]
}

declare global {
  interface Window {
    badge?: Promise<string>
  }
}

const SIZE = 600
const LEFT = 58
const WIDTH = SIZE - 2 * LEFT
const INK = '#1b2330'
const INK_2 = '#4d5666'
const LINE = '#0e5a6b'
const SHEET = '#fffefb'
const SANS = "'IBM Plex Sans', 'IBM Plex Sans Devanagari', sans-serif"
const MONO = "'IBM Plex Mono', monospace"

/** Breaks a text into lines of the width; a word that is longer than a line is broken within. */
function linesOf(pen: CanvasRenderingContext2D, text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const fits = (words: string) => pen.measureText(words).width <= WIDTH
  for (const word of text.split(/\s+/)) {
    let rest = word
    if (line !== '' && fits(`${line} ${rest}`)) {
      line = `${line} ${rest}`
      continue
    }
    if (line !== '') lines.push(line)
    while (!fits(rest)) {
      let head = rest
      while (head.length > 1 && !fits(head)) head = head.slice(0, -1)
      lines.push(head)
      rest = rest.slice(head.length)
    }
    line = rest
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`]
}

/** Writes lines downwards. @returns where the next text may begin */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  look: { top: number; size: number; weight: number; colour: string; most: number },
): number {
  pen.font = `${look.weight} ${look.size}px ${SANS}`
  pen.fillStyle = look.colour
  const height = look.size * 1.16
  const lines = linesOf(pen, text, look.most)
  for (const [index, line] of lines.entries()) pen.fillText(line, LEFT, look.top + index * height)
  return look.top + lines.length * height
}

async function draw(words: BadgeWords): Promise<string> {
  await Promise.all([...document.fonts].map((font) => font.load()))
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')!
  pen.textBaseline = 'top'
  pen.fillStyle = LINE
  pen.fillRect(0, 0, SIZE, SIZE)
  pen.fillStyle = SHEET
  pen.fillRect(2, 2, SIZE - 4, SIZE - 4)
  write(pen, words.organisation, { top: 64, size: 25, weight: 600, colour: INK, most: 2 })
  pen.fillStyle = LINE
  pen.fillRect(0, 170, SIZE, 4)
  pen.beginPath()
  pen.arc(LEFT + 16, 172, 16, 0, 2 * Math.PI)
  pen.fill()
  const long = words.title.length
  const size = long <= 44 ? 44 : long <= 80 ? 36 : 27
  const below = write(pen, words.title, { top: 224, size, weight: 600, colour: INK, most: 4 })
  write(pen, words.name, { top: below + 12, size: 24, weight: 400, colour: INK_2, most: 2 })
  let left = LEFT
  for (const { label, value, mono } of words.facts) {
    pen.font = `400 17px ${SANS}`
    pen.fillStyle = INK_2
    pen.fillText(label, left, 498)
    pen.font = mono ? `400 20px ${MONO}` : `500 21px ${SANS}`
    pen.fillStyle = INK
    pen.fillText(value, left, 524)
    left += Math.max(pen.measureText(value).width, 150) + 40
  }
  return canvas.toDataURL('image/png')
}

window.badge = draw(JSON.parse(document.getElementById('badge')?.textContent ?? '') as BadgeWords)
