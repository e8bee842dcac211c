import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { systemClock } from '../../../src/main/session/clock.ts'
import { foundBranch } from '../../../src/main/session/found-branch.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { KeyChange } from '../../../src/main/vault/key-change.ts'
import { sweepLeftovers } from '../../../src/main/vault/leftovers.ts'
import { restoreBackup } from '../../../src/main/vault/restore-backup.ts'
import { inspectStore } from '../../../src/main/vault/store-faults.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { backUp, KEEPER, KEEPER_PASSPHRASE, PEOPLE, saidTo } from './small-branch.ts'

const NOON = Date.parse('2026-11-20T12:00:00+08:00')
const WORKER = new URL('../../../src/main/engine-worker.ts', import.meta.url)
const NEXT_PASSPHRASE = 'another one of 1001'

/** Something that is done to a branch's folder, and how the folder is looked at afterwards. */
interface Act {
  /** Gets ready, then does it: only what is returned meets a mishap. */
  readonly prepare: (folder: string, beside: string) => Promise<() => Promise<unknown>>
  /** What a start and a sign-in find. */
  readonly look: (folder: string, beside: string) => Promise<readonly string[]>
}

export const ACTS = {
  /** `beside` is the backup of another branch. */
  restore: {
    prepare: async (folder, beside) => () => restore(beside, folder),
    look: async (folder) => [await saidTo(folder, KEEPER, KEEPER_PASSPHRASE)],
  },
  /** `beside` is the file to be written; it has to be restorable where it is there. */
  backup: {
    prepare: async (folder, beside) => () => backUp(folder, beside),
    look: async (folder, beside) => {
      const said = await saidTo(folder, KEEPER, KEEPER_PASSPHRASE)
      if (!existsSync(beside)) return [said, 'none']
      const elsewhere = `${folder}-elsewhere`
      await restore(beside, elsewhere)
      const restored = await saidTo(elsewhere, KEEPER, KEEPER_PASSPHRASE)
      rmSync(elsewhere, { recursive: true })
      rmSync(beside)
      return [said, restored]
    },
  },
  found: {
    prepare: async (folder) => () => found(folder),
    look: async (folder) => {
      const { state } = existsSync(folder) ? inspectStore(folder) : { state: 'no-branch' }
      if (state === 'no-branch') await found(folder)
      const { dataKey } = await Vault.at(folder, plainProtector).unlock(KEEPER, KEEPER_PASSPHRASE, NOON)
      const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'writer' })
      const staff = connection.statement<{ no: string }>('SELECT no FROM staff').get()
      connection.close()
      return [state, staff?.no ?? '']
    },
  },
  changeKey: {
    prepare: async (folder) => {
      const { vault, dataKey } = await opened(folder)
      return () => changeKey(folder, vault, dataKey)
    },
    look: (folder) => Promise.all(PEOPLE.map(([no, passphrase]) => saidTo(folder, no, passphrase))),
  },
  changePassphrase: {
    prepare: async (folder) => {
      const { vault } = await opened(folder)
      return () => vault.changePassphrase(KEEPER, KEEPER_PASSPHRASE, NEXT_PASSPHRASE, NOON)
    },
    look: async (folder) => [
      await saidTo(folder, KEEPER, KEEPER_PASSPHRASE),
      await saidTo(folder, KEEPER, NEXT_PASSPHRASE),
    ],
  },
} satisfies Readonly<Record<string, Act>>

export type ActName = keyof typeof ACTS

/** What is in the folder beside a branch at rest, once it was swept as a sign-in sweeps it. */
export function leftIn(folder: string): readonly string[] {
  sweepLeftovers(folder)
  const atRest = ['attempts.json', 'branch.db', 'chain.witness', 'device.key', 'vault.json']
  // A restore keeps what was there; the lock of a dead process is nobody's and is taken over.
  const kept = (name: string) => name.startsWith('damaged-') || name.endsWith('.lock')
  return readdirSync(folder).filter((name) => !atRest.includes(name) && !kept(name))
}

function restore(file: string, folder: string) {
  return restoreBackup({
    file,
    folder,
    protector: plainProtector,
    passphrase: KEEPER_PASSPHRASE,
    nowAt: NOON,
  })
}

function found(folder: string): Promise<void> {
  return foundBranch(
    {
      keepsFactsOfToday: false,
      dataFolder: folder,
      protector: plainProtector,
      engine: { worker: WORKER, readers: 0 },
      clock: systemClock,
      demo: { seed: 7, asOf: '2026-11-20', customers: 10 },
      publish: () => undefined,
    },
    {
      kind: 'new',
      role: 'head',
      branchName: '测试网点',
      staffNo: KEEPER,
      staffName: '方慧中',
      passphrase: KEEPER_PASSPHRASE,
    },
  )
}

async function changeKey(folder: string, vault: Vault, dataKey: Uint8Array): Promise<void> {
  const change = KeyChange.begin(folder, vault)
  if (change === null) throw new Error('not due')
  try {
    await change.fill(async (copy, under) => {
      const old = Connection.open({ file: databaseIn(folder), dataKey, mode: 'reader' })
      try {
        old.copyUnderKey(copy, { from: dataKey, to: under }, undefined)
      } finally {
        old.close()
      }
    })
    await change.install(vault, dataKey, new Set(PEOPLE.map(([no]) => no)))
  } finally {
    change.end()
  }
}

async function opened(folder: string): Promise<{ vault: Vault; dataKey: Uint8Array }> {
  const vault = Vault.at(folder, plainProtector)
  const { dataKey } = await vault.unlock(KEEPER, KEEPER_PASSPHRASE, NOON)
  return { vault, dataKey }
}

/** Where a template of this act lies, below the root of a test. */
export function templateOf(root: string, name: ActName): string | null {
  return name === 'found' ? null : join(root, name === 'changeKey' ? 'left' : 'old')
}
