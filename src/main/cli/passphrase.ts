import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from './arguments.ts'
import type { CommandContext } from './command.ts'

/** From the environment, or typed. Throws `UsageError` where there is neither. */
export async function passphraseOf({ env, askPassphrase }: CommandContext): Promise<string> {
  const given = env.HUIYAN_PASSPHRASE
  if (given !== undefined && given !== '') return given
  const typed = await askPassphrase()
  if (typed === null || typed === '') {
    throw new UsageError('a passphrase is needed: set HUIYAN_PASSPHRASE or run this on a terminal')
  }
  return typed
}

/** Asks on stderr, so that stdout stays the answer's; nothing that is typed is shown. */
export function askOnTerminal(): Promise<string | null> {
  if (!process.stdin.isTTY) return Promise.resolve(null)
  process.stderr.write('Passphrase: ')
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silence, terminal: true })
  return new Promise((resolve) => {
    reader.once('line', (line) => {
      resolve(line)
      reader.close()
    })
    reader.once('close', () => {
      process.stderr.write('\n')
      resolve(null)
    })
  })
}
