import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EngineName, InputOf } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { BranchPeople, inventedId } from '../../support/customers/branch-people.ts'

const STAFF: readonly SessionStaff[] = [
  { no: '1001', name: '孙丽', role: 'teller' },
  { no: '2001', name: '周敏', role: 'lobby' },
  { no: '3001', name: '钱进', role: 'rm' },
  { no: '8001', name: '赵明', role: 'head' },
]

const invented = fc.record({
  name: fc
    .tuple(
      fc.constantFrom('王', '单', '欧阳', '尉迟', '𠮷', '阿依古丽·'),
      fc.constantFrom('建国', '娜娜', '㐂𠮷', '小红', '买买提'),
    )
    .map(([surname, given]) => surname + given),
  phone: fc.integer({ min: 0, max: 99_999_999 }).map((rest) => `100${String(rest).padStart(8, '0')}`),
  idNumber: fc
    .tuple(fc.integer({ min: 1950, max: 2009 }), fc.integer({ min: 0, max: 999 }))
    .map(([year, serial]) => inventedId(`${year}-07-19`, serial)),
  employer: fc.constantFrom('海角造船厂第二分厂', '天涯小学'),
  address: fc.constantFrom('浙江省杭州市西湖区无名路 88 号', '无名巷 5 号'),
  cardTail: fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }),
})

test('no result of any operation on customers but a reveal holds a name, a number or an address in the clear', () => {
  fc.assert(
    fc.property(fc.array(invented, { minLength: 2, maxLength: 4 }), (people) => {
      const branch = new BranchPeople()
      try {
        const added = people.map((person) => branch.add({ ...person, householdNo: 'H1' }))
        for (const [place, { id }] of added.entries()) {
          branch.card(id, `629999${people[place]?.cardTail}000`)
        }
        const [first, second] = added
        if (first === undefined || second === undefined) throw new Error('two were added')
        const pairUid = branch.pair(first.id, second.id)
        branch.tag(first.id, `${people[0]?.name} ${people[0]?.phone}`)
        branch.contact(first.id, '2026-11-01')
        branch.engine.run('intents.flag', { customerUid: first.uid, product: 'wealth', level: 'high' })
        branch.refresh()
        const secrets = people.flatMap((person) => [
          person.name,
          person.phone,
          person.idNumber,
          person.employer,
          person.address,
          `629999${person.cardTail}000`,
        ])
        for (const staff of STAFF) {
          const seen = everythingSeenBy(branch, staff, people, { uid: first.uid, pairUid })
          for (const secret of secrets) expect(seen).not.toContain(secret)
        }
      } finally {
        branch.close()
      }
    }),
    { numRuns: 8 },
  )
})

function everythingSeenBy(
  branch: BranchPeople,
  staff: SessionStaff,
  people: readonly { name: string; phone: string; idNumber: string; cardTail: number }[],
  { uid, pairUid }: { readonly uid: string; readonly pairUid: string },
): string {
  const results: unknown[] = []
  const see = <N extends EngineName>(name: N, input: InputOf<N>) =>
    results.push(branch.engine.run(name, input, staff))
  for (const person of people) {
    const texts = [
      person.name,
      [...person.name][0] ?? '',
      person.phone,
      person.phone.slice(-4),
      person.idNumber,
    ]
    for (const text of texts) {
      expect(branch.engine.run('customers.search', { text }, staff).lines.length).toBeGreaterThan(0)
      see('customers.search', { text })
    }
  }
  see('customers.browse', {})
  see('customers.open', { uid })
  see('customers.timeline', { uid })
  see('customers.duplicates', {})
  if (staff.role !== 'teller') see('customers.comparePair', { pairUid })
  see('customers.counts', {})
  return JSON.stringify(results)
}
