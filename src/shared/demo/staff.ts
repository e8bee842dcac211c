import { at } from './random.ts'
import type { DemoStaff } from './rows.ts'

/** The thirteen people of the demo branch, all invented. */
export const STAFF: readonly DemoStaff[] = [
  { no: '80001', name: '方慧中', role: 'head' },
  { no: '80002', name: '李敏', role: 'lobby' },
  { no: '80003', name: '宋嘉禾', role: 'lobby' },
  { no: '80004', name: '沈亦舟', role: 'rm' },
  { no: '80005', name: '何静怡', role: 'rm' },
  { no: '80006', name: '罗文博', role: 'rm' },
  { no: '80007', name: '欧阳晴', role: 'rm' },
  { no: '80008', name: '唐子安', role: 'rm' },
  { no: '80009', name: '许小满', role: 'teller' },
  { no: '80010', name: '蒋一帆', role: 'teller' },
  { no: '80011', name: '邵雨桐', role: 'teller' },
  { no: '80012', name: '石磊', role: 'teller' },
  { no: '80013', name: '管维', role: 'admin' },
]

/** Whether a number is one of theirs. Whoever founded the branch or was added later has a passphrase of their own. */
export function isDemoStaff(staffNo: string): boolean {
  return STAFF.some(({ no }) => no === staffNo)
}

/** What each of them signs in with. It is no secret: everything in a demo branch is invented. */
export function demoPassphrase(staffNo: string): string {
  return `demo-${staffNo}`
}

const MANAGERS = STAFF.filter((person) => person.role === 'rm')

/** The relationship manager of a customer who has one; customers are dealt out in turn. */
export function managerOf(index: number): string {
  return at(MANAGERS, index % MANAGERS.length).no
}
