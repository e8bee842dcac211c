/** What somebody is told without asking: the bell, its list, the switch 服务中. */
export const notices = {
  bell: '提醒',
  unseen_one: '{{count}} 条未读',
  unseen_other: '{{count}} 条未读',
  none: '没有提醒',
  noneHelp: '跟进逾期、转介待承接和进展、每天早上的待办，会出现在这里。',
  total: '共 {{total}} 条',
  keys: '↑↓ 选择，Enter 打开，Esc 返回',
  seeAll: '全部标为已读',
  seen: '已读',
  serving: '服务中',
  servingHint: '打开后，系统通知先不弹出；关闭后一并提示，不会丢失。',
  byOn: '应于 {{day}}',
  byAt: '时限 {{time}}',
  kind: {
    morning: '今日 {{today}} 项、逾期 {{overdue}} 项待跟进',
    'intent-overdue': '已逾期 {{days}} 个工作日',
    'intent-unattended': '已逾期 {{days}} 个工作日，已报网点负责人',
    'intent-high-risk': '已逾期 {{days}} 个工作日，高风险，建议改派',
    'referral-offered': '有转介待您承接',
    'referral-bounced': '转介超时未承接，已转给后备',
    'referral-accept-soon': '转介承接时限将到',
    'referral-accepted': '转介已承接',
    'referral-contacted': '转介已联系客户',
    'referral-qualified': '转介已确认有效，计入您的转介',
    'referral-converted': '转介已成交',
    'referral-declined': '转介未被接受',
    'referral-lost': '转介未成',
    'referral-withdrawn': '转介已撤回',
    'referral-stranded': '转介超时，已无后备，请安排承接',
    'view-cap': '有人员查看客户达到当日上限',
    guesses: '有人员多次查找没有结果的号码或姓名，详见“谁看了谁”',
    'calendar-missing':
      '{{year}} 年放假安排尚未导入，相关日期暂标“待公布”。请在“设置 → 工作日历 → 导入放假通知”导入国务院放假通知。',
  },
}

/** Its actions as the audit names them. */
export const actions = { see: '已读提醒', tellDue: '到点提醒', markShown: '弹出系统通知' }
