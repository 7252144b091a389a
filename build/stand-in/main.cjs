'use strict'
// The stand-in comes without Electron's built-in default application; this does its work:
// it starts the application named on the command line as if that were the one packaged.
const { existsSync, readFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const electron = require('electron')
const { readArguments } = require('./argv.cjs')

/** @param {string} message @returns {never} */
function refuse(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** Electron gives its own default application two setters that its types leave out.
 * @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */
const app = /** @type {never} */ (electron.app)

/** Node's loader keeps these to itself; Electron's own default application calls them too.
 * @type {{ _preloadModules(files: string[]): void, _load(file: string, parent: unknown, main: boolean): unknown, _resolveFilename(file: string, parent: unknown, main: boolean): string }} */
const loader = /** @type {never} */ (Module)

/** @param {string} name */
function start(name) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const folder = path.resolve(name)
  const manifest = path.join(folder, 'package.json')
  let file
  try {
    if (existsSync(manifest)) {
      const {
        productName,
        name: plainName,
        version,
        desktopName,
      } = JSON.parse(readFileSync(manifest, 'utf8'))
      if (version) app.setVersion(version)
      if (productName || plainName) app.name = productName || plainName
      app.setDesktopName(desktopName || `${app.name}.desktop`)
    }
    file = loader._resolveFilename(folder, null, true)
    app.setAppPath(existsSync(manifest) ? folder : path.dirname(file))
  } catch (error) {
    refuse(`Can't start the application at ${folder}: ${error instanceof Error ? error.message : error}`)
  }
  loader._load(file, Module, true)
}

const { modules, app: named, show } = readArguments(process.argv.slice(1))
if (show) {
  process.stdout.write(`${show === 'version' ? `v${process.versions.electron}` : process.versions.modules}\n`)
  process.exit(0)
}
if (modules.length > 0) loader._preloadModules(modules)
if (named === null) refuse('Name the application to run: electron [switches] FOLDER [arguments]')
start(named)
