/**
 * Does one kind of work again and again over a disk that is full at a later write each time:
 * `out-of-room.ts ROOT LAYER_FULL WORK FIRST STEP MOST`. One line of JSON a try; the last one is the try that went well
 * because the disk was full too late for it.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../../../../src/main/engine/connection.ts'
import { appErrorOf } from '../../../../src/main/engine/faults.ts'
import { type EngineWatch, UNWATCHED } from '../../../../src/main/engine/watch.ts'
import { plainProtector } from '../../../../src/main/vault/device-protector.ts'
import { restoreBackup } from '../../../../src/main/vault/restore-backup.ts'
import { databaseIn } from '../../../../src/main/vault/store-files.ts'
import { Vault } from '../../../../src/main/vault/vault.ts'
import { readVaultFile, VAULT_FILE } from '../../../../src/main/vault/vault-file.ts'
import { writeBackup } from '../../../../src/main/vault/write-backup.ts'
import { importProfileSchema } from '../../../../src/shared/contract/import-profile.ts'
import { AppError } from '../../../../src/shared/domain/branch/app-error.ts'
import { FOUNDER, type House, openHouse } from '../../../support/router/open-house.ts'
import { placesIn } from './branch-before.ts'
import { FullDisk } from './full-disk.ts'
import { sessionsIn, startAgain } from './next-start.ts'
import type { CrowdedWork, Tried } from './tries.ts'

const [root = '', control = '', work = '', extract = '', first = '1', step = '1', most = '1'] =
  process.argv.slice(2)
const { data, kept, firstBackup, newBackup } = placesIn(root)
const MS_PER_SECOND = 1_000
/** Between two changes of a passphrase, which make the key due. */
const MEANWHILE = 'in the meantime 8001'
const NOTHING = async (): Promise<void> => undefined
let restoredAt = Date.now()
const disk = new FullDisk(control)

/** One way to work: what is tried over the full disk, what of it is there, and what takes it back before the next try. */
interface Trial {
  /** Fails with the code of the refusal. */
  attempt(): Promise<void>
  /** Counts what a finished attempt adds one to. */
  count(): number
  /** After there is room: what interrupted work has left is cleared as the product clears it. */
  recover(): Promise<void>
  /** What was finished makes room for the next try. */
  takeBack(): Promise<void>
  close(): Promise<void>
}

const trial = await trialOf(work as CrowdedWork)
for (let turn = 0; turn < Number(most); turn++) {
  const write = Number(first) + turn * Number(step)
  const before = trial.count()
  disk.from(write, turn % 2 === 0 ? 'whole' : 'short')
  const code = await codeOf(() => trial.attempt())
  disk.makeRoom()
  await trial.recover()
  const added = trial.count() - before
  const again = code === 'ok' ? 'ok' : await codeOf(() => trial.attempt())
  const tried: Tried = { write, code, added, again, addedInAll: trial.count() - before }
  process.stdout.write(`${JSON.stringify(tried)}\n`)
  await trial.takeBack()
  if (code === 'ok') break
}
await trial.close()

async function codeOf(attempt: () => Promise<void>): Promise<string> {
  try {
    await attempt()
    return 'ok'
  } catch (error) {
    const { code, detail } = appErrorOf(error)
    return `${code} ${JSON.stringify(detail)}`
  }
}

async function trialOf(kind: CrowdedWork): Promise<Trial> {
  switch (kind) {
    case 'flag':
      return flagTrial(await openedHouse())
    case 'import':
      return importTrial(await openedHouse())
    case 'backup':
      return backupTrial(await openedHouse())
    case 'restore':
      return restoreTrial()
    case 'signIn':
      return signInTrial()
    case 'changeKey':
      return changeKeyTrial()
  }
}

async function openedHouse(): Promise<House> {
  const house = openHouse({ folder: data })
  await house.sessions.signIn(FOUNDER.no, FOUNDER.passphrase)
  return house
}

async function flagTrial(house: House): Promise<Trial> {
  const { lines: people } = await house.get('customers.browse', { limit: 1 })
  const customerUid = people[0]?.uid ?? ''
  return {
    attempt: async () => {
      const envelope = await house.call('intents.flag', { customerUid, product: 'fund', level: 'high' })
      if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.detail)
    },
    count: await counter('SELECT count(*) AS n FROM intent_evidence'),
    recover: NOTHING,
    takeBack: NOTHING,
    close: () => house.sessions.close(),
  }
}

async function importTrial(house: House): Promise<Trial> {
  const { engine, staff } = house.sessions.opened()
  const profile = importProfileSchema.parse(JSON.parse(readFileSync(join(extract, 'profile.json'), 'utf8')))
  const order = {
    profile,
    folder: extract,
    rejectFolder: join(data, 'rejects'),
    asOf: '2026-11-20',
    again: true,
    allowOlder: true,
  }
  let importUid = ''
  return {
    attempt: async () => {
      const sheet = await engine.job('imports.run', order, staff).done
      importUid = sheet.uid
    },
    count: await counter(`SELECT count(*) AS n FROM customer WHERE import_id IN
      (SELECT id FROM import_run WHERE profile_name = '测试数据')`),
    recover: async () => {
      await engine.job('imports.recover', {}, staff).done
    },
    takeBack: async () => {
      await engine.job('imports.undo', { importUid }, staff).done
    },
    close: () => house.sessions.close(),
  }
}

async function backupTrial(house: House): Promise<Trial> {
  const { engine, keys, staff } = house.sessions.opened()
  const vault = await keys.forBackup(staff.no, FOUNDER.passphrase)
  return {
    attempt: async () => {
      await writeBackup({
        target: newBackup,
        nowAt: house.clock.nowAt(),
        staffNo: staff.no,
        vault,
        witness: await engine.internal('audit.end', {}, staff),
        copyDatabase: (file) => engine.copyTo(file),
      })
    },
    // What is left beside it counts too.
    count: () => readdirSync(kept).length,
    recover: NOTHING,
    takeBack: async () => {
      await restoreBackup(restoreOf(newBackup, join(root, 'proof')))
      rmSync(join(root, 'proof'), { recursive: true })
      rmSync(newBackup)
    },
    close: () => house.sessions.close(),
  }
}

/** Each one that is finished leaves a folder with what was there before; a stage that is left counts too. */
async function restoreTrial(): Promise<Trial> {
  return {
    attempt: async () => {
      await restoreBackup(restoreOf(firstBackup, data))
    },
    count: () => readdirSync(data).filter((name) => /^(damaged|restoring)-/.test(name)).length,
    recover: async () => {
      const start = await startAgain(data, [FOUNDER.passphrase])
      if (start.state !== 'opened') throw new Error(`the branch does not open: ${JSON.stringify(start)}`)
    },
    takeBack: NOTHING,
    close: NOTHING,
  }
}

function signInTrial(): Trial {
  return {
    attempt: async () => {
      const sessions = sessionsIn(data)
      try {
        await sessions.signIn(FOUNDER.no, FOUNDER.passphrase)
      } finally {
        await sessions.close()
      }
    },
    count: () => 0,
    recover: NOTHING,
    takeBack: NOTHING,
    close: NOTHING,
  }
}

/** A sign-in on whose way the key is due to be changed: it goes on with the old key where there is no room for the copy. */
async function changeKeyTrial(): Promise<Trial> {
  const salts = new Set<string>()
  const makeDue = async () => {
    const vault = Vault.at(data, plainProtector)
    const now = Date.now()
    await vault.changePassphrase(FOUNDER.no, FOUNDER.passphrase, MEANWHILE, now)
    await vault.changePassphrase(FOUNDER.no, MEANWHILE, FOUNDER.passphrase, now)
  }
  await makeDue()
  return {
    attempt: async () => {
      let why: AppError | null = null
      const failed: EngineWatch['failed'] = ({ code }) => {
        why = new AppError(code ?? 'engine.internal')
      }
      const sessions = sessionsIn(data, { ...UNWATCHED, failed })
      try {
        const { keys } = await sessions.signIn(FOUNDER.no, FOUNDER.passphrase).then(() => sessions.opened())
        if (keys.state().state === 'due') throw why ?? new Error('the key was left as it was, without a word')
      } finally {
        await sessions.close()
      }
    },
    count: () => salts.add(readVaultFile(join(data, VAULT_FILE)).databaseSalt ?? '').size,
    recover: NOTHING,
    takeBack: makeDue,
    close: NOTHING,
  }
}

function restoreOf(file: string, folder: string) {
  // Each keeps the old files in a folder named by the second.
  restoredAt += MS_PER_SECOND
  return { file, folder, protector: plainProtector, passphrase: FOUNDER.passphrase, nowAt: restoredAt }
}

/** Counts over a connection of its own, which reads and never writes. */
async function counter(sql: string): Promise<() => number> {
  const vault = Vault.at(data, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, Date.now())
  return () => {
    const connection = Connection.open({ file: databaseIn(data), dataKey, mode: 'reader' })
    try {
      return connection.statement<{ n: number }>(sql).get()?.n ?? Number.NaN
    } finally {
      connection.close()
    }
  }
}
