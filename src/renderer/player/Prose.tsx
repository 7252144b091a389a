import { createContext, Fragment, use } from 'react'
import { readProse, type Mark, type Part } from '../../domain/scenario/text-language'
import './prose.css'

/** The values of placeholders: the trainee's first name and the organisation. */
export const TextValues = createContext<Readonly<Record<string, string>>>({})

const TAGS = { plain: Fragment, emphasis: 'em', strong: 'strong' } as const

function Words({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ text, style, marked }, i) => {
    const Tag = TAGS[style]
    return <Tag key={i}>{marked ? <mark className={`cue-${marked}`}>{text}</mark> : text}</Tag>
  })
}

/** Shows a text of a scenario with emphasis, lists and placeholders; everything else appears letter for letter. */
export function Prose({ text, marks = [] }: { readonly text: string; readonly marks?: readonly Mark[] }) {
  return readProse(text, use(TextValues), marks).map((block, i) =>
    block.kind === 'list' ? (
      <ul key={i} className="prose">
        {block.items.map((parts, item) => (
          <li key={item}>
            <Words parts={parts} />
          </li>
        ))}
      </ul>
    ) : (
      <p key={i} className="prose">
        <Words parts={block.parts} />
      </p>
    ),
  )
}
