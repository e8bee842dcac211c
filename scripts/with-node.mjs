/**
 * Runs a TypeScript script of this project under a Node that can read it, bringing that Node along where the
 * machine's own is too old: `node scripts/with-node.mjs scripts/test.ts [arguments]`.
 * Plain JavaScript without dependencies, because it is the one file that an old Node has to understand.
 */
import { spawn } from 'node:child_process'
import { delimiter, dirname, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { canRunProject, projectNode } from './bootstrap/project-node.mjs'

const ENDED_BY_SIGNAL = 128

const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  process.stderr.write('usage: node scripts/with-node.mjs SCRIPT [ARGUMENTS]\n')
  process.exit(2)
}

/** Child processes (npm, vitest, builders) look `node` up on the path and must find the same one. */
function putFirstOnPath(nodeBinary) {
  process.env.PATH = `${dirname(nodeBinary)}${delimiter}${process.env.PATH ?? ''}`
}

function runHere() {
  putFirstOnPath(process.execPath)
  process.argv = [process.execPath, resolve(script), ...args]
  return import(pathToFileURL(resolve(script)).href)
}

function runUnderProjectNode() {
  const node = projectNode()
  putFirstOnPath(node)
  const child = spawn(node, [fileURLToPath(import.meta.url), script, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? ENDED_BY_SIGNAL
  })
}

try {
  if (canRunProject(process.versions.node)) await runHere()
  else runUnderProjectNode()
} catch (error) {
  process.stderr.write(`${error.name === 'SetupProblem' ? error.message : error.stack}\n`)
  process.exitCode = 1
}
