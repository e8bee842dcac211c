import { basename } from 'node:path'
import { restoreBackup } from '../../vault/restore-backup.ts'
import { writeBackup } from '../../vault/write-backup.ts'
import { withBranch } from '../branch-session.ts'
import type { Command } from '../command.ts'
import { passphraseOf } from '../passphrase.ts'
import { requireReplaceable } from '../replaceable-store.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copies the branch, still encrypted, into one file while others go on working.',
  usage: 'FILE',
  operands: ['FILE'],
  options: {},
  explains: {},
  run: (given, surroundings) =>
    withBranch(given, surroundings, async ({ engine, staff, keys, passphrase }) => {
      const manifest = await writeBackup({
        target: given.operand(0),
        nowAt: surroundings.nowAt(),
        staffNo: staff.no,
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
  run: async (given, surroundings) => {
    const folder = given.folder('data-dir')
    const passphrase = await passphraseOf(surroundings)
    if (!given.flag('force')) await requireReplaceable(folder, passphrase, given, surroundings)
    const { manifest, keptAside, staffNos } = await restoreBackup({
      file: given.operand(0),
      folder,
      protector: surroundings.protector,
      passphrase,
      nowAt: surroundings.nowAt(),
      nativeBinding: surroundings.env.HUIYAN_SQLITE_BINDING,
    })
    return { createdAt: manifest.createdAt, staff: manifest.staffNo, canSignIn: staffNos, keptAside }
  },
}
