'use strict'
// Hook of electron-builder, after the files are in place and before they are signed.
const { readdirSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { setFuses } = require('./fuses.cjs')

/**
 * Writes the JSON files of a folder, and of those in it, without the spaces that nobody reads in a package.
 * @param {string} folder
 */
function compactJson(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) compactJson(file)
    else if (entry.name.endsWith('.json')) {
      writeFileSync(file, `${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))}\n`)
    }
  }
}

/** @param {import('./fuses.cjs').PackContext} context */
async function afterPack(context) {
  const { appOutDir, electronPlatformName, packager } = context
  const resources =
    electronPlatformName === 'darwin'
      ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : path.join(appOutDir, 'resources')
  compactJson(path.join(resources, 'scenarios'))
  await setFuses(context)
}

module.exports = { afterPack, compactJson }
