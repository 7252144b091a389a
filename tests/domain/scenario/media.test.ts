import { describe, expect, it } from 'vitest'
import {
  checkMediaFiles,
  isWhatItSays,
  LARGEST_MEDIA,
  mediaKindOf,
  withMediaHashes,
} from '../../../src/domain/scenario/media'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { at, soundScenario } from '../../fixtures/build'
import { png, wav } from '../../fixtures/media'

const words = { en: 'A bell rings.', fr: 'Une sonnerie.' }
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!)

function withMedia(...media: object[]) {
  const document = soundScenario()
  const meta = at(document, 'machine', 'states', 'offer', 'meta')
  const beats = meta['beats'] as object[]
  meta['beats'] = media.map((one, i) => ({ ...beats[0]!, id: `b${i + 1}`, media: one }))
  return scenarioSchema.parse(document)
}

describe('a kind of file', () => {
  it.each([
    ['a.png', 'picture', 'image/png'],
    ['a.JPG', 'picture', 'image/jpeg'],
    ['a.jpeg', 'picture', 'image/jpeg'],
    ['a.webp', 'picture', 'image/webp'],
    ['a.mp3', 'sound', 'audio/mpeg'],
    ['a.ogg', 'sound', 'audio/ogg'],
    ['a.b.wav', 'sound', 'audio/wav'],
  ])('%s is a %s', (file, kind, type) => {
    expect(mediaKindOf(file)).toEqual({ kind, type })
  })

  it.each(['a.svg', 'a.gif', 'a.html', 'png', 'a.', 'a.constructor'])('%s is none', (file) => {
    expect(file === 'png' ? mediaKindOf('a.pngx') : mediaKindOf(file)).toBeUndefined()
  })

  it.each([
    ['a.png', Uint8Array.from(png())],
    ['a.wav', Uint8Array.from(wav(1))],
    ['a.jpg', bytesOf('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01')],
    ['a.webp', bytesOf('RIFF\x10\x00\x00\x00WEBPVP8 ')],
    ['a.ogg', bytesOf('OggS\x00\x02\x00\x00\x00\x00\x00\x00')],
    ['a.mp3', bytesOf('ID3\x04\x00\x00\x00\x00\x00\x00\x00\x00')],
    ['b.mp3', bytesOf('\xff\xfb\x90\x00\x00\x00\x00\x00\x00\x00\x00\x00')],
  ])('%s is known by its first bytes, and nothing else passes for it', (file, bytes) => {
    expect(isWhatItSays(file, bytes)).toBe(true)
    for (const other of ['a.png', 'a.wav', 'a.jpg', 'a.webp', 'a.ogg', 'a.mp3']) {
      expect(isWhatItSays(other, bytes)).toBe(mediaKindOf(other)!.type === mediaKindOf(file)!.type)
    }
    expect(isWhatItSays(file, bytes.slice(0, 1))).toBe(false)
    expect(isWhatItSays(file, bytesOf('<svg xmlns="http://www.w3.org/2000/svg">'))).toBe(false)
  })
})

describe('the files of a scenario', () => {
  const sha256 = (bytes: Uint8Array) => String(bytes.length).padStart(64, '0')
  const picture = Uint8Array.from(png())
  const fails = () => {
    throw new Error('EACCES')
  }
  const look = (file: string) => {
    if (file === 'locked.png') return fails()
    if (file === 'torn.png') return { size: 4, read: fails }
    if (file === 'bell.png') return { size: picture.length, read: () => picture }
    if (file === 'text.png') return { size: 4, read: () => bytesOf('text') }
    if (file === 'large.png') {
      return {
        size: LARGEST_MEDIA + 1,
        read: () => {
          throw new Error('What is too large is not read.')
        },
      }
    }
    return undefined
  }
  const issuesOf = (media: object) => checkMediaFiles(withMedia(media), { look, sha256 }).issues

  it.each([
    ['unknown-media', { file: 'none.png', words }, 'file'],
    ['unknown-media', { file: 'locked.png', words }, 'file'],
    ['unknown-media', { file: 'torn.png', words }, 'file'],
    ['media-content', { file: 'text.png', words }, 'file'],
    ['media-too-large', { file: 'large.png', words }, 'file'],
    ['media-changed', { file: 'bell.png', words, sha256: 'f'.repeat(64) }, 'sha256'],
  ])('are held to account: %s', (code, media, key) => {
    const path = ['machine', 'states', 'offer', 'meta', 'beats', 0, 'media', key]
    const place = { path, scene: 'offer', beat: 'b1' }
    expect(issuesOf(media)).toMatchObject([{ code, severity: 'error', keys: place }])
  })

  it('give their hashes to the scenario, which stays as it is otherwise', () => {
    const scenario = withMedia({ file: 'bell.png', words }, { file: 'bell.png', words })
    const { issues, hashes } = checkMediaFiles(scenario, { look, sha256 })
    expect(issues).toEqual([])
    const played = withMediaHashes(scenario, hashes)
    const beats = played.machine.states['offer']!.meta!.beats!
    expect(beats.map(({ media }) => media)).toEqual(
      [1, 2].map(() => ({ file: 'bell.png', words, sha256: sha256(picture) })),
    )
    expect(scenario.machine.states['offer']!.meta!.beats![0]!.media).toEqual({ file: 'bell.png', words })
    expect(JSON.stringify(withMediaHashes(played, hashes))).toBe(JSON.stringify(played))
    const plain = scenarioSchema.parse(soundScenario())
    expect(withMediaHashes(plain, new Map())).toBe(plain)
  })
})
