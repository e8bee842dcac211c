/** What each refusal of an import means and what to do next. */
export const errors = {
  interrupted: '上次导入中途断开，已恢复到导入之前。请重新导入。',
  customerNoTaken: '客户号 {{no}} 已有客户。没有保存，请核对客户号，或搜索打开这位客户。',
  phoneWrong: '手机号不对。没有保存，已填内容保留，请核对后再存；不留电话可以不填。',
  idWrong: '证件号的校验位不对。没有保存，已填内容保留，请对照证件再输一次，或先不填。',
  notChosen: '请先选择文件夹。出于安全，程序只读取您刚选择的文件夹。',
  notFound: '找不到这次导入。',
  fileMissing: '缺少文件 {{file}}。请把它放进所选文件夹，或改方案。',
  fileUnreadable:
    '文件 {{file}} 无法读取：可能被其他程序占用，或者已损坏。请关闭占用的程序，或重新取一份文件。',
  emptyFile:
    '文件 {{file}} 是空的。请核对来源；当天确实没有数据的，在方案里把它标为可选（optional）。没有导入任何内容。',
  fileFailed:
    '文件 {{file}} 在第 {{line}} 行之后无法读取，写法程序不认识；没有导入任何内容。请重新导出（工作簿可另存为 CSV）；仍不行，请把代码告诉支持人员。',
  wrongEncoding: '文件 {{file}} 的编码与方案不符。请改为自动识别，或重新导出为 UTF-8。',
  unsupportedEncoding: '文件 {{file}} 使用了不支持的编码（{{encoding}}）。请导出为 UTF-8 或 GB18030。',
  mixedEncodings: '文件 {{file}} 里有两种编码，是由不同编码的文件拼成的。请分开放，或统一为 UTF-8 再导入。',
  encodingUnclear:
    '文件 {{file}} 的汉字太少，分不清是 GB18030 还是 Big5。请在方案里写明 "encoding"（大陆的系统一般是 "gb18030"）再导入。',
  mixedLineEnds:
    '文件 {{file}} 里有几种换行：表头所在的行以单独的回车结束，其他行以换行结束。请用编辑器统一为一种换行（如 CRLF）后再导入，或请对方重新导出。',
  formatDiffers:
    '文件 {{file}} 实际是 {{format}}，与方案的 format 不符。请把 format 改为 auto，或换成正确的文件。',
  oldWorkbook: '文件 {{file}} 是旧版工作簿（{{format}}）。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。',
  filePassword: '文件 {{file}} 有密码。请用原程序打开，去掉密码另存后再导入。',
  encryptedFile: '文件 {{file}} 是加密文件（{{format}}）。请先用贵行的工具解密，再导入。',
  packedFile: '文件 {{file}} 是压缩包（{{format}}）。请先解压，再导入里面的表。',
  severalTables:
    '压缩包 {{file}} 里有 {{count}} 个文件（{{names}}）。请解压后导入，或在方案的 member 里写明用哪一个。',
  damagedFile: '文件 {{file}} 已损坏或没有传完。请重新取一份，没有导入任何内容。',
  inflatesTooFar:
    '压缩文件 {{file}} 解开后超过原来的 {{times}} 倍，不像正常的数据。请核对来源，或解压后检查再导入。',
  otherForm:
    '文件 {{file}} 其实是 {{format}}。请用能打开它的程序（Excel、WPS 等）打开，另存为 .xlsx 再导入。',
  notTable: '文件 {{file}} 是 {{format}}，不能当表格读。请从原系统导出为 CSV 或 .xlsx。',
  displayForm:
    '文件 {{file}} 是 {{format}} 给人看的排版，字段里的换行、空格和长文字在里面分不清。请从同一程序改用 CSV 导出（{{instead}}）再导入。',
  blankColumns:
    '文件 {{file}} 的各列只用空格隔开，分不清哪里是一列的结尾。请从同一程序改用 CSV 导出；每列位置固定时可用 "format": "fixed"，字段都加引号时可写 "delimiter": " "。',
  linePrefix:
    '文件 {{file}} 的每一行都以“{{prefix}}”开头，像是导出时加的行首标记，会混进客户号。请在方案里写明 "linePrefix": "{{prefix}}"；如果它本来就是第一列的一部分，写 "linePrefix": ""。',
  lineEnd:
    '文件 {{file}} 的每一行都以“{{mark}}”结尾，像是导出时加的行尾标记，会混进最后一列。请在方案里写明 "lineEnd": "{{mark}}\\n"；如果它本来就是最后一列的一部分，写 "lineEnd": "\\n"。',
  escapeMark:
    '文件 {{file}} 里的“{{mark}}”像是转义符，照原样读会错列或多出字符。请在方案里写明 "escape": "{{mark}}"；如果只是普通字符，写 "escape": "none"。',
  rowNames:
    '文件 {{file}} 的表头有 {{columns}} 列，而每条记录都多一列，第一列像是 R 的行名。请用 row.names = FALSE（write.table、write.csv）重新导出；不是行名时，请核对数字或文字里有没有不带引号的分隔符（如 1,234.00），或让对方补上缺的列名，或在方案里写 "header": false、"skipLines" 和 "columns"。',
  markerMissing: '文件 {{file}} 的标志文件 {{marker}} 还没有到，数据可能没有传完。请等它到齐再导入。',
  controlUnreadable: '控制文件 {{marker}} 里找不到 {{what}}。请核对方案里写的位置，或重新取这个文件。',
  controlDiffers:
    '文件 {{file}} 与控制数不符：{{what}}应为 {{expected}}，实为 {{found}}。请重新取数，没有导入任何内容。',
  trailerMissing: '文件 {{file}} 的最后一行不是以 {{prefix}} 开头的汇总行，可能没有传完。请重新取数。',
  stillGrowing: '文件 {{file}} 还在写入。请等传完再导入，没有导入任何内容。',
  severalNights:
    '文件夹里有不止一天的文件（{{files}}）。请只留一天，或在方案的文件名里用 {YYYYMMDD} 取最新一天。',
  sameNight:
    '这些文件已于 {{asOf}} 那次导入读过，内容完全相同。请核对是否拿错；确要再导一次，请选择“仍然导入”（命令行加 --again）。',
  duplicateHeader: '文件 {{file}} 里有多个同名列：{{columns}}。请在方案里指明用哪一列。',
  missingColumn:
    '文件 {{file}} 缺少列：{{columns}}。请检查方案的对应关系；列名没错时，请核对分隔符、编码和表头是否与方案一致（没有表头的写 "header": false）。',
  tooManyFlagged:
    '文件 {{file}} 的列“{{columns}}”有 {{percent}}% 的记录（{{records}} 条中 {{flagged}} 条）带同一标记 {{problem}}，已在写入前停止，数据没有改变。请检查这一列和方案里字段 {{field}} 的设置；确认无误时，可在方案里调高 stopAtFlagged。',
  olderExtract:
    '这批数据截至 {{asOf}}，而已有截至 {{newest}} 的数据。没有导入任何内容。请确认数据日期；确实要用旧数据覆盖时，请允许旧数据覆盖新数据。',
  profileInvalid: '导入方案有误（{{path}}）。请对照说明修改，没有导入任何内容。',
  severalSheets:
    '文件 {{file}} 有几张列名相同的工作表：{{sheets}}。请在方案里用 "sheet" 逐张写明，或把每张另存为单独的文件。',
  unknownSheet: '文件 {{file}} 里没有工作表 {{sheet}}。',
  noFiles: '文件夹里没有方案需要的文件。',
  alreadyRunning: '另一次导入正在进行。请等它结束，或先取消它。',
  cancelled: '导入已取消，数据恢复到导入之前。',
  notUndoable: '这次导入不能撤销（状态：{{state}}）。',
  undoBlocked: '这次导入的数据已被使用，无法撤销。',
  unbalancedQuote:
    '文件 {{file}} 第 {{line}} 行的引号不成对，或在字段中间闭合，后面的列分不清。请让对方重新导出；文件不用引号时，在方案里写明 "quote": "none"。',
  lineTooLong:
    '文件 {{file}} 第 {{line}} 行过长，不是表头。请核对是否拿错文件，或在方案里写明 delimiter 和 skipLines。',
  columnCount:
    '文件 {{file}} 第 {{line}} 行有 {{found}} 列，方案的 columns 写了 {{expected}} 列。请改成一致，或核对 delimiter。',
  lineBreaks:
    '文件 {{file}} 从第 {{line}} 行起，引号里的字段跨了几行，而“引号内可换行”没有打开。请在向导的“更多写法”里为这个文件打开（方案里写 "lineBreaks": true）再导入；没有导入任何内容。',
  notText: '文件 {{file}} 不是文本文件，也不是能识别的表格。请从原系统导出为 CSV 或 .xlsx。',
  spreadsheetTooLarge: '工作簿 {{file}} 解压后超过 {{limitMiB}} MiB。请导出为 CSV，CSV 没有大小限制。',
  lookupTooLarge: '对照文件 {{file}} 超过 {{limit}} 个键。请按网点拆分后再导入。',
}
