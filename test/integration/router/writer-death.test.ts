import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import type { ImportProgress } from '../../../src/shared/contract/imports.ts'
import { condemn } from '../../support/engine/deathbed.ts'
import { Notebook } from '../../support/engine/mortal-engine.ts'
import { ExtractFolder, manyPeople } from '../../support/imports/extract-folder.ts'
import { found, type House, openHouse } from '../../support/router/open-house.ts'

const WORKER = new URL('../../support/engine/mortal-import-worker.ts', import.meta.url)

let house: House
let notebook: Notebook
let extract: ExtractFolder
beforeEach(async () => {
  notebook = new Notebook()
  extract = new ExtractFolder()
  house = openHouse({ worker: WORKER, watch: notebook })
  await found(house)
})
afterEach(async () => {
  await house.close()
  extract.remove()
})

test('an import whose writer died is rolled back by the next writer, windows are told, and work goes on', async () => {
  const { engine, staff } = house.sessions.opened()
  const profile = extract.write(manyPeople(400, 2))
  const input = { profile, folder: extract.path, rejectFolder: house.folder, asOf: null }
  condemn(databaseIn(house.folder), 'import')
  const sessionsTold = () => house.told.filter(({ topic }) => topic === 'session').length
  const toldBefore = sessionsTold()
  await expect(engine.job('imports.run', input, staff).done).rejects.toMatchObject({ code: 'engine.stopped' })
  // Told a session that is open already, a window reads everything anew.
  expect(sessionsTold()).toBe(toldBefore + 1)

  const states = async () => (await house.get('imports.list', {})).map(({ state }) => state)
  await expect.poll(states).toEqual(['failed'])
  const [sheet] = await house.get('imports.list', {})
  const ended = () =>
    house.told.flatMap(({ topic, message }) => (topic === 'import' ? [message as ImportProgress] : [])).at(-1)
  await expect.poll(ended).toMatchObject({ importUid: sheet?.uid, state: 'failed' })
  expect(await house.get('customers.counts', {})).toMatchObject({ customers: 0 })

  expect((await engine.job('imports.run', input, staff).done).state).toBe('done')
  expect(notebook.ends).toEqual([{ mode: 'writer', cause: 'exit' }])
})
