/** Prompts: what to say and why, what not to say and why, and what became of it. */
export const prompts = {
  lines: 'Prompts',
  none: 'No prompts for this customer now',
  quiet: 'Not to be said now',
  promise: {
    due: 'Follow-up promised for today: {{product}} ({{day}})',
    overdue: 'Follow-up overdue: {{product}}, promised for {{day}}',
  },
  referral: {
    waiting: 'Referral waiting: {{product}} (since {{day}})',
    overdue: 'Referral not accepted in time: {{product}} (since {{day}})',
  },
  kind: {
    'promise-due': 'promised follow-up',
    'referral-open': 'referral',
    leaking: 'money leaking out',
    'maturity-near': 'maturity',
    'large-cash': 'large cash',
    'wealth-enquiries': 'wealth enquiries',
    'near-next-tier': 'next tier',
    birthday: 'birthday',
    dormant: 'dormant',
  },
  block: {
    fatigue: 'No marketing: approached {{times}} times in {{days}} days (last {{day}})',
    'do-not-disturb': 'No marketing: not to be disturbed on this visit ({{day}})',
    'analysis-withdrawn': 'No analysis: consent withdrawn on {{day}}',
    'not-now': 'Not now: {{what}} ({{day}})',
    refused: 'Not again: {{what}}, turned down on {{day}}',
  },
  answer: { accepted: 'Accept', 'not-now': 'Not now', refused: 'Refuse' },
  refuseAgain: 'Delete again to refuse',
  answerTo: '{{answer}}: {{prompt}}',
  accepted: 'accepted',
  answered: 'The answer is noted',
  said: {
    accepted: 'Noted as accepted: {{what}}',
    'not-now': 'Silent for this visit: {{what}}',
    refused: 'Noted as refused: {{what}}',
  },
  keys: 'F7 to the prompts · Enter what to say · + accept · - not now · Delete twice refuse',
  script: {
    'keep-promise': {
      title: 'Keep the promise',
      say: 'We promised you an answer to what you asked last time.\nThe papers are ready: which point would you like to look at?\nIf today does not suit, name a time; I will write it down and call you.',
    },
    'answer-referral': {
      title: 'Take the referral',
      say: 'What you asked about has gone to the manager who deals with it.\nThe manager can see you now; if you are in a hurry, I will find a time that suits you.',
    },
    'win-back': {
      title: 'Listen and keep',
      say: 'Has anything in our service been inconvenient for you lately?\nIf fees, terms or the way it is done do not suit you, please say so, and I will see what I can do.\nYour business of today comes first.',
    },
    'maturity-renew': {
      title: 'What next at maturity',
      say: 'Some of your money matures soon; may I ask what you plan for it?\nIf you need it, I will prepare it; if not, let us compare a few terms at the rate posted on the day.',
    },
    'large-cash-care': {
      title: 'Care with much cash',
      say: 'It is a large sum: please take care on the way, and next time you can book ahead.\nIf somebody told you to transfer or withdraw it, tell me first and we will check it with you.\nIf you do not need it soon, I can show you how different terms work.',
    },
    'wealth-talk': {
      title: 'Talk about wealth products',
      say: 'You have asked about wealth products several times: what are you planning for?\nWe look at your risk assessment first, then compare terms and risk grades that fit it.\nA wealth product is no deposit, and you can lose part of what you pay in; I will go through the leaflet with you.',
    },
    'tier-up': {
      title: 'About the next tier',
      say: 'You are close to the next tier.\nLet me read you what comes with it; see whether any of it is of use.\nIf not, there is no need to move money for it.',
    },
    'birthday-care': {
      title: 'Birthday wishes',
      say: 'Happy birthday, and thank you for your trust.\nLet me help you with your business today.',
    },
    'care-path': {
      title: 'Care for seniors',
      say: 'This kind of product has risks, so there is no hurry; a colleague will join us to explain it.\nYou can bring your family, take the papers home and think it over.\nNothing has to be decided today.',
    },
  },
  report: {
    open: 'Prompt acceptance',
    title: 'Prompts → acceptance',
    period: 'Period',
    periods: { today: 'Today', week: '7 days', month: '30 days' },
    kind: 'Prompt',
    shown: 'Shown',
    accepted: 'Accepted',
    notNow: 'Not now',
    refused: 'Refused',
    unanswered: 'No answer',
    rate: 'Acceptance',
    rateOf: '{{percent}}%',
    few: 'under {{least}}',
    fewHelp: 'Below {{least}} prompts no rate is given: too few to tell good from bad.',
    none: 'No prompts in this period',
    noneHelp: 'Prompts shown when a customer is opened or comes in are counted here.',
    marketing: 'marketing',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notFound:
    'This prompt cannot be found; it may have been removed after its retention time. Open the customer again.',
  answered:
    'Somebody has answered this prompt already, and that answer stays. Open the customer again to see it.',
}

/** Its actions as the audit names them. */
export const actions = {
  show: 'Show prompts',
  respond: 'Answered a prompt',
  undoResponse: 'Take an answer back',
}
