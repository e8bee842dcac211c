import type { Role } from '../../../src/shared/domain/branch/roles.ts'

/** Somebody who works at a branch of a test, with the passphrase that lets them in. */
export interface Colleague {
  readonly no: string
  readonly name: string
  readonly role: Role
  readonly passphrase: string
}

/** Who founds a branch is its head. */
export const HEAD: Colleague = { no: '8001', name: '方慧中', role: 'head', passphrase: 'founder of 8001' }
export const LOBBY: Colleague = { no: '8002', name: '李敏', role: 'lobby', passphrase: 'lobby of 8002' }
export const TELLER: Colleague = { no: '8009', name: '许小满', role: 'teller', passphrase: 'teller of 8009' }
export const RM: Colleague = { no: '8005', name: '周正', role: 'rm', passphrase: 'manager of 8005' }
