/** What a person may agree to, each by itself (P3). */
export const CONSENT_PURPOSES = ['contact', 'marketing', 'profiling'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** The text that a person is shown before they agree. A change makes a new version; a consent names the version shown. */
export interface ConsentText {
  readonly version: number
  readonly zh: string
  readonly en: string
}

/** The first text of the consent. Our own default; the bank's legal department replaces it by a later version. */
export const FIRST_CONSENT_TEXT: ConsentText = {
  version: 1,
  zh:
    '我行想记下您的称呼和联系方式，用于：一、联系——就您咨询的业务与您联系；二、营销——向您介绍相关产品和活动；' +
    '三、分析——结合您在我行的业务了解您的需要。每一项都可以单独同意或不同意，不同意不影响您办理业务。' +
    '您随时可以在任一网点或通过客服电话撤回，撤回后我行停止使用；到期的记录会被清除。信息只保存在我行，不提供给他人。',
  en:
    'We would like to keep your name and a way to reach you, for: 1. contact – to come back to you about what you ' +
    'asked; 2. marketing – to tell you of related products and events; 3. profiling – to understand your needs from ' +
    'your business with us. You may agree to each by itself, and saying no does not affect the service you get. You ' +
    'may withdraw at any time at any branch or by the service line; we then stop using it, and records that have run ' +
    'out are erased. The information stays within the bank and is given to nobody else.',
}
