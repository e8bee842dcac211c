import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { FOUNDER, openHouse } from './open-house.ts'

/**
 * A process in which the founder is signed in and imports an extract, until it is killed:
 * `importing-house.ts FOLDER EXTRACT PROFILE`. Says a line for each step.
 */
const [folder = '', extract = '', profile = ''] = process.argv.slice(2)
const house = openHouse({
  folder,
  hear: (topic) => {
    if (topic === 'import') process.stdout.write('step\n')
  },
})
house.dialogs.folder = extract
await house.get('session.signIn', { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase })
const chosen = await house.get('imports.choose', { kind: 'folder' })
const asked = { token: chosen?.token ?? '', profile: importProfileSchema.parse(JSON.parse(profile)) }
await house.get('imports.run', asked)
