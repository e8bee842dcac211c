import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import type { Colleague } from '../../e2e/harness/staff.ts'
import { cli, PASSPHRASE } from '../../support/cli/command-line.ts'

export const HEAD: Colleague = { no: '8001', name: '方慧中', role: 'head', passphrase: PASSPHRASE }
const DEMO_DAY = '2026-11-20'
const CUSTOMERS = '200'

/** A branch in a folder of its own, made as an administrator makes one, and the key to look into it. */
export interface ChaosBranch {
  readonly folder: string
  readonly dataKey: Uint8Array
  remove(): void
}

export async function foundBranch(): Promise<ChaosBranch> {
  const root = mkdtempSync(join(tmpdir(), 'huiyan-chaos-'))
  const folder = join(root, 'data')
  const founder = ['--staff', HEAD.no, '--role', HEAD.role, '--name', HEAD.name]
  const demo = ['--demo', '--as-of', DEMO_DAY, '--customers', CUSTOMERS]
  const founded = await cli(['init', '--branch', '演示网点', ...founder, ...demo, '--data-dir', folder])
  if (founded.exitCode !== 0) throw new Error(`The branch could not be founded: ${founded.stderr}`)
  const { dataKey } = await Vault.at(folder, plainProtector).unlock(HEAD.no, HEAD.passphrase, Date.now())
  return { folder, dataKey, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Uids of everybody in a closed branch. */
export function peopleIn({ folder, dataKey }: ChaosBranch): readonly string[] {
  const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'reader' })
  const rows = connection.statement<{ uid: string }>('SELECT uid FROM customer ORDER BY id').all()
  connection.close()
  return rows.map(({ uid }) => uid)
}
