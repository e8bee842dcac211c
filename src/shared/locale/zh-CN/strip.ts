/** The counter strip beside the core-banking window. */
export const strip = {
  title: '慧眼 · 柜台条',
  find: '票号/姓名/拼音/尾号',
  nobody: '输入姓名、拼音或尾号，回车选中客户；Esc 回到业务系统。',
  work: '今日待办 {{today}} · 逾期 {{overdue}}',
  fold: '折叠',
  unfold: '展开',
  hide: '收起柜台条',
  lead: 'F3 速录',
  visitors: '与我有关的到店',
  serving: '● 服务中 {{name}}',
  next: '▸ 下一位 {{name}}（等候 {{count}}）',
  menu: '柜台条的位置',
  moveLeft: '移到左侧',
  moveRight: '移到右侧',
  shortcut: '调出柜台条的快捷键',
  shortcutHint: '点一下，再按新的组合键：须带 Ctrl 或 Alt。',
  shortcutTaken: '{{keys}} 已被其他程序占用，调不出柜台条。请在“设置·本机”换一组；现在可用功能码 GT。',
  openInWorkstation: '在工作台打开',
  closed: {
    'no-branch': '本机还没有网点。请在工作台新建，或打开演示网点。',
    faulty: '数据暂时打不开。请看工作台上的说明。',
    'signed-out': '尚未登录。请在工作台登录。',
    'passphrase-due': '请先在工作台设置自己的口令。',
    locked: '屏幕已锁定。请在工作台解锁。',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  shortcutTaken: '{{shortcut}} 已被其他程序占用，仍用原来的快捷键。请换一组键，或先在那个程序里取消。',
}
