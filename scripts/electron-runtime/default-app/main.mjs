/**
 * The application that an Electron without one starts: `electron [-r MODULE]... APPLICATION [ARGUMENTS]`.
 * Electron's own archive brings one; the runtime put together from a registry has lost its own, so this stands in.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const USAGE_ERROR = 64

/** The first word that is no switch is the application; what comes after it belongs to the application. */
function readCommandLine(words) {
  const preloads = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === '-r' || word === '--require') {
      at += 1
      preloads.push(words[at])
    } else if (!word.startsWith('-')) {
      return { preloads, application: resolve(word) }
    }
  }
  return { preloads, application: null }
}

/** What the application is called decides where its settings are kept, so it must be known before its code runs. */
function introduce(folder) {
  const manifestPath = join(folder, 'package.json')
  const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {}
  if (manifest.version) app.setVersion(manifest.version)
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name)
  app.setAppPath(folder)
  return manifest.main ?? 'index.js'
}

function entryOf(application) {
  if (statSync(application).isDirectory()) return join(application, introduce(application))
  introduce(dirname(application))
  return application
}

const { preloads, application } = readCommandLine(process.argv.slice(1))
if (application === null) {
  process.stderr.write('usage: electron [-r MODULE]... APPLICATION [ARGUMENTS]\n')
  process.exit(USAGE_ERROR)
}
// Tools that drive the application tell by this that it is not packaged.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const require = createRequire(import.meta.url)
for (const preload of preloads) require(resolve(preload))
// Electron gets ready only when this module has been evaluated, so the application may still do what has to come before.
await import(pathToFileURL(entryOf(application)).href).catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
