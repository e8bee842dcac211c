/** What a customer agreed to and refused (P3). */
export const consents = {
  title: '同意与拒绝',
  purposes: '用途',
  channels: '渠道',
  lines: '登记记录',
  purpose: { contact: '联系', marketing: '营销', profiling: '分析' },
  kind: { given: '同意', withdrawn: '撤回', refused: '拒绝', reopened: '重新开通' },
  never: '没有登记',
  state: { given: '已同意 {{on}} · {{staff}}', withdrawn: '已撤回 {{on}} · {{staff}}' },
  open: '可以联系',
  closed: '已拒绝 {{on}} {{staff}}',
  give: '登记同意',
  withdraw: '撤回',
  refuse: '登记拒绝',
  reopen: '重新开通',
  giveTitle: '登记同意：{{what}}',
  reopenTitle: '重新开通：{{what}}',
  showWords: '请客户看完以下内容再登记（第 {{version}} 版）：',
  reopenNote: '重新开通渠道，同时登记客户同意营销。',
  agreed: '客户已同意，登记',
  none: '还没有登记。客户同意或拒绝时记在这里。',
  version: '第 {{version}} 版',
  origin: { customer: '客户', stranger: '作为陌生客户（线索）时' },
  export: '导出登记表',
  exportTitle: '导出同意与拒绝登记表',
  exported: '已导出',
  exportedRows: '已导出 {{rows}} 行',
  column: {
    customerNo: '客户号',
    name: '姓名',
    what: '用途或渠道',
    said: '登记',
    on: '日期',
    staff: '经办',
    version: '告知书版本',
    origin: '登记时身份',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  reopenNeedsConsent: '重新开通渠道要同时登记客户同意营销，这次没有保存。请先让客户看告知内容再登记。',
  textChanged: '告知内容已更新，这次没有保存。请让客户看新内容后再登记。',
}

/** Its actions as the audit names them. */
export const actions = { record: '登记同意或拒绝', export: '导出同意与拒绝登记表' }
