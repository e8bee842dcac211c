import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { COUNTER, type Role } from '../../../src/shared/domain/branch/roles.ts'
import { BranchPeople } from '../../support/customers/branch-people.ts'

/** Invented facts, one of each kind that tells how somebody lives; an income is kept in fen. */
const FACTS = {
  housing: '自有住房两套',
  income: '38765432',
  marriage: '离异',
  education: '博士研究生',
  family: '两孩,长女在读高中',
  hobbies: '冬泳和集邮',
}

/** Who reads them, by the rule's own words (P2): account managers and the head, with a reason. */
const READS: Readonly<Record<Role, boolean>> = {
  teller: false,
  lobby: false,
  rm: true,
  head: true,
  admin: false,
}

let branch: BranchPeople
let uid: string
beforeEach(() => {
  branch = new BranchPeople()
  const added = branch.add({ name: '王一', phone: '10012345678' })
  uid = added.uid
  branch.engine.connection
    .statement(
      `UPDATE customer SET housing = ?, income_fen = ?, marriage = ?, education = ?, family = ?, hobbies = ?
       WHERE id = ?`,
    )
    .run(
      FACTS.housing,
      Number(FACTS.income),
      FACTS.marriage,
      FACTS.education,
      FACTS.family,
      FACTS.hobbies,
      added.id,
    )
  branch.refresh()
})
afterEach(() => branch.close())

const staffOf = (role: Role): SessionStaff => ({ no: '9001', name: '冯远', role })

describe.each(COUNTER)('P2, C2: the %s', (role) => {
  test('sees of how somebody lives that it is known, and nothing of it', () => {
    const shown = branch.engine.run('customers.open', { uid }, staffOf(role))
    for (const [field, secret] of Object.entries(FACTS)) {
      expect(JSON.stringify(shown)).not.toContain(secret)
      expect(shown.fields.find((each) => each.field === field)).toMatchObject({ text: '***', masked: true })
    }
  })

  test('reads it with a reason where the role may, and is refused where it may not', () => {
    const staff = staffOf(role)
    branch.engine.run('customers.open', { uid }, staff)
    const reveal = () =>
      branch.engine.run('customers.reveal', { uid, group: 'personal', reason: '面谈前了解情况' }, staff)
    if (READS[role]) {
      expect(Object.fromEntries(reveal().map(({ field, text }) => [field, text]))).toEqual(FACTS)
    } else {
      expect(reveal).toThrowError('customers.revealNotAllowed')
    }
  })
})
