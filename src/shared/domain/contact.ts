/** How a customer is reached (F6). */
export const CHANNELS = ['face', 'phone', 'sms', 'email', 'app', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_NAMES: Record<Channel, { zh: string; en: string }> = {
  face: { zh: '面对面', en: 'Face to face' },
  phone: { zh: '电话', en: 'Phone' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'Email' },
  app: { zh: 'APP', en: 'App' },
  wechat: { zh: '微信', en: 'WeChat' },
}

/** What came of a contact (F6). */
export const OUTCOMES = [
  'reached',
  'no-answer',
  'appointment',
  'interested',
  'converted',
  'refused',
  'not-now',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAMES: Record<Outcome, { zh: string; en: string }> = {
  reached: { zh: '已联系', en: 'Reached' },
  'no-answer': { zh: '未接通', en: 'No answer' },
  appointment: { zh: '已约见', en: 'Appointment made' },
  interested: { zh: '有兴趣', en: 'Interested' },
  converted: { zh: '已成交', en: 'Converted' },
  refused: { zh: '拒绝', en: 'Refused' },
  'not-now': { zh: '暂不考虑', en: 'Not now' },
}

/** Business done or refused ends an intent; every other outcome needs a next date (F1). */
export function closesIntent(outcome: Outcome): boolean {
  return outcome === 'converted' || outcome === 'refused'
}

/** A refusal closes the channel it was given on for marketing (F6); "not now" does not. */
export function closesChannel(outcome: Outcome): boolean {
  return outcome === 'refused'
}
