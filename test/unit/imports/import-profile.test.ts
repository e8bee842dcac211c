import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseImportProfile } from '../../../src/main/features/imports/reading/parse-profile.ts'
import { type ImportProfileInput, importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { fieldsOf, IMPORT_ENTITIES } from '../../../src/shared/domain/imports/import-fields.ts'
import { ROW_PROBLEM_CODES } from '../../../src/shared/domain/imports/import-rows.ts'

type FileInput = ImportProfileInput['files'][number]

const CUSTOMERS: FileInput = {
  entity: 'customers',
  file: 'customers.csv',
  fields: { key: { column: 'id' }, name: { column: 'name' } },
}

function parse(...files: unknown[]) {
  return parseImportProfile(JSON.stringify({ version: 1, name: 'test', files }))
}

function faultOf(...files: unknown[]): unknown {
  try {
    parse(...files)
  } catch (error) {
    return error
  }
  return null
}

describe('a profile (D1)', () => {
  it('may leave out everything that has a default', () => {
    expect(parse(CUSTOMERS).files[0]).toMatchObject({
      encoding: 'auto',
      delimiter: 'auto',
      header: true,
      decimal: '.',
      unit: 'yuan',
      dateFormat: 'auto',
      fillerDates: 'auto',
      rateUnit: 'percent',
      optional: false,
    })
  })

  it.each([
    [
      'an unknown field',
      { ...CUSTOMERS, fields: { ...CUSTOMERS, shoeSize: { column: 'x' } } },
      /^files\.0\.fields/,
    ],
    [
      'a missing required field',
      { ...CUSTOMERS, fields: { key: { column: 'id' } } },
      /^files\.0\.fields\.name$/,
    ],
    [
      'an unknown step',
      { ...CUSTOMERS, fields: { key: { column: 'id', uper: true } } },
      /^files\.0\.fields\.key$/,
    ],
    [
      'two sources',
      { ...CUSTOMERS, fields: { key: { column: 'id', constant: '1' } } },
      /^files\.0\.fields\.key$/,
    ],
    ['a way out of the folder', { ...CUSTOMERS, file: '../customers.csv' }, /^files\.0\.file/],
    ['a misspelt key', { ...CUSTOMERS, encodng: 'utf-8' }, /^files\.0$/],
    ['an endless column', { ...CUSTOMERS, sheet: 'x'.repeat(2_001) }, /^files\.0\.sheet$/],
    [
      'an endless constant',
      { ...CUSTOMERS, fields: { key: { column: 'id' }, name: { constant: 'x'.repeat(2_001) } } },
      /^files\.0\.fields\.name/,
    ],
    ['an unknown encoding', { ...CUSTOMERS, encoding: 'euc-tw' }, /^files\.0\.encoding$/],
    ['no header and no columns', { ...CUSTOMERS, header: false }, /^files\.0\.columns$/],
    [
      'a loan without an owner',
      { entity: 'loans', file: 'l.csv', fields: { key: { column: 'id' } } },
      /^files\.0\.fields\.customerKey$/,
    ],
    [
      'a two-digit year without a pivot',
      {
        ...CUSTOMERS,
        dateFormat: 'YYMMDD',
        fields: { key: { column: 'id' }, name: { column: 'n' }, birthOn: { column: 'b' } },
      },
      /^files\.0\.fields\.birthOn$/,
    ],
    [
      'a lookup that no file provides',
      {
        ...CUSTOMERS,
        fields: {
          key: { column: 'id' },
          name: { firstOf: [{ lookup: 'x', by: { column: 'id' }, take: 'y' }] },
        },
      },
      /^files\.0\.fields\.name\.firstOf\.0\.lookup$/,
    ],
  ])('with %s is refused at its place', (_, file, at) => {
    expect(faultOf(file)).toMatchObject({
      code: 'imports.profileInvalid',
      detail: { path: expect.stringMatching(at), reason: expect.stringMatching(/\S/) },
    })
  })

  it('of another version, or that is no JSON, is refused', () => {
    expect(() => parseImportProfile('{"version":2,"name":"x","files":[]}')).toThrowError(
      'imports.profileInvalid',
    )
    expect(() => parseImportProfile('version: 1')).toThrowError('imports.profileInvalid')
  })

  it('that nobody would write is refused without being told back', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? { column: 'id' } : { firstOf: [nested(depth - 1)] }
    const endless = [
      { ...CUSTOMERS, sheet: 'x'.repeat(1_000_001) },
      { ...CUSTOMERS, fields: { key: { column: 'id' }, name: nested(2_000) } },
      { ...CUSTOMERS, ['x'.repeat(5_000)]: 1 },
      { ...CUSTOMERS, fields: { ['x'.repeat(5_000)]: { column: 'id' } } },
    ]
    for (const file of endless) {
      const fault = faultOf(file)
      expect(fault).toMatchObject({ code: 'imports.profileInvalid' })
      expect(JSON.stringify(fault).length).toBeLessThan(1_000)
    }
  })

  it('may begin with a byte order mark', () => {
    const text = JSON.stringify({ version: 1, name: 'x', files: [CUSTOMERS] })
    expect(parseImportProfile(`\ufeff${text}`).name).toBe('x')
  })

  it('has its schema published beside the manual, in step with what is accepted', () => {
    const published = readFileSync(
      new URL('../../../docs/import-profile.schema.json', import.meta.url),
      'utf8',
    )
    expect(JSON.parse(published)).toEqual(z.toJSONSchema(importProfileSchema, { io: 'input' }))
  })

  it('every field and every problem code is explained in the manual', () => {
    const manual = readFileSync(new URL('../../../docs/import-profile.md', import.meta.url), 'utf8')
    for (const entity of IMPORT_ENTITIES) {
      for (const field of Object.keys(fieldsOf(entity)))
        expect(manual, `${entity}.${field}`).toContain(`\`${field}\``)
    }
    for (const code of ROW_PROBLEM_CODES) expect(manual).toContain(`\`${code}\``)
  })

  it('in the manual is valid', () => {
    const manual = readFileSync(new URL('../../../docs/import-profile.md', import.meta.url), 'utf8')
    const examples = [...manual.matchAll(/```json\n(\{\s*"version"[\s\S]*?)```/g)].map(
      (match) => match[1] ?? '',
    )
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(parseImportProfile(example).version).toBe(1)
  })
})
