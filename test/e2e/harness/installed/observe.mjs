/**
 * Starts the installed program inside of the process that it always runs in, and answers questions about it: one line of
 * JSON in, one out. The program's own code is untouched; debuggers, by which tests look in elsewhere, it refuses.
 */
import process from 'node:process'
import { createInterface } from 'node:readline'
import { runInThisContext } from 'node:vm'
import electron, { app } from 'electron'

const happened = []
app.on('web-contents-created', (_event, contents) => {
  contents.on('devtools-opened', () => happened.push('devtools'))
  contents.on('did-finish-load', () => happened.push('load'))
  contents.on('did-create-window', () => happened.push('window'))
  contents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown') happened.push(`key ${key}`)
  })
})
globalThis.happened = happened

createInterface({ input: process.stdin }).on('line', async (line) => {
  const { id, code, argument } = JSON.parse(line)
  const answer = await Promise.resolve()
    .then(() => runInThisContext(`(${code})`)(electron, argument))
    .then(
      (value) => ({ id, value: value ?? null }),
      (error) => ({ id, error: String(error) }),
    )
  process.stdout.write(`answer ${JSON.stringify(answer)}\n`)
})

await import('./out/main/index.js')
