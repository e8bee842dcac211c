import type { Language } from '../../shared/locale/languages.ts'

export type WatchedWindow = 'workstation' | 'strip'

interface Words {
  readonly title: string
  readonly message: Readonly<Record<WatchedWindow, string>>
  readonly detail: Readonly<Record<WatchedWindow, string>>
  readonly again: string
  readonly quit: string
  readonly close: string
}

/** What the system's own message says where no page of ours can: the window that would show it is the one that crashes. */
export const CRASH_WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    title: '慧眼',
    message: { workstation: '工作台窗口接连意外停止', strip: '柜台条接连意外停止' },
    detail: {
      workstation:
        '已保存的数据都在，屏幕已锁定。请先点“再试一次”；仍不行请退出程序、重启电脑，并联系技术支持（设置 → 关于 可导出诊断文件）。',
      strip:
        '柜台条已关闭，工作台可照常使用。可用代码 GT 再打开；仍不行请联系技术支持（设置 → 关于 可导出诊断文件）。',
    },
    again: '再试一次',
    quit: '退出程序',
    close: '知道了',
  },
  en: {
    title: 'Huiyan',
    message: {
      workstation: 'The workstation window keeps stopping',
      strip: 'The counter strip keeps stopping',
    },
    detail: {
      workstation:
        'Everything saved is safe, and the screen is locked. Try again first. If it stays, quit, restart the PC and call support (Settings → About writes a diagnosis file).',
      strip:
        'The strip is closed; the workstation works as usual. Code GT opens the strip again. If it stays, call support (Settings → About writes a diagnosis file).',
    },
    again: 'Try again',
    quit: 'Quit',
    close: 'OK',
  },
}
