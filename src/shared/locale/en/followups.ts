/** Follow-ups: the work list, recording a contact, the printed list. */
export const followups = {
  channel: { face: 'Face to face', phone: 'Phone', sms: 'SMS', email: 'Email', app: 'App', wechat: 'WeChat' },
  outcome: {
    reached: 'Reached',
    'no-answer': 'No answer',
    appointment: 'Appointment made',
    interested: 'Interested',
    converted: 'Converted',
    refused: 'Refused',
    'not-now': 'Not now',
  },
  contact: {
    title: 'Record a contact · {{name}} · {{product}}',
    channel: 'Channel',
    outcome: 'Outcome',
    next: 'Next date',
    note: 'Note',
    closed: 'Channels the customer refused: {{channels}}',
    refusalCloses: 'After saving, {{channel}} is closed for marketing.',
  },
  moved: 'moved: {{reason}}',
  passed: {
    holiday: '{{day}} is a holiday ({{name}})',
    makeup: '{{day}} is a make-up working day',
    weekend: '{{day}} is a weekend',
    workday: '{{day}} is a working day',
  },
  unpublished: 'not published',
}
