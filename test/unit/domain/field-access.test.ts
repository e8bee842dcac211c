import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import {
  CLASS_OF_FIELD,
  CUSTOMER_FIELDS,
  fieldsOpenedBy,
  isMaskedField,
  mayReveal,
  revealGroupsOf,
} from '../../../src/shared/domain/customer/field-access.ts'

describe('P2: who sees what', () => {
  it('lets the counter open name and phone, the managers everything, the administrator nothing', () => {
    expect(revealGroupsOf('teller')).toEqual(['phone', 'name'])
    expect(revealGroupsOf('lobby')).toEqual(['phone', 'name'])
    expect(revealGroupsOf('rm')).toEqual(['phone', 'name', 'id', 'address', 'personal', 'all'])
    expect(revealGroupsOf('head')).toEqual(['phone', 'name', 'id', 'address', 'personal', 'all'])
    expect(revealGroupsOf('admin')).toEqual([])
  })

  it('does not open everything to a role that may not open each part', () => {
    for (const role of ROLES) {
      const parts = (['phone', 'name', 'id', 'address', 'personal'] as const).every((group) =>
        mayReveal(role, group),
      )
      expect(mayReveal(role, 'all')).toBe(parts)
    }
  })

  it('opens a field by its own group or by all, by no other', () => {
    expect(fieldsOpenedBy('name')).toEqual(['name'])
    expect(fieldsOpenedBy('phone')).toEqual(['phone', 'furtherPhones'])
    expect(fieldsOpenedBy('id')).toEqual(['idNumber'])
    expect(fieldsOpenedBy('address')).toEqual(['employer', 'address'])
    expect(fieldsOpenedBy('personal')).toEqual([
      'housing',
      'income',
      'marriage',
      'education',
      'family',
      'hobbies',
    ])
    expect(fieldsOpenedBy('all')).toEqual(CUSTOMER_FIELDS.filter(isMaskedField))
  })

  it('masks no field of a class that is shown clear, and keeps no secret (class C3) at all', () => {
    for (const field of CUSTOMER_FIELDS.filter(isMaskedField)) expect(CLASS_OF_FIELD[field]).toBe('C2')
    expect(Object.values(CLASS_OF_FIELD)).not.toContain('C3')
  })
})
