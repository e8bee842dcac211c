import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { acceptDoubts } from '../../session/accept-doubts.ts'
import type { Check } from '../../vault/doctor.ts'
import { inspectStore } from '../../vault/store-faults.ts'
import { UsageError } from '../arguments.ts'
import { sessionOptions, staffNoOf } from '../branch-session.ts'
import type { Answer, Command } from '../command.ts'
import { examineStore } from '../examine-store.ts'
import { passphraseOf } from '../passphrase.ts'

/** The checks that must pass before somebody may accept what the others found. */
const MUST_BE_WELL: readonly Check['name'][] = ['vault', 'key', 'schema', 'integrity', 'foreignKeys']
/** What can be accepted. */
const DOUBTS: readonly Check['name'][] = ['wal', 'witness', 'clock']

export const doctor: Command = {
  name: 'doctor',
  summary: 'Looks the stored branch over without changing it; says nothing about any customer.',
  usage: '[--accept-loss --reason TEXT]',
  operands: [],
  options: { 'accept-loss': { type: 'boolean' }, reason: { type: 'string' } },
  explains: {
    'accept-loss':
      'goes on although the WAL or links of the audit are gone, or the clock is in doubt; heads and administrators',
    reason: 'why; it stands in the audit',
  },
  run: async (given, context) => {
    const folder = given.folder('data-dir')
    if (inspectStore(folder).state === 'no-branch') throw new AppError('session.noBranch')
    if (!given.flag('accept-loss')) {
      const passphrase = await passphraseOf(context).catch(() => null)
      return answerOf(await examineStore(folder, passphrase, given, context))
    }
    const reason = given.required('reason')
    const passphrase = await passphraseOf(context)
    requireOnlyDoubts(await examineStore(folder, passphrase, given, context))
    const staffNo = staffNoOf(given, context, folder)
    const accepted = await acceptDoubts(sessionOptions(folder, context), { staffNo, passphrase, reason })
    return { healthy: true, lossAccepted: true, accepted }
  },
}

function answerOf(checks: readonly Check[]): Answer {
  const failed = checks.filter((check) => check.state === 'failed')
  const [first] = failed
  if (first === undefined) return { healthy: true, checks }
  return { healthy: false, checks, error: { code: first.code, detail: first.detail } }
}

function requireOnlyDoubts(checks: readonly Check[]): void {
  const doubted = checks.some(({ name, state }) => DOUBTS.includes(name) && state === 'failed')
  if (!doubted) throw new UsageError('there is no loss to accept')
  for (const check of checks) {
    if (!MUST_BE_WELL.includes(check.name) || check.state === 'ok') continue
    throw check.state === 'failed'
      ? new AppError(check.code as AppError['code'], { ...check.detail })
      : new AppError('engine.walMissing')
  }
}
