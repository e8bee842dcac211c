import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { RecordedAction } from '../../../shared/contract/internal/audit.ts'
import type { StaffRow } from '../../../shared/contract/staff.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { KEEPERS } from '../../../shared/domain/branch/roles.ts'
import type { OpenSession } from '../../session/open-session.ts'
import type { SessionController } from '../../session/session-controller.ts'
import { requireStrongPassphrase } from '../../vault/passphrase-rule.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

/**
 * Staff live in two places: a row in the database says who they are, a slot in the vault lets them in. Each change
 * touches them in the order that leaves nobody who should not be able to sign in, wherever it is interrupted; asking
 * again finishes it.
 */
export function staffTasks(sessions: SessionController): ShellTasksOf<'staff'> {
  return {
    'staff.add': (input) => addStaff(sessions.opened(), input),
    'staff.setActive': ({ no, active }) =>
      active ? activate(sessions.opened(), no) : deactivate(sessions.opened(), no),
    'staff.resetPassphrase': (input) => resetPassphrase(sessions.opened(), input),
    'staff.keyState': () => sessions.opened().keys.state(),
    'staff.changePassphrase': async ({ current, next }) => {
      const open = sessions.opened()
      await open.keys.change(open.staff.no, current, next, sessions.nowAt())
      await note(open, 'staff.changePassphrase', open.staff.no)
      return null
    },
  }
}

/** Row, then slot: a row without a slot is a name in a list, a slot without a row would be a key without a person. */
async function addStaff(open: OpenSession, input: ParsedInputOf<'staff.add'>): Promise<StaffRow> {
  const { no, name, role, passphrase } = input
  requireStrongPassphrase(no, passphrase)
  const row =
    (await keylessRow(open, input)) ??
    (await open.engine.internal('staff.insert', { no, name, role }, open.staff))
  await open.keys.grant(no, passphrase)
  await note(open, 'staff.keyGranted', no)
  return row.active ? row : open.engine.internal('staff.activate', { no, active: true }, open.staff)
}

/** The same person's row that has no slot yet: an interrupted `add`, a restored branch, staff of a demo branch. */
async function keylessRow(
  { engine, staff, keys }: OpenSession,
  { no, name, role }: ParsedInputOf<'staff.add'>,
): Promise<StaffRow | undefined> {
  if (keys.holders().includes(no)) return undefined
  const rows = await engine.call('staff.list', {}, staff)
  return rows.find((row) => row.no === no && row.name === name && row.role === role)
}

/**
 * Row, then slot: interrupted, the owner signs in with the old passphrase and is asked for a new one. Nobody resets their
 * own: they know it, and changing it proves so.
 */
async function resetPassphrase(
  open: OpenSession,
  { no, passphrase }: ParsedInputOf<'staff.resetPassphrase'>,
): Promise<null> {
  const { engine, keys, staff } = open
  if (no === staff.no) throw new AppError('staff.ownPassphrase')
  requireStrongPassphrase(no, passphrase)
  const row = (await engine.call('staff.list', {}, staff)).find((each) => each.no === no)
  if (row === undefined) throw new AppError('staff.notFound')
  if (!row.active) throw new AppError('session.inactiveStaff')
  await engine.internal('staff.passphraseDue', { no, due: true }, staff)
  await keys.grant(no, passphrase)
  await note(open, 'staff.resetPassphrase', no)
  return null
}

/** Slot, then row: until the row is active its owner is refused. */
async function activate({ engine, keys, staff }: OpenSession, no: string): Promise<StaffRow> {
  await keys.resume(no)
  return engine.internal('staff.activate', { no, active: true }, staff)
}

/** Row, then slot: from the row on its owner is refused, whatever becomes of the slot. */
async function deactivate(open: OpenSession, no: string): Promise<StaffRow> {
  await requireAnotherKeeper(open, no)
  const row = await open.engine.internal('staff.activate', { no, active: false }, open.staff)
  await open.keys.suspend(no)
  return row
}

/** Somebody who can sign in must be left to keep the staff list, or the branch locks itself out. */
async function requireAnotherKeeper({ engine, keys, staff }: OpenSession, leaving: string): Promise<void> {
  const holders = keys.holders()
  const rows = await engine.call('staff.list', {}, staff)
  const stays = rows.some(
    ({ no, role, active }) => no !== leaving && active && KEEPERS.includes(role) && holders.includes(no),
  )
  if (!stays) throw new AppError('staff.lastAdmin')
}

async function note({ engine, staff }: OpenSession, action: RecordedAction, no: string): Promise<void> {
  await engine.internal('audit.record', { action, customerUid: null, detail: { no } }, staff)
}
