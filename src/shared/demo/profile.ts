import { type ImportProfile, importProfileSchema } from '../contract/import-profile.ts'
import { IMPORT_ENTITIES } from '../domain/imports/import-fields.ts'
import { extractFileName } from './csv.ts'
import { EXTRACT_COLUMNS } from './extract-columns.ts'

/** How the import reads the extract of `csv.ts`. The words in code columns are ones it knows without a map. */
export const DEMO_PROFILE: ImportProfile = importProfileSchema.parse({
  version: 1,
  name: '演示网点',
  files: IMPORT_ENTITIES.map((entity) => ({
    entity,
    file: extractFileName(entity),
    encoding: 'utf-8',
    delimiter: ',',
    fields: Object.fromEntries(
      EXTRACT_COLUMNS[entity].map(({ field, heading }) => [field, { column: heading }]),
    ),
  })),
})
