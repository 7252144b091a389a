declare module 'extwee' {
  interface Passage {
    readonly name: string
    readonly text: string
    readonly tags: readonly string[]
  }
  interface Story {
    readonly name: string
    readonly start: string
    readonly format: string
    readonly storyJavaScript: string
    readonly storyStylesheet: string
    readonly passages: readonly Passage[]
  }
  export function parseTwee(text: string): Story
  export function parseTwine2HTML(text: string): Story
}
