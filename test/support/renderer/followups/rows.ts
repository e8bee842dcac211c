import type { FollowupRow } from '../../../../src/shared/contract/followups.ts'
import type { FollowupGroup } from '../../../../src/shared/domain/work/followup-order.ts'

/** An invented follow-up in a group. */
export function rowIn(group: FollowupGroup, name = '王**'): FollowupRow {
  return {
    intent: {
      uid: `intent of ${name}`,
      product: 'wealth',
      level: 'high',
      currentLevel: 'high',
      signals: [],
      lastEvidenceOn: '2026-11-18',
      ownerNo: '3001',
      createdBy: '1001',
      ownerName: '李敏',
      warnOn: '2026-11-19',
      nextOn: '2026-11-20',
    },
    customer: {
      uid: `person ${name}`,
      maskedName: name,
      maskedPhone: '100****0001',
      customerNo: 'C0001',
      idTail: null,
      birthYear: null,
      sex: 'unknown',
      tier: 'preferred',
      value: 'mid',
      matched: null,
    },
    group,
    priority: 1,
    dueRule: null,
    closedChannels: [],
    lastContactOn: null,
  }
}
