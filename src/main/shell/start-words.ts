/** What a refused start says: nobody has chosen a language yet, so it says it in both. */
export interface StartWords {
  readonly title: string
  readonly text: string
}

/** Longer than any switch there is; what is longer was not meant as one. */
const LONGEST_NAME = 60

/** @param refused names of switches and variables, without their values */
export function refusalWords(refused: readonly string[]): StartWords {
  const names = refused.map((name) => name.slice(0, LONGEST_NAME))
  const zh = [
    `慧眼没有启动：启动时带了柜台上不能用的参数或环境变量（${names.join('、')}）。`,
    '数据没有打开，也没有任何改动。',
    '请从桌面图标或开始菜单启动；仍出现本提示，请联系技术支持检查快捷方式和系统环境变量。',
  ]
  const en = [
    `Huiyan did not start: it was given a switch or variable that does not work at a counter (${names.join(', ')}).`,
    'Nothing was opened and nothing changed.',
    'Start it from its icon or the start menu. If this message stays, ask support to look at the shortcut and the system’s environment variables.',
  ]
  return { title: '慧眼 Huiyan', text: `${zh.join('\n')}\n\n${en.join('\n')}` }
}
