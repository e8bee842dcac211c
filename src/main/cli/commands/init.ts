import { session as contract } from '../../../shared/contract/session.ts'
import { ROLES } from '../../../shared/domain/branch/roles.ts'
import { SessionController } from '../../session/session-controller.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { sessionOptions } from '../branch-session.ts'
import type { Command } from '../command.ts'
import { passphraseOf } from '../passphrase.ts'

export const init: Command = {
  name: 'init',
  summary: 'Founds a branch in a folder, with one member of staff who can sign in.',
  usage: '--branch NAME --staff NO --role ROLE [--name NAME] [--demo [--as-of DATE] [--customers N]]',
  operands: [],
  options: {
    branch: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    demo: { type: 'boolean' },
    'as-of': { type: 'string' },
    customers: { type: 'string' },
  },
  explains: {
    branch: 'the branch as lists and screens name it',
    role: `one of ${ROLES.join(', ')}`,
    name: 'the name of the member of staff; the number where it is left out',
    demo: 'fills the branch with invented customers',
    'as-of': 'the day a demo branch lives in; today where it is left out',
    customers: 'how many customers a demo branch has',
  },
  run: async (given, context) => {
    const staffNo = given.required('staff')
    const role = given.oneOf('role', ROLES)
    const input = {
      kind: given.flag('demo') ? ('demo' as const) : ('new' as const),
      branchName: given.required('branch'),
      staffNo,
      staffName: given.text('name') ?? staffNo,
    }
    const asOf = given.date('as-of')
    const customers = customersOf(given)
    const options = sessionOptions(given.folder('data-dir'), context, {
      ...(asOf === null ? {} : { asOf }),
      ...(customers === null ? {} : { customers }),
    })
    const founding = contract.createBranch.input.safeParse({
      ...input,
      passphrase: await passphraseOf(context),
    })
    if (!founding.success)
      throw new UsageError('a staff number has 2 to 16 letters and digits, a name up to 40 characters')
    const sessions = new SessionController(options)
    try {
      await sessions.createBranch({ ...founding.data, role })
      const { branchName, kind } = input
      return { branch: branchName, demo: kind === 'demo', staff: { no: staffNo, role } }
    } finally {
      await sessions.close()
    }
  },
}

function customersOf(given: Arguments): number | null {
  const text = given.text('customers')
  if (text === null) return null
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError('--customers takes a number')
  return Number(text)
}
