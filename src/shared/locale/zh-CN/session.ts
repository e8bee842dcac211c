/** First run, sign-in, lock, and the screens for a store that cannot be opened. */
export const session = {
  welcome: '欢迎使用慧眼',
  welcomeText: '本机还没有网点数据。先看一看演示网点,或者为您的网点新建。',
  demo: '演示网点',
  demoText: '5,000 位虚构客户、12 个月流水和准备好的情景。不含任何真实个人信息。',
  demoStaff: '每位演示员工都可以登录,口令是 demo- 加工号(如 demo-80009),在“设置 › 人员”里可以看到。',
  demoPerson: '演示用户',
  create: '新建网点',
  createText: '空白网点。建好后从“导入”读入银行的数据文件。',
  branchName: '网点名称',
  staffNo: '工号',
  staffName: '姓名',
  passphrase: '口令',
  passphraseHint: '至少 8 个字符。忘记口令无法找回,只能由其他管理员重设。',
  repeat: '再输一次口令',
  repeatDiffers: '两次口令不一样',
  start: '开始',
  preparing: '正在准备演示网点……',
  signIn: '登录',
  signInTo: '登录 {{branch}}',
  language: '语言',
  missing: '请填写',
  staffNoWrong: '工号为 2 到 16 位字母或数字',
  opening: '正在核对口令、打开本机加密数据……电脑繁忙时需要几秒到十几秒。',
  unlock: '解锁',
  lockedText: '{{name}} 已锁屏。未提交的内容还在。',
  otherStaff: '换人登录',
  faulty: '数据暂时打不开',
  faultHelp: '需要时请系统管理员在命令行运行 doctor 检查,或用 restore 恢复备份。',
  tryAgain: '再试一次',
  secondInstance: '慧眼已经打开',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  signedOut: '您已退出。请重新登录。',
  locked: '屏幕已锁定。请输入口令解锁,未提交的内容还在。',
  wrongPassphrase: '工号或口令不对。请检查大小写后再试。',
  lockedOut: '口令错误次数过多,请在 {{seconds}} 秒后再试。',
  unknownStaff: '工号或口令不对。请检查后再试。',
  inactiveStaff: '该工号已停用。请联系系统管理员。',
  weakPassphrase: '口令太短或与工号相同。请用至少 {{least}} 个字符。',
  branchExists: '本机已有网点。要换网点请先备份,再使用新的数据文件夹。',
  noBranch: '本机还没有网点。请先新建网点或打开演示网点。',
  alreadyOpen: '已有人登录。请先退出。',
}

/** Its actions as the audit names them. */
export const actions = {
  lock: '锁屏',
  unlock: '解锁',
  unlockRefused: '解锁失败',
  signOut: '退出',
  failuresBefore: '登录前口令输错',
}
