import { PRODUCT_CODES } from '../../../shared/domain/customer/products.ts'
import { LEVELS, SIGNALS } from '../../../shared/domain/work/intent.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { type BranchSession, withBranch } from '../branch-session.ts'
import type { Command } from '../command.ts'

export const search: Command = {
  name: 'search',
  summary: 'Finds people by name, pinyin, initials, or the tail of a phone, an identity number or a card.',
  usage: 'TEXT',
  operands: ['TEXT'],
  options: {},
  explains: {},
  run: (given, context) =>
    withBranch(given, context, async ({ ask }) => ({
      ...(await ask('customers.search', { text: given.operand(0) })),
    })),
}

export const customer: Command = {
  name: 'customer',
  summary: 'Shows one person, masked as on a screen.',
  usage: 'KEY',
  operands: ['KEY'],
  options: {},
  explains: {},
  run: (given, context) =>
    withBranch(given, context, async (session) => {
      const uid = await uidOf(session, given)
      return { customer: await session.ask('customers.open', { uid }) }
    }),
}

export const intent: Command = {
  name: 'intent',
  summary: 'Flags what a person wants; the follow-up date comes from the branch’s cadence.',
  usage: `KEY --product ${PRODUCT_CODES.join('|')} --level ${LEVELS.join('|')} [--signals A,B]`,
  operands: ['KEY'],
  options: { product: { type: 'string' }, level: { type: 'string' }, signals: { type: 'string' } },
  explains: {
    product: `one of ${PRODUCT_CODES.join(', ')}`,
    level: `one of ${LEVELS.join(', ')}`,
    signals: `what was seen or heard, of ${SIGNALS.join(', ')}`,
  },
  run: async (given, context) => {
    const product = given.oneOf('product', PRODUCT_CODES)
    const level = given.oneOf('level', LEVELS)
    const signals = signalsOf(given)
    return withBranch(given, context, async (session) => {
      const customerUid = await uidOf(session, given)
      return { ...(await session.ask('intents.flag', { customerUid, product, level, signals })) }
    })
  },
}

export const followups: Command = {
  name: 'followups',
  summary: 'Lists who must be contacted, most important first.',
  usage: '--as-of DATE [--owner NO]',
  operands: [],
  options: { 'as-of': { type: 'string' }, owner: { type: 'string' } },
  explains: {
    'as-of': 'the day the list is for; the branch’s today where it is left out',
    owner: 'whose list; the own where it is left out',
  },
  run: async (given, context) => {
    const asOf = given.date('as-of')
    return withBranch(given, context, async ({ ask }) => ({
      ...(await ask('followups.list', { asOf, ownerNo: given.text('owner') })),
    }))
  },
}

/** The bank's customer number, or a uid. */
async function uidOf({ engine, staff }: BranchSession, given: Arguments): Promise<string> {
  const { uid } = await engine.internal('maintenance.findCustomer', { key: given.operand(0) }, staff)
  return uid
}

function signalsOf(given: Arguments): (typeof SIGNALS)[number][] {
  const names = (given.text('signals') ?? '').split(',').filter((name) => name !== '')
  const known = SIGNALS.filter((signal) => names.includes(signal))
  if (known.length !== new Set(names).size) throw new UsageError(`--signals takes of ${SIGNALS.join(', ')}`)
  return known
}
