// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MediaUrl } from '../../../src/renderer/player/host'
import { MediaView } from '../../../src/renderer/player/Media'
import { loadAllTexts } from '../../../src/renderer/i18n/text'

await loadAllTexts('en')

afterEach(cleanup)

const picture = { file: 'note.png', words: { en: 'A *yellow* note' }, sha256: 'a'.repeat(64) }
const mediaUrl = ({ file, sha256 }: { file: string; sha256: string }) =>
  `/there/${sha256.slice(0, 4)}/${file}`

const show = (media: Parameters<typeof MediaView>[0]['media']) =>
  render(
    <MediaUrl value={mediaUrl}>
      <MediaView media={media} />
    </MediaUrl>,
  )

describe('a picture', () => {
  it('is where the host has it, with its words without marks for whoever can’t see it', () => {
    show(picture)
    const image = screen.getByRole('img', { name: 'A yellow note' })
    expect(image.getAttribute('src')).toBe('/there/aaaa/note.png')
  })

  it('opens larger, and closes again', () => {
    show(picture)
    fireEvent.click(screen.getByRole('button', { name: /Enlarge/ }))
    expect(screen.getByRole('dialog', { name: 'Picture' })).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('that is gone leaves its words and says so', () => {
    show(picture)
    fireEvent.error(screen.getByRole('img'))
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText(/can’t be shown/)).toBeDefined()
    expect(screen.getByText('yellow')).toBeDefined()
  })

  it('whose content nobody knows is not asked for', () => {
    const { sha256: _, ...unknown } = picture
    const asked = vi.fn(mediaUrl)
    render(
      <MediaUrl value={asked}>
        <MediaView media={unknown} />
      </MediaUrl>,
    )
    expect(asked).not.toHaveBeenCalled()
    expect(screen.getByText(/can’t be shown/)).toBeDefined()
  })

  it('needs a host above it', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<MediaView media={picture} />)).toThrow('host above them')
    quiet.mockRestore()
  })
})
