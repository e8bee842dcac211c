import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBackup } from '../../../../src/main/vault/write-backup.ts'
import { PRODUCT_CODES } from '../../../../src/shared/domain/customer/products.ts'
import { ExtractFolder, manyPeople } from '../../../support/imports/extract-folder.ts'
import { FOUNDER, found, type House, openHouse } from '../../../support/router/open-house.ts'
import type { Acknowledged } from '../../harness/post-mortem.ts'

const PEOPLE = 20
const FLAGS_EACH = 5
export const EXTRACT_PEOPLE = 150

/** Where things lie under a watched folder. */
export const placesIn = (root: string) => ({
  data: join(root, 'data'),
  kept: join(root, 'kept'),
  firstBackup: join(root, 'kept', 'first.tar'),
  newBackup: join(root, 'kept', 'new.tar'),
})

/** A branch as work finds it: flags, a backup, and more flags since. */
export class BranchBefore {
  readonly #folder: string
  readonly extract: ExtractFolder
  /** Of the extract. */
  readonly profile: string
  /** In the backup too. */
  readonly flagsInBackup: readonly Acknowledged[]
  readonly flagsSince: readonly Acknowledged[]

  private constructor(
    folder: string,
    extract: ExtractFolder,
    flags: readonly [inBackup: Acknowledged[], since: Acknowledged[]],
  ) {
    this.#folder = folder
    this.extract = extract
    this.profile = join(extract.path, 'profile.json')
    this.flagsInBackup = flags[0]
    this.flagsSince = flags[1]
  }

  static async make(): Promise<BranchBefore> {
    const folder = emptyRoot()
    const { data, kept, firstBackup } = placesIn(folder)
    mkdirSync(kept)
    const house = openHouse({ folder: data })
    await found(house)
    await bringPeople(house)
    const inBackup = await flags(house)
    const { engine, keys, staff } = house.sessions.opened()
    await writeBackup({
      target: firstBackup,
      nowAt: house.clock.nowAt(),
      staffNo: staff.no,
      vault: await keys.forBackup(staff.no, FOUNDER.passphrase),
      witness: await engine.internal('audit.end', {}, staff),
      copyDatabase: (file) => engine.copyTo(file),
    })
    const since = await flags(house)
    await house.sessions.close()
    const extract = new ExtractFolder()
    const profile = extract.write(withARejectedRow())
    const made = new BranchBefore(folder, extract, [inBackup, since])
    writeFileSync(made.profile, JSON.stringify(profile))
    return made
  }

  get flags(): readonly Acknowledged[] {
    return [...this.flagsInBackup, ...this.flagsSince]
  }

  /** A copy of it under a root of its own. */
  copy(): string {
    const root = emptyRoot()
    cpSync(this.#folder, root, { recursive: true })
    return root
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
    this.extract.remove()
  }
}

/** The layer compares paths as they are, so no link may lead there. */
export function emptyRoot(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'huiyan-power-')))
}

/** Of an extract of its own, under keys that the import of a round does not have. */
async function bringPeople({ sessions }: House): Promise<void> {
  const extract = new ExtractFolder()
  const customers = Array.from({ length: PEOPLE }, (_, n) => ({ key: `B${n}`, name: '李四' }))
  const profile = { ...extract.write({ customers }), name: '从前的数据' }
  const { engine, staff } = sessions.opened()
  const order = { profile, folder: extract.path, rejectFolder: extract.path, asOf: null, again: false }
  await engine.job('imports.run', { ...order, allowOlder: false }, staff).done
  extract.remove()
}

async function flags({ get }: House): Promise<Acknowledged[]> {
  const { lines: people } = await get('customers.browse', { limit: FLAGS_EACH })
  const done: Acknowledged[] = []
  for (const [turn, { uid: customerUid }] of people.entries()) {
    const product = PRODUCT_CODES[turn % PRODUCT_CODES.length] ?? 'deposit'
    const { intent, evidenceUid } = await get('intents.flag', { customerUid, product, level: 'high' })
    done.push({ intentUid: intent.uid, evidenceUid })
  }
  return done
}

/** So that the import leaves a file of rejected rows too. */
function withARejectedRow() {
  const extract = manyPeople(EXTRACT_PEOPLE, 1)
  const [account] = extract.accounts ?? []
  return { ...extract, accounts: [...(extract.accounts ?? []), { ...account, key: 'A0', customerKey: 'C0' }] }
}
