import { basename } from 'node:path'
import type { studioPackageChannels } from '../../bridge/areas/studio-packages'
import type { Dialogs } from '../files/dialogs'
import type { OpenedFiles } from '../files/opened-files'
import { readChosenFile } from '../files/read-file'
import { Refused } from '../refused'
import { writeOrRefuse } from '../files/atomic-write'
import type { NoPackage, Offer, Packages } from '../studio/packages'
import type { Studio } from '../studio/studio'
import type { Handlers } from './answer'

export interface StudioPackageNeeds {
  readonly studio: { readonly packages: Packages } & Pick<Studio, 'plans'>
  readonly dialogs: Pick<Dialogs, 'save'>
  /** The files that the system asked this program to open. */
  readonly opened: Pick<OpenedFiles, 'path'>
}

/** Converts the result of looking at a package for the window. */
export function offerView(looked: Offer | NoPackage) {
  if ('code' in looked) {
    return {
      outcome: 'no-story' as const,
      file: looked.file,
      code: looked.code,
      params: { ...looked.params },
    }
  }
  const { head, floor, media, ...rest } = looked
  return {
    ...rest,
    outcome: 'offered' as const,
    title: { ...head.title },
    languages: [...head.languages],
    floor: floor && { ...floor, title: { ...floor.title } },
    media: [...media],
  }
}

export const studioPackageHandlers = ({
  studio,
  dialogs,
  opened,
}: StudioPackageNeeds): Pick<Handlers, keyof typeof studioPackageChannels & keyof Handlers> => ({
  'studio.lookAtFile': async (_, { person }) => {
    const { path } = opened
    if (path === undefined) throw new Refused('not-found', 'No file waits to be opened.')
    const { LARGEST_PACKAGE } = await import('../../interchange/package')
    return offerView(await studio.packages.look(await readChosenFile(path, LARGEST_PACKAGE), person))
  },
  'studio.exportPackage': async ({ id, version }) => {
    const packed = await (version === null
      ? studio.packages.pack(id)
      : studio.packages.packVersion(id, version))
    if (packed.outcome !== 'packed') return packed
    const { bytes, floor, media, missing } = packed
    const path = await dialogs.save('package', version === null ? id : `${id}-${version}`)
    writeOrRefuse(path, bytes)
    const runs = version === null && (await studio.plans.textOf(id)) !== undefined
    return {
      outcome: 'saved',
      file: basename(path),
      size: bytes.length,
      floor,
      media: media.length,
      runs,
      missing: [...missing],
    }
  },
  'studio.takePackage': ({ hash }, { person }) => studio.packages.take(hash, person),
  'studio.leavePackage': () => {
    studio.packages.leave()
    return null
  },
})
