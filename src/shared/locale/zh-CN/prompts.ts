/** Prompts: what to say and why, what not to say and why, and what became of it. */
export const prompts = {
  lines: '提示',
  none: '这位客户现在没有提示',
  quiet: '暂不提示',
  promise: {
    due: '今日约定跟进：{{product}}（{{day}}）',
    overdue: '跟进已逾期：{{product}}，约定 {{day}}',
  },
  referral: {
    waiting: '转介待接：{{product}}（{{day}} 转来）',
    overdue: '转介超时未接：{{product}}（{{day}} 转来）',
  },
  kind: {
    'promise-due': '约定跟进',
    'referral-open': '转介',
    leaking: '资金流出',
    'maturity-near': '到期安排',
    'large-cash': '大额现金',
    'wealth-enquiries': '理财咨询',
    'near-next-tier': '等级提升',
    birthday: '生日',
    dormant: '久未往来',
  },
  block: {
    fatigue: '不做营销：近 {{days}} 天已打扰 {{times}} 次（最近 {{day}}）',
    'do-not-disturb': '不做营销：本次到访不打扰（{{day}}）',
    'analysis-withdrawn': '不做分析：客户 {{day}} 撤回了分析同意',
    'not-now': '暂不谈{{what}}（{{day}}）',
    refused: '不再谈{{what}}：客户 {{day}} 已拒绝',
  },
  answer: { accepted: '接受', 'not-now': '暂不', refused: '拒绝' },
  refuseAgain: '再按 Delete 确认拒绝',
  answerTo: '{{answer}}：{{prompt}}',
  accepted: '已接受',
  answered: '答复已记下',
  said: {
    accepted: '已记为接受：{{what}}',
    'not-now': '本次不再提示：{{what}}',
    refused: '已记为拒绝：{{what}}',
  },
  keys: 'F7 到提示 · Enter 话术 · + 接受 · - 暂不 · Delete 两次 拒绝',
  script: {
    'keep-promise': {
      title: '兑现约定',
      say: '上次您问的事，我们说好了给您答复。\n资料已经备好，您看哪一点还想再了解？\n今天不方便的话，您定个时间，我记下来联系您。',
    },
    'answer-referral': {
      title: '接手转介',
      say: '您咨询的业务，同事已经转给专门的客户经理。\n客户经理现在就能接待您；您赶时间的话，我替您约一个方便的时段。',
    },
    'win-back': {
      title: '了解与挽留',
      say: '这段时间我们的服务，有没有让您觉得不方便的地方？\n要是费用、期限或者办理方式不合适，请您直说，我看能为您做什么。\n先办您今天的业务，不耽误您时间。',
    },
    'maturity-renew': {
      title: '到期安排',
      say: '您有一笔资金快到期了，想先问问您到期后的打算。\n要用钱，我帮您提前安排；暂时不用，我们一起比较几个期限，利率以当天挂牌为准。',
    },
    'large-cash-care': {
      title: '大额现金关怀',
      say: '金额比较大，路上请注意安全，下次可以提前预约。\n如果是别人让您转账或取现，请先告诉我，我们帮您核实。\n这笔钱近期不用的话，我给您看看不同期限怎么安排。',
    },
    'wealth-talk': {
      title: '理财沟通',
      say: '您最近几次问到理财，是为哪方面做打算？\n先看您的风险测评，再按您的承受能力比较期限和风险等级。\n理财不是存款，本金也可能亏损，说明书我逐条讲给您听。',
    },
    'tier-up': {
      title: '升级说明',
      say: '您离下一档客户等级很近了。\n到了下一档有哪些服务，我念给您听，看用不用得上。\n用不上也没关系，不必为了等级挪动资金。',
    },
    'birthday-care': {
      title: '生日关怀',
      say: '祝您生日快乐，谢谢您一直以来的信任。\n今天的业务我来帮您办。',
    },
    'care-path': {
      title: '长者关怀',
      say: '这类产品有风险，咱们不着急，我请同事一起给您讲清楚。\n您可以请家里人一起来听，资料带回去看，想好了再说。\n今天不办也没有关系。',
    },
  },
  report: {
    open: '提示接受率',
    title: '提示 → 接受率',
    period: '时段',
    periods: { today: '今日', week: '近 7 天', month: '近 30 天' },
    kind: '提示',
    shown: '提示次数',
    accepted: '接受',
    notNow: '暂不',
    refused: '拒绝',
    unanswered: '未答复',
    rate: '接受率',
    rateOf: '{{percent}}%',
    few: '不足 {{least}} 次',
    fewHelp: '提示不足 {{least}} 次的不算接受率：次数太少，看不出好坏。',
    none: '这段时间没有提示',
    noneHelp: '打开客户或客户到店时显示的提示会记在这里。',
    marketing: '营销',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notFound: '找不到这条提示，可能已随保留期限清除。请重新打开客户。',
  answered: '这条提示已经有人答复过，原来的答复保留不变。请重新打开客户查看。',
}

/** Its actions as the audit names them. */
export const actions = {
  show: '显示提示',
  respond: '答复提示',
  undoResponse: '撤销答复',
}
