import { begin } from './begin'

/**
 * Main is asked when this file is loaded, so that the answer arrives while the code of the widgets is still loading.
 */
export const begun = begin()
