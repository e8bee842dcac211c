import { AppError } from '../../shared/domain/branch/app-error.ts'

const CODES: readonly [prefix: string, appError: AppError['code']][] = [
  // The index of the log could not grow; nothing is wrong with what is stored.
  ['SQLITE_IOERR_SHMSIZE', 'engine.diskFull'],
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
 * on: a constraint's message can quote values. What was thrown is kept as the refusal's cause, for the log.
 */
export function appErrorOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = systemCode(error)
  const appError = new AppError(codeFor(code), { cause: code === '' ? nameOf(error) : code })
  appError.cause = error
  return appError
}

function codeFor(code: string): AppError['code'] {
  const known = CODES.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return known[1]
  // A quota is the same to whoever meets it: somebody has to make room.
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'engine.diskFull'
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'engine.readOnly' : 'engine.internal'
}

function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
