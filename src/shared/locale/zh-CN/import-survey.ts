/** The words for the dry pass over a whole file, and for what its columns had the night before. */
export const importSurvey = {
  title: '整个文件逐列检查',
  looking: '正在检查整个文件：已读 {{rows}} 条',
  cancel: '停止检查',
  cancelled: '已停止检查。下面只有前几行。',
  again: '重新检查',
  whole: '{{entity}} · 整个文件 {{records}} 条：可导入 {{accepted}}，拒绝 {{rejected}}，筛除 {{skipped}}',
  field: '字段',
  column: '文件里的列',
  form: '识别出的写法',
  filled: '有值',
  empty: '为空',
  flagged: '存疑',
  rejected: '拒绝',
  damaged: '整条记录有误',
  wouldStop: '会停止导入',
  stops: '按现在的设置不会导入：同一列有 {{percent}}% 以上的记录存疑',
  stopsFor: '{{field}}（{{column}}）：{{problem}}。{{advice}}',
  stopsAdvice:
    '请先看这一列：代码没有对应、列选错了，或文件被表格软件改过。确认无误时，可在“对应”里调高停止的界限。',
  example: '第 {{line}} 行：{{problem}}，值的样子 {{shape}}。',
  key_other:
    '流水号不是每笔唯一：{{rows}} 条记录与前面的同号而内容不同（如第 {{first}} 行与第 {{second}} 行），会被拒绝。',
  keyBySerial: '可用 {{key}} 作为每笔的号。',
  keyByLine: '没有能区分它们的列，只能用行号；这样的文件以后不能再导入改动过的版本，要先撤销。',
  takeSerial: '采用这个号',
  takeLine: '用行号',
}

/** What the columns of a run have beside the run before. */
export const importCompared = {
  title: '与上次（{{asOf}}）逐列相比',
  none: '各列有值的比例与上次（{{asOf}}）相同。',
  lost: '有值的比例明显减少的列：{{names}}。请核对抽取，再决定是否撤销。',
  before: '上次有值',
  now: '这次有值',
  share: '{{filled}} / {{records}}（{{percent}}%）',
  unread: '未读取',
}

/** What a file's profile can say besides the common things. */
export const importMore = {
  title: '更多写法',
  stopAt: '同一列存疑达到 % 时停止',
  stopNever: '从不',
  sheet: '工作表',
  firstSheet: '第一张有内容的',
  delimiterHint: 'auto 为自动识别；可写几个字符，如 |@|；制表符写 \\t，控制符写 \\x1d',
  quote: '引号',
  quoteOf: { auto: '自动识别', none: '没有' },
  escape: '反斜杠转义',
  escapeOf: { auto: '自动识别', none: '没有', backslash: '有', quotes: '只转义引号' },
  endDelimiter: '行末有分隔符',
  endOf: { auto: '自动识别', yes: '有', no: '没有' },
  fillerDates: '9999-12-31 一类日期',
  fillerOf: { auto: '视为没说', empty: '视为空', refuse: '视为错误' },
  rateUnit: '利率单位',
  rateOf: { percent: '百分之', fraction: '小数', permille: '千分之', 'basis-point': '基点' },
  nulls: '表示空的文字',
  nullsHint: '几个用分号隔开；不填为产品自带的',
  lineBreaks: '引号内可换行',
  text: '这个文件的方案（JSON）',
  textHint:
    '没有控件的写法都可在这里填写，例如 signMarks、marker、trailer、member、settleSeconds、layout、number.pad；见方案说明书。',
  textWrong: '{{where}}：{{why}}。改好之前不会采用。',
}
