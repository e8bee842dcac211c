/** Where arrivals come from: the machines of the lobby, and what they reported. */
export const arrivals = {
  source: {
    hand: '手工登记',
    wedge: '扫码和读证键盘',
    reader: '读卡器（本机服务）',
    folder: '叫号机文件夹',
    simulator: '回放演示',
  },
  hint: {
    hand: '在“厅堂”按 N 登记到店：票号、业务、客户。不用设置，任何设备停了都能用。',
    wedge:
      '身份证阅读器、扫码枪像键盘一样输入时用：在工作台窗口扫票号、证件号、卡号、二维码（JSON），刷磁条或读护照机读码，就登记到店。打印清单的条码照旧打开跟进。前缀、后缀、按键间隔在“网点规则 › 扫码枪”。',
    reader:
      '读卡器自带程序在本机开了 WebSocket 时用：JSON、XML、名=值或竖线分隔都能读。只连本机；断开会自动再连。收到的内容读完即弃，不写日志。',
    folder:
      '叫号机能往文件夹写小文件时用：JSON，或带表头的 CSV（分隔符按表头认，UTF-8、UTF-16 或 GB18030）。读完的移到 done，读不懂的移到 bad；程序不删文件，请定期清空 done。',
    simulator: '在演示网点里重放一个上午：有老客户，有陌生客户，也有人取两张号。种子相同，到店就相同。',
  },
  on: '启用',
  unsaved: '有改动未保存',
  saved: '{{source}}：设置已保存',
  state: { off: '未启用', running: '正在运行', connecting: '正在连接', error: '有问题' },
  field: {
    ticket: '票号',
    business: '业务',
    idNumber: '证件号',
    cardNumber: '卡号',
    phone: '手机',
    customerNo: '客户号',
  },
  fields: '内容在哪个字段',
  fieldsHint:
    '写字段名或表头；在里层的用点隔开，如 data.card.no、rows.0.id；没有名字的写位置，从 0 起。设备不给的留空。证件号没有读到时，也认常见读卡器的字段名（校验位须对）。证件号先于客户号、卡号、手机。',
  words: '设备的业务名称',
  wordsHint: '表里没有的算“其他”；设备没说的算“咨询”。',
  word: '第 {{n}} 个业务名称',
  wordMeans: '“{{word}}”对应的业务',
  addWord: '添加一行',
  removeWord: '删除“{{word}}”',
  url: '地址',
  urlWrong: '只能是本机：ws://127.0.0.1:端口、ws://localhost:端口 或 ws://[::1]:端口',
  greeting: '连上后先发送',
  greetingHint: '多数设备不用填',
  repeatSeconds: '每隔几秒再发一次',
  repeatHint: '问一次才答一次的设备填，每次答复后也会再问；0 只在连上时发一次',
  folder: '文件夹：{{name}}',
  noFolderYet: '还没有选择文件夹',
  chooseFolder: '选择文件夹',
  waitingFiles: '保存并启用后，里面现有的 {{count}} 个 JSON/CSV 文件会被读取并移走。',
  try: '试一条',
  tryIt: '看看怎么读',
  tryHint: {
    wedge: '粘贴扫出来的内容；只显示怎么读，不登记。',
    reader: '粘贴设备发来的一条内容；只显示怎么读，不登记。',
    folder: '粘贴一个文件的内容；只显示怎么读，不登记。',
  },
  tryExample: {
    wedge: 'A017',
    reader: '{"ticket":"A017","business":"理财"}',
    folder: 'ticket,business\nA017，理财',
  },
  ticketNamed: '票 {{ticket}}',
  noTicket: '无票号',
  noBusiness: '未说业务',
  noKey: '未说是谁',
  events: '最近 50 条',
  noEvents: '还没有记录',
  noEventsHelp: {
    hand: '今天手工登记的到店会列在这里。',
    wedge: '启用后扫一张号票试试，结果会列在这里。',
    reader: '启用后在读卡器上放一张证件试试，结果会列在这里。',
    folder: '启用后请叫号机出一张号，结果会列在这里。',
    simulator: '开始回放后，每一条到店会列在这里。',
  },
  at: '时间',
  outcome: '结果',
  knownBy: '凭什么认出',
  happened: {
    arrived: '已到店',
    joined: '并入已有到店',
    unknown: '陌生客户（号码没有对上）',
    unreadable: '没读懂',
  },
  why: {
    encoding: '不是 UTF-8、UTF-16 或 GB18030 文本',
    notJson: '不是能读的内容（JSON、XML、名=值、竖线分隔），或没有收全',
    notTable: '不是带表头的表格',
    badColumns: '这一行的列和表头对不上，请手工登记并查看 bad 里的文件',
    noFields: '没有对应的字段，请核对字段名',
    badValues: '票号和号码都不像',
    tooLong: '内容太长',
    tooMany: '一次超过 500 行',
    'ticket-taken': '这张票已属于别人，或那次到店已办结',
  },
  scanned: {
    arrived: '已登记到店 {{name}}',
    joined: '并入已有的到店 {{name}}',
    unknown: '已登记为陌生客户，号码没有对上 {{name}}',
    unreadable: '没读懂，没有登记。请再扫一次，或在厅堂按 N 手工登记。',
    cut: '扫描没有收到结束符，没有登记。请再扫一次；总是这样，请核对「条码后缀」设置。',
  },
  morning: { arrivals: '到店人次', minutes: '真实时长（分）', compression: '加快倍数', seed: '种子' },
  start: '开始回放',
  stop: '停止',
  arrived: '已到 {{arrived}} / {{planned}}',
  notHere: '本机不是演示网点，不能回放：真实的厅堂不能出现没有来的客户。',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notLocal:
    '只接本机的读卡器服务：地址须为 ws://127.0.0.1、ws://localhost 或 ws://[::1]，没有连接。请改地址后保存。',
  readerRefused:
    '连不上读卡器服务。请确认它的程序已启动、端口正确；{{seconds}} 秒后自动再连，也可手工登记到店。',
  readerLost:
    '与读卡器服务的连接断开了，已登记的到店都在。{{seconds}} 秒后自动再连；一直连不上请重启读卡器程序。',
  noFolder: '还没有选择文件夹，没有启用。请先选择叫号机写文件的文件夹。',
  folderMissing:
    '文件夹打不开，可能是网络盘断开或已改名。已登记的到店都在；恢复后自动继续，或重新选择文件夹。',
  folderOurs: '这是本程序自己的数据文件夹，不能监视。请另选叫号机写文件的文件夹。',
  folderReadOnly:
    '文件已读，到店已登记，但不能移到 done 或 bad。请给本机账户写权限；程序会自动再移，不会重复登记。',
  fileLocked: '有文件被别的程序占用，还没有读。文件留在原处，程序会自动再试；一直不行请关闭占用它的程序。',
  wedgeOff: '扫码到店没有启用，这次没有登记。请在“设置 › 到店来源”里启用，或手工登记。',
  settingsDamaged: '到店来源的设置文件读不出来，各来源都未启用；文件还在。请重新设置并保存。',
  demoOnly: '只有演示网点可以回放到店，真实网点没有改动。',
}

/** Its actions as the audit names them. */
export const actions = {
  configure: '设置到店来源',
  rehearse: '回放到店',
  unreadable: '到店来源报来读不懂的内容',
}
