import { join } from 'node:path'
import type { ComparedWitness } from '../../../shared/contract/audit.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { readShortWitness, type Witness } from '../../../shared/domain/branch/witness.ts'
import { readWitnessFile, WITNESS_FILE } from '../../engine/chain/witness-file.ts'
import type { SessionController } from '../../session/session-controller.ts'
import { readVaultFile, VAULT_FILE } from '../../vault/vault-file.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

interface Kept {
  readonly from: ComparedWitness['from']
  readonly witness: Witness
}

/** What the database alone cannot tell: the witnesses that are kept outside of it. */
export function auditTasks(sessions: SessionController): ShellTasksOf<'audit'> {
  return {
    'audit.compareWitnesses': async ({ typed }) => {
      const { engine, staff } = sessions.opened()
      const { dataFolder } = sessions
      const chain = readVaultFile(join(dataFolder, VAULT_FILE)).chain
      const file = readWitnessFile(join(dataFolder, WITNESS_FILE))
      const kept: Kept[] = []
      if (typed !== null) kept.push({ from: 'typed', witness: witnessTyped(typed) })
      if (file !== null && file !== 'unreadable') kept.push({ from: 'file', witness: file })
      const remembered = chain?.witness ?? null
      if (remembered !== null) kept.push({ from: 'vault', witness: remembered })
      const gaps = await engine.internal(
        'audit.gaps',
        { witnesses: kept.map(({ witness }) => witness) },
        staff,
      )
      return {
        newest: await engine.internal('audit.end', {}, staff),
        compared: kept.map(({ from, witness }, index) => ({
          from,
          seq: witness.seq,
          state: gaps[index] ?? 'same',
        })),
        checked: chain?.checked ?? null,
      }
    },
    'audit.keepChecked': async ({ seq, hash }) => {
      const { engine, keys, staff } = sessions.opened()
      const reached = { seq, hash, at: sessions.nowAt() }
      const kept = readVaultFile(join(sessions.dataFolder, VAULT_FILE)).chain?.checked ?? null
      const witnesses = kept === null ? [reached] : [reached, kept]
      const [ofReached, ofKept] = await engine.internal('audit.gaps', { witnesses }, staff)
      // A link that the chain does not have was not recomputed; and a check that was left early forgets no longer one.
      const isFarther = kept === null || seq >= kept.seq || ofKept !== null
      if (ofReached === null && isFarther) await keys.rememberChecked(reached)
      return null
    },
  }
}

/** Throws `audit.noWitness` for a text that is none. */
function witnessTyped(text: string): Witness {
  const short = readShortWitness(text)
  if (short === null) throw new AppError('audit.noWitness')
  return { ...short, at: 0 }
}
