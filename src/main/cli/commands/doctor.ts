import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { Check } from '../../vault/doctor.ts'
import { removeDeadMarkers } from '../../vault/open-marker.ts'
import { inspectStore } from '../../vault/store-faults.ts'
import { UsageError } from '../arguments.ts'
import { withBranch } from '../branch-session.ts'
import type { Answer, Command } from '../command.ts'
import { examineStore } from '../examine-store.ts'
import { passphraseOf } from '../passphrase.ts'

/** The checks that must pass before somebody may accept the loss of commits. */
const MUST_BE_WELL: readonly Check['name'][] = ['vault', 'key', 'schema', 'integrity', 'foreignKeys']

export const doctor: Command = {
  name: 'doctor',
  summary: 'Looks the stored branch over without changing it; says nothing about any customer.',
  usage: '[--accept-loss]',
  operands: [],
  options: { 'accept-loss': { type: 'boolean' } },
  explains: {
    'accept-loss': 'goes on without a lost WAL file: the last work before a crash is gone for good',
  },
  run: async (given, context) => {
    const folder = given.folder('data-dir')
    if (inspectStore(folder).state === 'no-branch') throw new AppError('session.noBranch')
    const passphrase = await passphraseOf(context).catch(() => null)
    const checks = await examineStore(folder, passphrase, given, context)
    if (!given.flag('accept-loss')) return answerOf(checks)
    if (passphrase === null) throw new UsageError('--accept-loss needs the passphrase')
    requireOnlyTheWalLost(checks)
    removeDeadMarkers(folder)
    return withBranch(given, context, async ({ engine, staff }) => {
      await engine.internal(
        'audit.record',
        { action: 'store.lossAccepted', customerUid: null, detail: {} },
        staff,
      )
      return { healthy: true, lossAccepted: true }
    })
  },
}

function answerOf(checks: readonly Check[]): Answer {
  const failed = checks.filter((check) => check.state === 'failed')
  const [first] = failed
  if (first === undefined) return { healthy: true, checks }
  return { healthy: false, checks, error: { code: first.code, detail: first.detail } }
}

function requireOnlyTheWalLost(checks: readonly Check[]): void {
  const wal = checks.find(({ name }) => name === 'wal')
  if (wal?.state !== 'failed') throw new UsageError('there is no loss to accept')
  for (const check of checks) {
    if (!MUST_BE_WELL.includes(check.name) || check.state === 'ok') continue
    throw check.state === 'failed'
      ? new AppError(check.code as AppError['code'], { ...check.detail })
      : new AppError('engine.walMissing')
  }
}
