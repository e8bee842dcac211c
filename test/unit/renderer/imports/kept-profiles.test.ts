import { beforeEach, describe, expect, it } from 'vitest'
import {
  fittingProfile,
  keepProfile,
  keptProfiles,
} from '../../../../src/renderer/features/imports/profile/kept-profiles.ts'
import { type ImportProfile, importProfileSchema } from '../../../../src/shared/contract/import-profile.ts'

class Shelf {
  readonly #kept = new Map<string, string>()
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value)
  }
}

function profile(name: string, file: string): ImportProfile {
  const fields = { key: { column: 'id' }, name: { column: 'name' } }
  return importProfileSchema.parse({ version: 1, name, files: [{ entity: 'customers', file, fields }] })
}

describe('profiles that were run here', () => {
  let shelf: Shelf
  beforeEach(() => {
    shelf = new Shelf()
  })

  it('are offered with the last one first', () => {
    keepProfile(shelf, profile('one', 'a.csv'))
    keepProfile(shelf, profile('two', 'b.csv'))
    expect(keptProfiles(shelf).map(({ name }) => name)).toEqual(['two', 'one'])
  })

  it('are replaced by a newer one of the same name', () => {
    keepProfile(shelf, profile('one', 'a.csv'))
    keepProfile(shelf, profile('one', 'b.csv'))
    expect(keptProfiles(shelf)).toEqual([profile('one', 'b.csv')])
  })

  it('are at most ten', () => {
    for (let number = 1; number <= 12; number += 1) keepProfile(shelf, profile(`p${number}`, 'a.csv'))
    expect(keptProfiles(shelf)).toHaveLength(10)
  })

  it('are none where what was kept is damaged or of another time', () => {
    shelf.setItem('huiyan.importProfiles', '{')
    expect(keptProfiles(shelf)).toEqual([])
    shelf.setItem('huiyan.importProfiles', '[{"version":9}]')
    expect(keptProfiles(shelf)).toEqual([])
  })

  it('fit a folder by its files, the last used one before the others', () => {
    const profiles = [profile('new', 'b.csv'), profile('old', 'a.csv'), profile('older', 'a.csv')]
    expect(fittingProfile(profiles, ['a.csv'])?.name).toBe('old')
    expect(fittingProfile(profiles, ['c.csv'])).toBeUndefined()
  })
})
