import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChainPosition, ChainVerdict } from '../../../shared/contract/audit.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { readShortWitness, shortWitness, type Witness } from '../../../shared/domain/branch/witness.ts'
import { chainCheckIn } from '../../vault/known-witnesses.ts'
import { unpackBackup } from '../../vault/unpack-backup.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { type BranchSession, withBranch } from '../branch-session.ts'
import type { Command, CommandContext } from '../command.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Recomputes the chain of the audit and says whether anything was changed or taken out.',
  usage: '[--from POSITION | --new] [--witness END] [--backup FILE]',
  operands: [],
  options: {
    from: { type: 'string' },
    new: { type: 'boolean' },
    witness: { type: 'string' },
    backup: { type: 'string' },
  },
  explains: {
    from: 'goes on from the position that an interrupted check answered',
    new: 'only what was written since the last sign-in',
    witness: 'compares the end of the chain at the foot of a printed list, such as 1204-3f9a1c2b',
    backup: 'compares the end of the chain that a backup file names',
  },
  run: async (given, context) => {
    const from = positionGiven(given)
    const witnesses = await witnessesGiven(given)
    return withBranch(given, context, async (session) => {
      await requireContained(session, witnesses)
      const checked = await checkFrom(from, session, context)
      if ('position' in checked) return { cancelled: true, ...checked }
      const { verdict } = checked
      if (!verdict.intact) {
        const { brokenAt, reason, entries } = verdict
        throw new AppError('audit.broken', { brokenAt, reason, entries })
      }
      const { entries: seq, lastHash: hash } = verdict
      return { ...verdict, end: shortWitness({ seq, hash }), witnesses: witnesses.length }
    })
  },
}

/** Part by part, with its progress; interrupted, it answers where it was. */
async function checkFrom(
  from: ChainPosition | null,
  { ask }: BranchSession,
  { say, onInterrupt }: CommandContext,
): Promise<{ readonly verdict: ChainVerdict } | { readonly position: string }> {
  const stop = new AbortController()
  const letGo = onInterrupt(() => stop.abort())
  try {
    for (let position = from, told = 0; ; ) {
      const part = await ask('audit.verifyPart', { from: position })
      if (part.state === 'done') return { verdict: part.verdict }
      const { next, done, of } = part
      position = next
      const tenths = Math.floor((10 * done) / of)
      if (tenths > told) say(`audit verify: ${done} / ${of}`)
      told = tenths
      if (stop.signal.aborted && next.part === 'links') return { position: `${next.seq}-${next.hash}` }
    }
  } finally {
    letGo()
  }
}

/** Where to begin; null is the first link. Throws `UsageError`. */
function positionGiven(given: Arguments): ChainPosition | null {
  const text = given.text('from')
  if (text !== null) {
    const read = readShortWitness(text)
    if (read === null || read.hash.length !== 64)
      throw new UsageError('--from takes the position that a check answered')
    return { part: 'links', ...read }
  }
  if (!given.flag('new')) return null
  // Of the last session: signing in for this one puts the vault's witness at the end.
  const [last] = chainCheckIn(given.folder('data-dir')).witnesses
  return last === undefined ? null : { part: 'links', seq: last.seq, hash: last.hash }
}

/** Witnesses from outside this PC. Throws `UsageError`, also for a backup that names none, and `backup.*`. */
async function witnessesGiven(given: Arguments): Promise<readonly Witness[]> {
  const text = given.text('witness')
  const short = text === null ? null : readShortWitness(text)
  if (text !== null && short === null)
    throw new UsageError('--witness takes the end of the chain from a printed list')
  const file = given.text('backup')
  const ofBackup = file === null ? [] : [await witnessOf(file)]
  return [...(short === null ? [] : [{ ...short, at: 0 }]), ...ofBackup]
}

async function witnessOf(file: string): Promise<Witness> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-manifest-'))
  try {
    const { witness } = await unpackBackup(file, folder)
    // Else the answer would be that all is well, and nothing would have been compared.
    if (witness === undefined) {
      throw new UsageError('this backup names no end of the chain: give one that a newer version made')
    }
    return witness
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Throws `audit.notWitnessed` for the first that the chain lacks. */
async function requireContained(
  { engine, staff }: BranchSession,
  witnesses: readonly Witness[],
): Promise<void> {
  const gaps = await engine.internal('audit.gaps', { witnesses }, staff)
  witnesses.forEach(({ seq }, index) => {
    const how = gaps[index] ?? null
    if (how !== null) throw new AppError('audit.notWitnessed', { link: seq, reason: how })
  })
}
