import { begin } from './begin'

/** Asked when this file is read, so that the answer comes while the code of the widgets is still being read. */
export const begun = begin()
