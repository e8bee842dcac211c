import { describe, expect, it } from 'vitest'
import {
  CLASS_OF_FIELD,
  type FieldClass,
  GROUP_OF_MASKED_FIELD,
  isRevealed,
  mayReveal,
  revealGroupsOf,
  visibleFields,
} from '../../../src/shared/domain/field-access.ts'
import { ROLES } from '../../../src/shared/domain/roles.ts'

describe('P2: who sees what', () => {
  it('starts masked for everybody, the head included', () => {
    for (const role of ROLES) expect(visibleFields(role).C2).toBe('masked')
  })

  it('lets the counter open name and phone, the managers everything, the administrator nothing', () => {
    expect(revealGroupsOf('teller')).toEqual(['phone', 'name'])
    expect(revealGroupsOf('lobby')).toEqual(['phone', 'name'])
    expect(revealGroupsOf('rm')).toEqual(['phone', 'name', 'id', 'address', 'all'])
    expect(revealGroupsOf('head')).toEqual(['phone', 'name', 'id', 'address', 'all'])
    expect(revealGroupsOf('admin')).toEqual([])
  })

  it('does not open everything to a role that may not open each part', () => {
    for (const role of ROLES) {
      const parts = (['phone', 'name', 'id', 'address'] as const).every((group) => mayReveal(role, group))
      expect(mayReveal(role, 'all')).toBe(parts)
    }
  })

  it('opens a field by its own group or by all, by no other', () => {
    expect(isRevealed('phone', new Set(['phone']))).toBe(true)
    expect(isRevealed('idNumber', new Set(['phone', 'name', 'address']))).toBe(false)
    expect(isRevealed('idNumber', new Set(['all']))).toBe(true)
    expect(isRevealed('name', new Set())).toBe(false)
  })

  it('masks no field of a class that is shown clear, and keeps no secret (C3) at all', () => {
    const classes: Record<string, FieldClass> = CLASS_OF_FIELD
    for (const field of Object.keys(GROUP_OF_MASKED_FIELD)) expect(classes[field]).toBe('C2')
    expect(Object.values(classes)).not.toContain('C3')
  })
})
