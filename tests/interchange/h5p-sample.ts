import { strToU8, zipSync, type Zippable } from 'fflate'

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const text = (words: string, next: number, more: object = {}) => ({
  type: { library: 'H5P.AdvancedText 1.1', params: { text: words }, metadata: { title: 'Words' } },
  nextContentId: next,
  ...more,
})

/** A Branching Scenario as the editor of H5P writes one, with everything that it can have. */
export const branching = {
  branchingScenario: {
    title: 'The call at closing time',
    startScreen: {
      startScreenTitle: '<p>Closing time</p>',
      startScreenSubtitle: '<p>One last call &amp; a hurry.</p>',
    },
    content: [
      text(
        '<p>It is five to six.</p><p>The <strong>phone</strong> rings:</p><ul><li>once</li><li>twice</li></ul>',
        1,
      ),
      {
        type: {
          library: 'H5P.BranchingQuestion 1.0',
          params: {
            branchingQuestion: {
              question: '<p>A man asks for a colleague’s number.</p>',
              alternatives: [
                {
                  text: '<div>Give it</div>',
                  nextContentId: -1,
                  feedback: { title: 'Given', subtitle: '<p>He called her at home.</p>', endScreenScore: 0 },
                },
                {
                  text: 'Offer to call back',
                  nextContentId: 2,
                  feedback: { title: 'Well done', subtitle: 'He hangs up.', endScreenScore: 3 },
                },
                { text: 'Ask again', nextContentId: 1, feedback: {} },
              ],
            },
          },
          metadata: { title: 'The question' },
        },
      },
      {
        type: {
          library: 'H5P.Image 1.1',
          params: { file: { path: 'images/door-1.png', mime: 'image/png' }, alt: 'A closed door' },
          metadata: { title: 'A door' },
        },
        nextContentId: 3,
      },
      {
        type: { library: 'H5P.InteractiveVideo 1.27', params: {}, metadata: { title: 'A film' } },
        nextContentId: -1,
      },
    ],
    endScreens: [
      {
        endScreenTitle: 'The day is over',
        endScreenSubtitle: '<p>Nothing left.</p>',
        contentId: -1,
        endScreenScore: 0,
      },
    ],
    scoringOptionGroup: { scoringOption: 'dynamic-score' },
    behaviour: { randomizeBranchingQuestions: true },
  },
} as const

/** Makes a package of H5P. */
export function h5p(content: unknown = branching, more: Zippable = {}, head: object = {}): Uint8Array {
  return zipSync({
    'h5p.json': strToU8(
      JSON.stringify({
        title: 'Closing time',
        language: 'en',
        mainLibrary: 'H5P.BranchingScenario',
        ...head,
      }),
    ),
    'content/content.json': strToU8(typeof content === 'string' ? content : JSON.stringify(content)),
    'content/images/door-1.png': PIXEL,
    ...more,
  })
}
