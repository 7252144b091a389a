/** Lets tests of components wait as long as a machine needs that other programs keep busy. */
import { configure } from '@testing-library/dom'

configure({ asyncUtilTimeout: 60_000 })
