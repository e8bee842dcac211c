import { basename } from 'node:path'
import { AppError, type ErrorCode } from '../../../shared/domain/branch/app-error.ts'
import { restoreBackup } from '../../vault/restore-backup.ts'
import { inspectStore } from '../../vault/store-faults.ts'
import { writeBackup } from '../../vault/write-backup.ts'
import type { Arguments } from '../arguments.ts'
import { withBranch } from '../branch-session.ts'
import type { Command, CommandContext } from '../command.ts'
import { examineStore } from '../examine-store.ts'
import { passphraseOf } from '../passphrase.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copies the branch, still encrypted, into one file while others go on working.',
  usage: 'FILE',
  operands: ['FILE'],
  options: {},
  explains: {},
  run: (given, context) =>
    withBranch(given, context, async ({ engine, staff, keys, passphrase }) => {
      const manifest = await writeBackup({
        target: given.operand(0),
        nowAt: context.nowAt(),
        staffNo: staff.no,
        witness: await engine.internal('audit.end', {}, staff),
        vault: await keys.forBackup(staff.no, passphrase),
        copyDatabase: (file) => engine.copyTo(file),
      })
      const detail = { createdAt: manifest.createdAt }
      await engine.internal('audit.record', { action: 'backup.write', customerUid: null, detail }, staff)
      return { file: basename(given.operand(0)), ...manifest }
    }),
}

export const restore: Command = {
  name: 'restore',
  summary:
    'Puts a backup in the place of a damaged branch, or into an empty folder; what was there is kept aside.',
  usage: 'FILE [--force]',
  operands: ['FILE'],
  options: { force: { type: 'boolean' } },
  explains: { force: 'replaces a branch that is healthy' },
  run: async (given, context) => {
    const folder = given.folder('data-dir')
    const passphrase = await passphraseOf(context)
    if (!given.flag('force')) await requireReplaceable(folder, passphrase, given, context)
    const { manifest, keptAside, staffNos } = await restoreBackup({
      file: given.operand(0),
      folder,
      protector: context.protector,
      passphrase,
      nowAt: context.nowAt(),
      nativeBinding: context.env.HUIYAN_SQLITE_BINDING,
    })
    return { createdAt: manifest.createdAt, staff: manifest.staffNo, canSignIn: staffNos, keptAside }
  },
}

/** Faults that a backup repairs. A newer version's file or a full disk is no damage: the content is intact. */
const CURED_BY_RESTORE: readonly ErrorCode[] = [
  'engine.damaged',
  'engine.walMissing',
  'engine.chainShort',
  'engine.chainChanged',
  'engine.wrongKey',
  'vault.unreadable',
]
/** The slots can never open here again. Elsewhere, under the system's key store, they still do. */
const LOST_DEVICE: readonly unknown[] = ['missing', 'damaged', 'other']

interface Fault {
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * Throws unless the folder is empty or what is in it is shown to be damaged: a restore puts every commit since the
 * backup aside, so a branch that merely could not be looked at counts as healthy (`backup.storeHealthy`), and one that
 * cannot be used for another reason is told that reason (`engine.tooNew`, `engine.diskFull`, `engine.readOnly`).
 */
async function requireReplaceable(
  folder: string,
  passphrase: string,
  given: Arguments,
  context: CommandContext,
): Promise<void> {
  const condition = inspectStore(folder)
  if (condition.state === 'no-branch') return
  if (condition.state === 'faulty') {
    if (isCured(condition.fault)) return
    throw new AppError(condition.fault.code, { ...condition.fault.detail })
  }
  const checks = await examineStore(folder, passphrase, given, context)
  const failed = checks.filter((check) => check.state === 'failed')
  if (failed.some(isCured)) return
  const newer = failed.find(({ code }) => code === 'engine.tooNew')
  if (newer !== undefined) throw new AppError('engine.tooNew', { ...newer.detail })
  throw new AppError('backup.storeHealthy')
}

function isCured({ code, detail }: Fault): boolean {
  if (code === 'vault.deviceMismatch') return LOST_DEVICE.includes(detail.cause)
  return CURED_BY_RESTORE.some((each) => each === code)
}
