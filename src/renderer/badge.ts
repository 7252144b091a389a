/**
 * Draws a badge on a canvas, so that the picture has the same 600 × 600 dots on every screen and the window need not be
 * shown. Main puts the texts into the page and takes the picture from `window.badge`.
 */
export interface BadgeWords {
  readonly organisation: string
  /** The organisation's logo as a data URL. */
  readonly logo: string | null
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
const LOGO = { width: 170, height: 84 }
const INK = '#1b2330'
const INK_2 = '#4d5666'
const LINE = '#0e5a6b'
const SHEET = '#fffefb'
const SANS =
  "'IBM Plex Sans', 'IBM Plex Sans Devanagari', 'Noto Names', 'Noto Han', 'Noto Han JP', 'Noto Han TC', sans-serif"
const MONO = "'IBM Plex Mono', monospace"
/** A text can be broken after spaces and hyphens, and in these scripts, which have no spaces, between words. */
const SPACELESS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function piecesOf(text: string): string[] {
  return text
    .trim()
    .split(/(?<=[\s-])/u)
    .flatMap((piece) =>
      SPACELESS.test(piece) ? [...words.segment(piece)].map(({ segment }) => segment) : [piece],
    )
}

/** Breaks a text into lines. A piece is only broken inside if it alone is wider than a line and `within` allows it. */
function linesOf(pen: CanvasRenderingContext2D, text: string, width: number, within: boolean): string[] {
  const lines: string[] = []
  let line = ''
  const fits = (piece: string) => pen.measureText((line + piece).trim()).width <= width
  const add = (piece: string) => {
    if (line !== '' && !fits(piece)) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  for (const piece of piecesOf(text)) {
    if (within && pen.measureText(piece.trim()).width > width) {
      for (const { segment } of letters.segment(piece)) add(segment)
    } else add(piece)
  }
  return [...lines, line.trim()]
}

interface Look {
  readonly top: number
  readonly width: number
  /** The largest and the smallest size of letters, in dots. */
  readonly sizes: readonly [most: number, least: number]
  readonly weight: number
  readonly colour: string
  /** The largest number of lines. */
  readonly most: number
}

/**
 * Writes a text in the largest size in which it fits with unbroken words.
 * @returns the place below the text
 */
function write(pen: CanvasRenderingContext2D, text: string, look: Look): number {
  const [most, least] = look.sizes
  let lines: string[] = []
  let size = most
  for (; size >= least; size -= 1) {
    pen.font = `${look.weight} ${size}px ${SANS}`
    lines = linesOf(pen, text, look.width, size === least)
    if (lines.length <= look.most && lines.every((line) => pen.measureText(line).width <= look.width)) break
  }
  size = Math.max(size, least)
  pen.fillStyle = look.colour
  // Arabic and Hebrew lines begin at the right. The canvas orders their letters itself.
  pen.direction = /^[^\p{L}]*[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text) ? 'rtl' : 'ltr'
  pen.textAlign = 'left'
  const height = size * 1.2
  for (const [index, line] of lines.entries()) pen.fillText(line, LEFT, look.top + index * height)
  pen.direction = 'ltr'
  return look.top + lines.length * height
}

/**
 * Draws the logo in the top right corner.
 * @returns the logo's width
 */
async function drawLogo(pen: CanvasRenderingContext2D, address: string): Promise<number> {
  const image = new Image()
  image.src = address
  await image.decode()
  const share = Math.min(LOGO.width / image.width, LOGO.height / image.height)
  const [width, height] = [image.width * share, image.height * share]
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, SIZE - LEFT - width, 44 + (LOGO.height - height) / 2, width, height)
  return width
}

async function draw(said: BadgeWords): Promise<string> {
  const all = [said.organisation, said.title, said.name, ...said.facts.flatMap((f) => [f.label, f.value])]
  const faces = [400, 500, 600].map((weight) => document.fonts.load(`${weight} 20px ${SANS}`, all.join(' ')))
  await Promise.all([...faces, document.fonts.load(`400 20px ${MONO}`, all.join(' '))])
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')!
  pen.textBaseline = 'top'
  pen.fillStyle = LINE
  pen.fillRect(0, 0, SIZE, SIZE)
  pen.fillStyle = SHEET
  pen.fillRect(2, 2, SIZE - 4, SIZE - 4)
  const logo = said.logo === null ? 0 : (await drawLogo(pen, said.logo)) + 24
  write(pen, said.organisation, {
    top: 64,
    width: WIDTH - logo,
    sizes: [25, 13],
    weight: 600,
    colour: INK,
    most: 3,
  })
  pen.fillStyle = LINE
  pen.fillRect(0, 170, SIZE, 4)
  pen.beginPath()
  pen.arc(LEFT + 16, 172, 16, 0, 2 * Math.PI)
  pen.fill()
  const long = said.title.length
  const most = long <= 44 ? 44 : long <= 80 ? 36 : 27
  const title = { width: WIDTH, sizes: [most, 16], weight: 600, colour: INK, most: 4 } as const
  const below = write(pen, said.title, { top: 224, ...title })
  const name = { width: WIDTH, sizes: [26, 10], weight: 400, colour: INK_2, most: 2 } as const
  write(pen, said.name, { top: below + 14, ...name })
  let left = LEFT
  for (const { label, value, mono } of said.facts) {
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
