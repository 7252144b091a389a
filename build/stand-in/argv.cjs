'use strict'

/**
 * Reads the command line as the application that is built into Electron does: switches before the
 * application are Chromium's or Node's, `-r FILE` names a module to load first, the first word that is
 * not a switch is the application, and what follows belongs to the application.
 *
 * @param {string[]} words the command line without the executable
 * @returns {{ modules: string[], app: string | null, show: 'version' | 'abi' | null }}
 */
function readArguments(words) {
  /** @type {string[]} */
  const modules = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '-r' || word === '--require') {
      at += 1
      const file = words[at]
      if (file !== undefined) modules.push(file)
    } else if (word.startsWith('--require=')) {
      modules.push(word.slice('--require='.length))
    } else if (word === '-v' || word === '--version') {
      return { modules, app: null, show: 'version' }
    } else if (word === '-a' || word === '--abi') {
      return { modules, app: null, show: 'abi' }
    } else if (word.startsWith('--app=')) {
      return { modules, app: word.slice('--app='.length), show: null }
    } else if (word !== '' && !word.startsWith('-')) {
      return { modules, app: word, show: null }
    }
  }
  return { modules, app: null, show: null }
}

module.exports = { readArguments }
