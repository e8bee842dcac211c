/**
 * Everything that somebody at the branch can be told without asking (F4, L8, P2). The bell puts each kind into words;
 * a kind without words does not compile.
 */
export const NOTICE_KINDS = [
  'morning',
  'intent-overdue',
  'intent-unattended',
  'intent-high-risk',
  'referral-offered',
  'referral-bounced',
  'referral-accept-soon',
  'referral-accepted',
  'referral-contacted',
  'referral-qualified',
  'referral-converted',
  'referral-declined',
  'referral-lost',
  'referral-withdrawn',
  'referral-stranded',
  'view-cap',
  'guesses',
  'calendar-missing',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Notices that follow from the branch and the day alone: when the clock is set back, those of later days are removed. */
export const CLOCK_KINDS = [
  'morning',
  'intent-overdue',
  'intent-unattended',
  'intent-high-risk',
  'referral-accept-soon',
  'calendar-missing',
] as const satisfies readonly NoticeKind[]
