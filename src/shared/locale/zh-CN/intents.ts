/** Intents: the flag pad, the value × intent grid and its list. */
export const intents = {
  title: '意向 {{count}}',
  list: '意向清单',
  product: { wealth: '理财', loan: '贷款', card: '卡', deposit: '存款', insurance: '保险', fund: '基金' },
  level: { high: '高', mid: '中', low: '低', faded: '已淡' },
  signal: {
    rate: '问利率',
    'yield-method': '问收益算法',
    'risk-grade': '问风险等级',
    materials: '要资料',
    'compare-peers': '比同业',
    'brings-papers': '带材料',
    applies: '提交申请',
  },
  action: {
    'one-to-one': '专人一站式跟进',
    comparison: '给出对比和优惠',
    'light-news': '推送一般资讯',
  },
  outcome: { converted: '已成交', lost: '未成交', mistaken: '误标' },
  padProduct: '意向',
  padSignal: '信号',
  padLevel: '程度',
  offerLevel: '客户有意 {{product}}：按 1 高 2 中 3 低 记下意向。',
  offerProduct: '客户有意：按产品字母，再按 1 高 2 中 3 低。',
  flagged: '意向已标记',
  flaggedNew: '已标记 {{product}} · {{level}}',
  flaggedMore: '已补充到 {{product}} · {{level}}',
  nextBy: '下次 {{day}} · {{owner}}',
  overdue: '逾期 {{days}} 天',
  dueToday: '今日',
  decayed: '{{days}} 天无新动静，由{{from}}降为{{to}}',
  faded: '{{days}} 天无新动静，意向已淡',
  moreFor: '{{product}}意向的更多操作',
  whoMayEnd: '只有负责人{{name}}、最先标记的人、大堂经理和网点负责人可以结束。与客户谈过，请登记联系。',
  close: '结束意向',
  reassign: '改派给',
  whose: '谁的意向',
  mine: '我的',
  all: '全部',
  grid: '价值 × 意向',
  gridCorner: '价值 \\ 意向',
  gridLevel: '意向{{level}}',
  gridValue: '价值{{value}}',
  gridCell: '价值{{value}} 意向{{level}}',
  shown: '显示 {{rows}} 条',
  sort: { grid: '价值 × 意向', due: '下次日期', contact: '上次联系', owner: '负责人' },
  none: '没有进行中的意向',
  noneHelp: '在客户面板或柜台条里标记：先按产品字母，再按 1 高 2 中 3 低。',
  noneInCell: '这一格里没有意向',
  noneInCellHelp: '再按一次这一格，回到全部。',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notFound: '找不到这条意向。可能已被撤销，请刷新。',
  closed: '这条意向已结束。需要时请重新标记。',
  notYours:
    '没有结束：这条意向只能由负责人{{name}}、最先标记的人、大堂经理或网点负责人结束。请告知{{name}}；若您与客户谈过，请登记联系。',
}

/** Its actions as the audit names them. */
export const actions = {
  flag: '标记意向',
  undoFlag: '撤销标记',
  close: '结束意向',
  reassign: '改派意向',
  reassignMany: '改派多条意向',
  moveDates: '调整多条意向的日期',
}
