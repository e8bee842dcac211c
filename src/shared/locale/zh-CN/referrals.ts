/** Referrals: handing a person on, answering, what came of it, and who gets what. */
export const referrals = {
  title: '转介',
  state: {
    offered: '待承接',
    accepted: '已承接',
    contacted: '已联系',
    qualified: '已合格',
    converted: '已成交',
    declined: '已婉拒',
    lost: '未成',
    withdrawn: '已撤回',
  },
}
