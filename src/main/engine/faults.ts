import { Refusal } from '../../shared/domain/refusal.ts'

const CODES: readonly [prefix: string, refusal: Refusal['code']][] = [
  ['SQLITE_CORRUPT', 'engine.damaged'],
  ['SQLITE_IOERR', 'engine.damaged'],
  // With a key, a page that does not decrypt reads as "not a database".
  ['SQLITE_NOTADB', 'engine.damaged'],
  ['SQLITE_FULL', 'engine.diskFull'],
  ['SQLITE_READONLY', 'engine.readOnly'],
  ['SQLITE_PERM', 'engine.readOnly'],
  ['SQLITE_CANTOPEN', 'engine.readOnly'],
  ['SQLITE_BUSY', 'engine.busy'],
  ['SQLITE_LOCKED', 'engine.busy'],
]

/**
 * Turns whatever the engine threw into a refusal with a code that a screen can explain. SQLite's own text is not passed
 * on: a constraint's message can quote values.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = sqliteCode(error)
  const known = CODES.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return new Refusal(known[1], { cause: code })
  if (code === 'ENOSPC') return new Refusal('engine.diskFull', { cause: code })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Refusal('engine.readOnly', { cause: code })
  const refusal = new Refusal('engine.internal', { cause: code === '' ? nameOf(error) : code })
  refusal.cause = error
  return refusal
}

function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
