import { basename } from 'node:path'
import type { studioReviewChannels } from '../../bridge/areas/studio-review'
import { LARGEST_REVIEW } from '../../domain/authoring/review/review-file'
import { writeOrRefuse } from '../files/atomic-write'
import type { Dialogs } from '../files/dialogs'
import { readChosenFile } from '../files/read-file'
import type { ReviewDesk } from '../studio/review'
import type { Handlers } from './answer'
import { issueView } from './studio'

export interface StudioReviewNeeds {
  /** Loaded when it is first needed. */
  readonly review: () => Promise<ReviewDesk>
  readonly dialogs: Pick<Dialogs, 'save' | 'files'>
}

const scenario = ({ id }: { readonly id: string }) => ({ kind: 'scenario' as const, id })

export function studioReviewHandlers({
  review,
  dialogs,
}: StudioReviewNeeds): Pick<Handlers, keyof typeof studioReviewChannels & keyof Handlers> {
  const view = async (which: { readonly id: string }) => {
    const { threads, damaged } = await (await review()).comments.read(scenario(which))
    return {
      threads: threads.map(({ answers, ...thread }) => ({ ...thread, answers: [...answers] })),
      damaged,
    }
  }
  return {
    'studio.savePack': async ({ id, locale }) => {
      const made = await (await review()).pack(scenario({ id }), locale)
      if (made.outcome === 'refused') return { outcome: 'refused', issues: made.issues.map(issueView) }
      const path = await dialogs.save('reviewPack', id)
      writeOrRefuse(path, made.page)
      return { outcome: 'saved', file: basename(path), size: Buffer.byteLength(made.page) }
    },
    'studio.comments': view,
    'studio.comment': async ({ id, act }, { person }) => {
      await (await review()).comments.act(scenario({ id }), act, person)
      return view({ id })
    },
    'studio.importReviews': async ({ id }) => {
      const { comments } = await review()
      const paths = await dialogs.files('review')
      const files = []
      for (const path of paths) {
        const { bytes } = await readChosenFile(path, LARGEST_REVIEW)
        const taken = await comments.take(scenario({ id }), bytes)
        files.push({ ...taken, file: basename(path) })
      }
      return { ...(await view({ id })), files }
    },
  }
}
