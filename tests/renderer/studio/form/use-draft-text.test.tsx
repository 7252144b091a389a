// @vitest-environment happy-dom
import { useLayoutEffect } from 'react'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TypingContext } from '../../../../src/renderer/studio/form/context'
import { useDraftText } from '../../../../src/renderer/studio/form/use-draft-text'

afterEach(cleanup)

const shown = (kept: string) => {
  const keep = vi.fn()
  const hook = renderHook(({ kept }: { kept: string }) => useDraftText(kept, keep), {
    initialProps: { kept },
  })
  return { keep, ...hook }
}

describe('a text that is being typed', () => {
  it('is kept when the field is left', () => {
    const { keep, result } = shown('…')
    act(() => result.current.onChange('A badge'))
    expect(result.current.value).toBe('A badge')
    act(() => result.current.onBlur())
    expect(keep).toHaveBeenCalledExactlyOnceWith('A badge')
  })

  it('is kept although it was typed before the page had settled', () => {
    const keep = vi.fn()
    const { result } = renderHook(() => {
      const draft = useDraftText('…', keep)
      const { onChange } = draft
      // Runs as soon as the field stands, as a key does that comes at that moment.
      // oxlint-disable-next-line react-hooks/exhaustive-deps
      useLayoutEffect(() => onChange('A badge'), [])
      return draft
    })
    act(() => result.current.onBlur())
    expect(keep).toHaveBeenCalledExactlyOnceWith('A badge')
  })

  it('is kept when the field vanishes', () => {
    const { keep, result, unmount } = shown('…')
    act(() => result.current.onChange('A badge'))
    unmount()
    expect(keep).toHaveBeenCalledExactlyOnceWith('A badge')
  })

  it('becomes an act before somebody else’s is brought in', () => {
    const keep = vi.fn()
    const typists = new Set<() => void>()
    const typing = (flush: () => void) => {
      typists.add(flush)
      return () => typists.delete(flush)
    }
    const { result, unmount } = renderHook(() => useDraftText('First', keep), {
      wrapper: ({ children }) => <TypingContext value={typing}>{children}</TypingContext>,
    })
    act(() => result.current.onChange('First and more'))
    act(() => typists.forEach((flush) => flush()))
    expect(keep).toHaveBeenCalledExactlyOnceWith('First and more')
    unmount()
    expect(typists.size).toBe(0)
  })

  it('does not write over what the document says since then', () => {
    const { keep, result, rerender } = shown('First')
    act(() => result.current.onChange('First and more'))
    rerender({ kept: 'By an undo' })
    expect(result.current.value).toBe('By an undo')
    act(() => result.current.onBlur())
    expect(keep).not.toHaveBeenCalled()
  })
})
