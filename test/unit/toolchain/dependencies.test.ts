import { describe, expect, it } from 'vitest'
import { satisfies } from '../../../scripts/bootstrap/dependencies.ts'

const locked = {
  '': {},
  'node_modules/kysely': { version: '0.29.9' },
  'node_modules/bindings-for-another-system': { version: '1.0.0', optional: true },
}

describe('whether the installed packages are those of the lock file', () => {
  it('holds where every version agrees and only optional packages are absent', () => {
    expect(satisfies({ 'node_modules/kysely': { version: '0.29.9' } }, locked)).toBe(true)
  })

  it('fails where a package is missing', () => {
    expect(satisfies({}, locked)).toBe(false)
  })

  it('fails where a version differs, be it optional or not', () => {
    expect(satisfies({ 'node_modules/kysely': { version: '0.29.8' } }, locked)).toBe(false)
    const stale = { 'node_modules/bindings-for-another-system': { version: '0.9.0', optional: true } }
    expect(satisfies({ 'node_modules/kysely': { version: '0.29.9' }, ...stale }, locked)).toBe(false)
  })
})
