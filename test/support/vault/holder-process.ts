import { holdFolder } from '../../../src/main/vault/folder-lock.ts'

/**
 * Another process that works on a whole folder: `holder-process.ts FOLDER` takes the lock, says `held` or why not, and
 * holds it until its input ends.
 */
const [folder = ''] = process.argv.slice(2)
try {
  holdFolder(folder, 'restoring')
  process.stdout.write('held\n')
  process.stdin.on('end', () => process.exit(0)).resume()
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : 'unknown'}\n`)
}
