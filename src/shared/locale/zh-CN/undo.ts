/** Taking back the newest step, and what one did today. */
export const undo = {
  /** A step in a sentence: what was done. */
  done: '已{{what}}',
  takenBack: '已撤销:{{who}} · {{what}}',
  takenBackNobody: '已撤销:{{what}}',
  notice: '可以撤销的上一步',
  seconds: '{{seconds}} 秒',
  ticket: '票号 {{ticket}}',
  nothing: '没有可以撤销的步骤',
  day: {
    title: '我今天做的',
    none: '今天还没有记录',
    noneHelp: '标记意向、记录联系、保存线索、转介、登记到店等,做完就列在这里,最近的在前。',
    columns: { at: '时间', what: '事项', who: '客户', state: '撤销' },
    takeBack: '撤销({{seconds}} 秒)',
    state: {
      'taken-back': '已撤销',
      'not-newest': '之后又做了别的,只能撤销最近一步',
      'too-late': '已过 8 秒',
      never: '不能撤销',
    },
    more: '更早的',
    keys: 'U 撤销最近一步;过了 8 秒的联系,Tab 到“更正”按 Enter;Esc 关闭',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  nothing: '没有可以撤销的步骤。',
  notNewest: '之后又做了别的,只能撤销最近一步。请在“我今天做的”(WD)里查看。',
  tooLate:
    '已超过 {{seconds}} 秒,记录保留不变。联系记录可以更正:在“我今天做的”(WD)或客户时间线的那一行点“更正”。',
  builtUpon: '之后已有人接着办理,不能撤销,记录保留不变。请与同事核对。',
}

/** Its actions as the audit names them. */
export const actions = {
  take: '撤销上一步',
}
