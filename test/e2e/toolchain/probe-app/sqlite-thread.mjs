import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'

const nativeBinding = process.env.HUIYAN_SQLITE_BINDING
const database = new Database(':memory:', nativeBinding ? { nativeBinding } : {})
database.exec('CREATE TABLE person (name TEXT PRIMARY KEY) STRICT')
const insert = database.prepare('INSERT INTO person VALUES (?)')
insert.run('王小明')

// Error codes and column names are what the addon keeps references to strings for.
let refusal = null
try {
  insert.run('王小明')
} catch (error) {
  refusal = error.code
}
parentPort.postMessage({
  refusal,
  rows: database.prepare('SELECT name, length(name) AS letters FROM person').all(),
  cipher: database.pragma('cipher', { simple: true }),
})
