/** Taking back the newest step, and what one did today. */
export const undo = {
  /** What was done, by operation; whom it was about stands before it, the details behind it. */
  said: {
    consents: { record: '已登记同意或拒绝' },
    followups: { correct: '已更正联系记录', note: '已记一条备注', record: '已记录联系' },
    intents: {
      close: '意向已结束',
      moveDates: '日期已调整',
      reassign: '意向已改派',
      reassignMany: '意向已改派',
    },
    leads: {
      advance: '线索已推进',
      reassign: '线索已改派',
      reassignMany: '线索已改派',
      save: { new: '已保存线索', again: '已补充到原线索' },
    },
    lobby: {
      advance: { serve: '已开始服务', finish: '已办结', leave: '已离开', undo: '已退回上一状态' },
      arrive: '已登记到店',
      firstContact: '已记下初步接触',
      identify: { customer: '已识别为这位客户', lead: '已识别为这条线索', stranger: '已改回陌生客户' },
      part: '两张票已拆开',
    },
    referrals: {
      accept: '转介已承接',
      acceptMany: '转介已承接',
      advance: '转介进展已更新',
      decline: '转介已婉拒',
      declineMany: '转介已婉拒',
      offer: '已转介',
      withdraw: '转介已撤回',
    },
  },
  takenBack: '已撤销：{{who}} · {{what}}',
  takenBackNobody: '已撤销：{{what}}',
  notice: '可以撤销的上一步',
  seconds: '{{seconds}} 秒',
  ticket: '票号 {{ticket}}',
  visitor: '{{time}} 到店的陌生客户',
  nothing: '没有可以撤销的步骤',
  day: {
    title: '我今天做的',
    none: '今天还没有记录',
    noneHelp: '标记意向、记录联系、保存线索、转介、登记到店等，做完就列在这里，最近的在前。',
    columns: { at: '时间', what: '事项', who: '客户', state: '撤销' },
    takeBack: '撤销（{{seconds}} 秒）',
    state: {
      'taken-back': '已撤销',
      'not-newest': '之后又做了别的，只能撤销最近一步',
      'too-late': '已过 8 秒',
      never: '不能撤销',
    },
    more: '更早的',
    keys: 'U 撤销最近一步；过了 8 秒的联系，Tab 到“更正”按 Enter;Esc 关闭',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  nothing: '没有可以撤销的步骤。',
  notNewest: '之后又做了别的，只能撤销最近一步。请在“我今天做的”（WD）里查看。',
  tooLate:
    '已超过 {{seconds}} 秒，记录保留不变。联系记录可以更正：在“我今天做的”（WD）或客户时间线的那一行点“更正”。',
  builtUpon:
    '之后已有人接着办理，或已印在编号名单上，不能撤销，记录保留不变。请与同事核对，需要时改记录的状态。',
}

/** Its actions as the audit names them. */
export const actions = {
  take: '撤销上一步',
}
