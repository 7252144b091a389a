// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from '../../../src/renderer/studio/kept-focus'

let end: () => void
beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <section id="form"><h2>A scene</h2>
        <ul id="list"><li><button id="one">One</button></li></ul>
        <button id="add">Add</button>
      </section>
      <div><button id="undo">Undo</button><button id="redo">Redo</button></div>
    </main>
    <button id="outside">Outside</button>`
  end = keepFocus(() => document.querySelector('main'))
})
afterEach(() => end())

const find = (id: string) => document.getElementById(id) as HTMLButtonElement
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('the focus', () => {
  it('goes to the heading of what is left when what had it is taken away', async () => {
    find('one').focus()
    find('list').remove()
    document.body.focus()
    await settled()
    expect(document.activeElement?.textContent).toBe('A scene')
  })

  it('goes to the heading of another part that took the place of the one that was pressed', async () => {
    find('add').focus()
    find('form').innerHTML = '<h2>A reply</h2><input />'
    await settled()
    expect(document.activeElement?.textContent).toBe('A reply')
  })

  it('goes to the button beside one that can’t be pressed any more', async () => {
    find('undo').focus()
    find('undo').blur()
    find('undo').disabled = true
    await settled()
    expect(document.activeElement?.id).toBe('redo')
  })

  it('stays where somebody put it', async () => {
    find('one').focus()
    find('outside').focus()
    find('list').remove()
    await settled()
    expect(document.activeElement?.id).toBe('outside')
    find('undo').focus()
    find('undo').blur()
    find('form').innerHTML = ''
    await settled()
    expect(document.activeElement).toBe(document.body)
  })
})
