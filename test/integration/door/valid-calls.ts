import type { InputOf, OperationName } from '../../../src/shared/contract/index.ts'
import { FINDINGS } from '../../../src/shared/domain/findings.ts'
import { DEFAULT_ROUTES } from '../../../src/shared/domain/routing.ts'
import type { Secrets } from './stored-secrets.ts'

interface Call {
  readonly name: OperationName
  readonly input: unknown
}

function ask<N extends OperationName>(name: N, input: InputOf<N>): Call {
  return { name, input }
}

/** Questions that staff really ask, about people who are really there: every query, and the commands that answer with people. */
export function validCalls({ people }: Secrets): Call[] {
  const some = people.slice(0, 8)
  const texts = some.flatMap(({ name, phone }) => [
    name,
    name.slice(0, 2),
    phone ?? '',
    (phone ?? '').slice(-4),
  ])
  return [
    ...texts.map((text) => ask('customers.search', { text, limit: 50 })),
    ask('customers.browse', { limit: 100 }),
    ...FINDINGS.map((finding) => ask('customers.browse', { finding })),
    ask('customers.counts', {}),
    ...some.flatMap(({ uid }) => [
      ask('customers.open', { uid }),
      ask('customers.timeline', { uid, limit: 100 }),
      ask('intents.flag', { customerUid: uid, product: 'fund', level: 'mid' }),
    ]),
    ...some.map(({ uid }) =>
      ask('lobby.arrive', { business: 'cash', who: { kind: 'customer', customerUid: uid } }),
    ),
    ask('lobby.board', {}),
    ...some.flatMap(({ uid }) => [
      ask('referrals.suggest', { customerUid: uid, level: 'high' }),
      ask('referrals.offer', {
        customerUid: uid,
        toNo: '8001',
        product: 'wealth',
        level: 'high',
        reason: '问大额存单',
      }),
    ]),
    ask('referrals.list', { view: 'to-do' }),
    ask('referrals.list', { view: 'referred' }),
    ask('referrals.routes', {}),
    ask('referrals.preview', { routes: [...DEFAULT_ROUTES] }),
    ask('customers.duplicates', { limit: 50 }),
    ask('intents.list', {}),
    ask('followups.list', {}),
    ask('followups.freezeList', {}),
    ask('followups.sheet', { printNo: 1 }),
    ask('followups.prints', {}),
    ask('staff.list', {}),
    ask('settings.get', {}),
    ask('settings.calendar', { month: '2026-11' }),
    ask('audit.list', { limit: 200 }),
    ask('audit.verify', {}),
    ask('imports.list', {}),
    ask('arrivals.events', { source: 'hand' }),
  ]
}
