import { chainDoubts } from '../../engine/chain/chain-check.ts'
import { endOfChain, gapBehind } from '../../engine/chain/chain-gap.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { list } from './list.ts'
import { record } from './record.ts'
import { verify, verifyPart } from './verify.ts'

export const auditHandlers: HandlersOf<'audit'> = {
  'audit.list': list,
  'audit.verify': verify,
  'audit.verifyPart': verifyPart,
  'audit.record': record,
  'audit.gaps': ({ connection }, { witnesses }) =>
    witnesses.map((witness) => gapBehind(connection, witness)?.kind ?? null),
  'audit.end': ({ connection }) => endOfChain(connection),
  'audit.doubts': ({ connection, nowAt }, { witnesses }) =>
    chainDoubts(connection, witnesses, nowAt).map(({ code, detail }) => ({ code, detail })),
}
