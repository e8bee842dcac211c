import type { SessionStaff } from '../../shared/contract/session.ts'
import { shortWitness } from '../../shared/domain/branch/witness.ts'
import type { EnginePool } from '../engine/pool.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Lets the vault remember the chain's end at a sign-in. Where a backup was put in place since the last one, a link says so first
 * and names both ends: of the chain that goes on, and of the one that was replaced.
 */
export async function rememberChain(engine: EnginePool, vault: Vault, staff: SessionStaff): Promise<void> {
  const restored = vault.content().chain?.restored ?? null
  if (restored !== null) {
    const { end, replaced, createdAt } = restored
    const detail = {
      createdAt,
      backup: shortWitness(end),
      replaced: replaced === null ? null : shortWitness(replaced),
    }
    const entry = { action: 'store.restored' as const, customerUid: null, detail }
    await engine.internal('audit.record', entry, staff)
  }
  await rememberEnd(engine, vault, staff)
}

/** The same without a look at restores, at the end of a session. */
export async function rememberEnd(engine: EnginePool, vault: Vault, staff: SessionStaff): Promise<void> {
  await vault.remember({ witness: await engine.internal('audit.end', {}, staff), restored: null })
}
