import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { KEEPER, KEEPER_PASSPHRASE } from './small-branch.ts'

/**
 * Another process that works in a small branch: `writer-process.ts FOLDER WORD closes|stays` commits a word; it closes
 * the branch well, or keeps it open until its input ends. Says `wrote` then.
 */
const [folder = '', word = '', then = ''] = process.argv.slice(2)
const { dataKey } = await Vault.at(folder, plainProtector).unlock(KEEPER, KEEPER_PASSPHRASE, Date.now())
const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'writer' })
connection.statement('UPDATE said SET word = ?').run(word)
if (then === 'closes') connection.close()
process.stdout.write('wrote\n')
if (then === 'stays') process.stdin.on('end', () => process.exit(0)).resume()
