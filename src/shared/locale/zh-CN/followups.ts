/** Follow-ups: the work list, recording a contact, the printed list. */
export const followups = {
  channel: { face: '面对面', phone: '电话', sms: '短信', email: '邮件', app: 'APP', wechat: '微信' },
  outcome: {
    reached: '已联系',
    'no-answer': '未接通',
    appointment: '已约见',
    interested: '有兴趣',
    converted: '已成交',
    refused: '拒绝',
    'not-now': '暂不考虑',
  },
  contact: {
    title: '记录联系 · {{name}} · {{product}}',
    channel: '渠道',
    outcome: '结果',
    next: '下次日期',
    note: '备注',
    closed: '客户已拒绝的渠道:{{channels}}',
    refusalCloses: '保存后,{{channel}}渠道将不再做营销。',
  },
  moved: '顺延:{{reason}}',
  passed: {
    holiday: '{{day}} 为{{name}}假期',
    makeup: '{{day}} 为调休上班日',
    weekend: '{{day}} 为周末',
    workday: '{{day}} 为工作日',
  },
  unpublished: '待公布',
}
