/** What each refusal of the router means and what to do next, by its code. */
export const error = {
  call: {
    unknownOperation: '这个版本没有这项功能。请重新启动程序；仍不行请联系系统管理员。',
    untrustedSender: '请求不是来自本程序的窗口，已拒绝。',
    badInput: '填写的内容不符合要求。已填内容保留，请改正后再提交。',
    notAllowed: '您的岗位没有这项权限。如工作需要，请找网点负责人。',
    tooMany: '操作太频繁，请稍候几秒再试。',
  },
  vault: {
    unreadable: '密钥文件无法读取。数据没有改动；请用最近的备份恢复。',
    deviceMismatch: '这份数据属于另一台电脑。请在原电脑上备份，再到这里恢复。',
    tooNew: '密钥文件由更新版本的程序写成。请升级程序。',
  },
  engine: {
    damaged: '数据库文件已损坏。请不要继续使用；先运行“检查”（doctor），再用最近的备份恢复。',
    tooNew:
      '数据库由更新版本的程序写成（版本 {{found}}，本程序认识到 {{known}}）。请升级程序，数据没有改动。',
    diskFull: '磁盘已满，刚才的操作没有保存。请清理磁盘后重试，之前的数据都在。',
    readOnly: '数据文件夹不可写。请检查文件夹权限后重试，数据没有改动。',
    busy: '另一个程序正在写入（可能是夜间导入）。请稍候再试。',
    walMissing: '上次没有正常关闭，且日志文件不见了，最近的操作可能丢失。请用最近的备份核对。',
    chainShort:
      '最近的记录不见了：审计链停在第 {{link}} 条（{{since}}），其后的 {{lost}} 条已丢失，最后一条记于 {{until}}。这段时间登记的内容也一并丢失。请负责人恢复备份，或写明原因后继续并按纸质清单补录。',
    chainChanged:
      '数据与本机留存的见证不符：第 {{link}} 条审计记录（{{until}}）已是另外的内容。数据文件可能被换成旧的，或被改写过。请负责人恢复备份，或查明情况、写明原因后继续。',
    witnessMissing:
      '审计链的见证文件（chain.witness）不见了或读不出来，无法确认数据是否完整。请负责人查明情况，写明原因后继续。',
    clockBehind:
      '本机时钟显示 {{now}}，但最近一条记录写于 {{newest}}。请先校准时钟再试；时钟没错时，请负责人写明原因后继续。',
    clockAhead:
      '本机时钟显示 {{now}}，离最近一条记录（{{newest}}）已过去多日。请先核对时钟再试；时钟没错时，请负责人写明原因后继续。',
    wrongKey: '数据库与密钥不匹配。请用同一次备份恢复两者。',
    sqliteTooOld: '数据库组件版本过低（{{version}}）。请重新安装程序。',
    stopped:
      '数据引擎刚才停止，正在自动重启。之前已保存的数据都在；刚才这一步可能已保存，也可能没有：请先看一眼，没有再做一次。仍不行请重新启动程序。',
    internal: '程序内部出错。已保存的数据不受影响；请重试，仍不行请把“详情”里的代码告诉技术支持。',
  },
  staff: {
    numberTaken: '这个工号已在使用。',
    notFound: '没有这个工号。',
    ownPassphrase: '自己的口令请用“修改我的口令”更换。',
    lastAdmin: '至少要保留一位在用的网点负责人或系统管理员。',
  },
  backup: {
    storeHealthy: '这里的数据完好，没有覆盖。确实要用备份替换时，请加 --force。',
    unreadable: '备份文件无法读取。请换一份备份。',
    notABackup: '这不是本程序的备份文件。',
    folderMissing: '存放备份的文件夹不存在。请先建好文件夹，再备份。',
    targetExists: '目标文件已存在，没有覆盖。请换一个文件名。',
  },
  calendar: {
    'no-working-day': '工作日历在 {{after}} 之后没有工作日。请检查网点排班。',
    'notice-duplicate': '放假通知里 {{on}} 出现了两次，日历没有改动。',
    'notice-malformed': '放假通知的格式不对（{{where}}），日历没有改动。',
    'notice-other-year': '放假通知写的是 {{year}} 年，里面却有 {{on}}，日历没有改动。',
  },
  date: { invalid: '没有这一天。请检查日期。' },
  list: { 'barcode-range': '清单号或行号超出条码能写的 {{digits}} 位。请联系技术支持。' },
}
