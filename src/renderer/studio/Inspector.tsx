import { scenarioSchema, TIME_LIMITS } from '../../domain/scenario/schema'
import { likestPart, resolvePart } from '../../domain/scenario/mend'
import { TOOL_OBJECTS, TOOL_ROWS, type Tool, type ToolObject } from '../../domain/scenario/tools'
import type { PartSchema } from '../../domain/authoring/key-order'
import { FACTS, LOCALES } from '../i18n'
import { Button } from '../ui'
import { leadingTo, put } from './acts'
import { CommandButton } from './CommandButton'
import { MediaList } from './form/MediaList'
import { Field, Fields } from './form/Fields'
import { useForm } from './form/context'
import { schemaAt } from './form/fresh'
import { TypedNumber } from './form/TypedNumber'
import { membersOf } from '../../domain/scenario/members'
import {
  at,
  kindAt,
  outlineOf,
  sceneOf,
  type OutlineScene,
  type Path,
  type Section,
  type Selected,
} from './outline'
import { useChoiceWords } from './OutlineTree'
import { addLanguage } from './translations/languages'
import { useStudioText, useWords } from './words'
import './form/form.css'

/** The fields of the header in the section “about”. */
const ABOUT = [
  'title',
  'summary',
  'role',
  'truth',
  'tactics',
  'minutes',
  'difficulty',
  'floor',
  'twin',
  'scoring',
  'keep',
  'incident',
  'sources',
  'version',
]

/** Returns the part of a union that fits the value; any other schema unchanged. */
function partOf(schema: PartSchema, value: unknown): PartSchema {
  const definition = schema && resolvePart(schema).definition
  return definition?.type === 'union' ? likestPart(definition, value) : schema
}

export function Inspector({
  selected,
  onSelect,
}: {
  readonly selected: Selected
  readonly onSelect: (selected: Selected) => void
}) {
  const { document } = useForm()
  if (selected.what === 'section') return <SectionForm section={selected.section} />
  const scene = outlineOf(document).find(({ path }) =>
    selected.what === 'scene' ? path.join('\n') === selected.path.join('\n') : isWithin(path, selected.path),
  )
  if (selected.what === 'choice') return <ChoiceForm path={selected.path} scene={scene} onSelect={onSelect} />
  return scene ? <SceneForm scene={scene} onSelect={onSelect} /> : <SectionForm section="about" />
}

const isWithin = (scene: Path, path: Path): boolean =>
  path.length > scene.length &&
  scene.every((key, i) => path[i] === key) &&
  ['on', 'after', 'always'].includes(String(path[scene.length]))

function SectionForm({ section }: { readonly section: Section }) {
  const { document } = useForm()
  const t = useStudioText()
  return (
    <div className="studio-form">
      <h2>{t(`section.${section}`)}</h2>
      <p className="muted">{t(`section.${section}.text`)}</p>
      {section === 'about' && <MoreLanguages />}
      {section === 'about' ? (
        <>
          <Fields schema={scenarioSchema} path={[]} value={document} only={ABOUT} />
          <MediaList />
        </>
      ) : (
        <Field
          schema={schemaAt(scenarioSchema, document, [section])}
          name={section}
          path={[section]}
          value={membersOf(document)[section]}
        />
      )}
    </div>
  )
}

/** Adds a language to the document. Only the title is added; the other texts follow later. */
function MoreLanguages() {
  const t = useStudioText()
  const { languages, edit, readOnly } = useForm()
  const more = LOCALES.filter((locale) => !languages.includes(locale))
  if (readOnly || more.length === 0) return null
  return (
    <div className="row">
      {more.map((locale) => (
        <Button
          key={locale}
          onPress={() =>
            edit({ code: 'add-language', params: { language: FACTS[locale].name } }, (next) =>
              addLanguage(next, locale),
            )
          }
        >
          {t('languages.add', { language: FACTS[locale].name })}
        </Button>
      ))}
    </div>
  )
}

interface SceneFormProps {
  readonly scene: OutlineScene
  readonly onSelect: (selected: Selected) => void
}

function SceneForm({ scene, onSelect }: SceneFormProps) {
  const t = useStudioText()
  const words = useWords()
  const choiceWords = useChoiceWords()
  const { document, readOnly } = useForm()
  const { path } = scene
  const state = membersOf(at(document, path))
  const schema = schemaAt(scenarioSchema, document, path)
  const meta = schemaAt(scenarioSchema, document, [...path, 'meta'])
  const coming = leadingTo(document, scene.name)
  const names = scene.final
    ? ['title', 'disposition', 'debrief', 'beats', 'place', 'contact', 'seconds']
    : ['title', 'beats', 'contact', 'place', 'seconds']
  const title = words(scene.title) || scene.id
  return (
    <div className="studio-form">
      <div className="row">
        <h2>{title}</h2>
        <span className="grow" />
        <span className="muted dense">
          {scene.initial && coming.length === 0 ? t('scene.first') : t('scene.from', { n: coming.length })}
        </span>
      </div>
      <div className="row studio-form-bar">
        {!readOnly && (
          <>
            <CommandButton id="rename" kind="link">
              {t('scene.rename', { id: scene.id })}
            </CommandButton>
            <CommandButton id="begin" kind="link" hide>
              {t('scene.begin')}
            </CommandButton>
            <CommandButton id="duplicate" kind="link" />
            <CommandButton id="remove" kind="link">
              {t('scene.remove')}
            </CommandButton>
          </>
        )}
      </div>
      <Fields schema={meta} path={[...path, 'meta']} value={state['meta']} only={names} />
      {!scene.final && (
        <section className="studio-part-plain">
          <h3>{t('scene.choices')}</h3>
          <ul className="studio-choice-list">
            {scene.choices.map((choice) => (
              <li key={choice.path.join('/')}>
                <Button kind="link" onPress={() => onSelect({ what: 'choice', path: choice.path })}>
                  {choiceWords(choice)}
                </Button>
              </li>
            ))}
          </ul>
          {!readOnly && (
            <div className="row">
              <CommandButton id="add-reply">{t('scene.reply')}</CommandButton>
              <CommandButton id="add-tool">{t('scene.tool')}</CommandButton>
              {state['after'] === undefined && (
                <CommandButton id="add-limit">{t('scene.limit')}</CommandButton>
              )}
            </div>
          )}
        </section>
      )}
      <Fields schema={schema} path={path} value={state} only={['entry', 'exit', 'description']} />
    </div>
  )
}

function ChoiceForm({
  path,
  scene,
  onSelect,
}: {
  readonly path: Path
  readonly scene: OutlineScene | undefined
  readonly onSelect: (selected: Selected) => void
}) {
  const t = useStudioText()
  const choiceWords = useChoiceWords()
  const { document, edit, readOnly } = useForm()
  const value = at(document, path)
  const schema = partOf(schemaAt(scenarioSchema, document, path), value)
  const choice = scene?.choices.find((known) => known.path.join('\n') === path.join('\n'))
  const shape = schema && resolvePart(schema).definition.shape
  const members = membersOf(value)
  const meta = membersOf(members['meta'])
  const isOn = kindAt(path) === 'on'
  // A branch of several has its limit above it.
  const isLimit = kindAt(path) === 'after' && path.length === sceneOf(path).length + 2
  const limit = isLimit ? Number(path.at(-1)) : undefined
  // A reply has words and a stance; a tool has the object on which it is used.
  const tool = meta['tool'] !== undefined
  // Only names that this tool can use are offered. Another name that is there is shown, so that it can be removed.
  const row = Object.hasOwn(TOOL_ROWS, String(meta['tool'])) ? TOOL_ROWS[meta['tool'] as Tool] : undefined
  const on: readonly ToolObject[] = row?.on ?? []
  const objects = TOOL_OBJECTS.filter((name) => on.includes(name) || meta[name] !== undefined)
  const names = tool
    ? ['tool', ...objects, 'say', 'did', 'stance', 'answer']
    : ['say', 'stance', 'did', 'answer']
  return (
    <div className="studio-form">
      <div className="row">
        <h2>{choice ? choiceWords(choice) : t('choice')}</h2>
      </div>
      <div className="row studio-form-bar">
        {scene && (
          <Button kind="link" onPress={() => onSelect({ what: 'scene', path: scene.path })}>
            {t('choice.scene')}
          </Button>
        )}
        {!readOnly && (
          <>
            <CommandButton id="up" kind="link" />
            <CommandButton id="down" kind="link" />
            <CommandButton id="duplicate" kind="link" />
            <CommandButton id="remove" kind="link">
              {t('choice.remove')}
            </CommandButton>
          </>
        )}
      </div>
      {limit !== undefined && (
        <TypedNumber
          label={t('limit.seconds')}
          hint={t('limit.hint')}
          value={limit / 1000}
          fits={(seconds) => {
            const ms = Math.round(seconds * 1000)
            return ms >= TIME_LIMITS.shortest && ms <= TIME_LIMITS.longest
          }}
          onKeep={(seconds) => {
            // The time limit is the key of the branch that follows it.
            const next = [...path.slice(0, -1), String(Math.round(seconds! * 1000))]
            edit({ code: 'text', params: { field: t('limit.seconds') } }, (document) => {
              const kept = at(document, path)
              put(document, path, undefined)
              put(document, next, kept)
            })
            onSelect({ what: 'choice', path: next })
          }}
        />
      )}
      {isOn && (
        <Fields
          schema={schemaAt(scenarioSchema, document, [...path, 'meta']) ?? shape?.['meta']}
          path={[...path, 'meta']}
          value={meta}
          only={names}
        />
      )}
      <Fields
        schema={schema}
        path={path}
        value={value}
        only={['target', 'actions', 'guard', 'reenter', 'description']}
      />
    </div>
  )
}
