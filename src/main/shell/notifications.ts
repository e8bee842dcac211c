import { app, Notification } from 'electron'
import type { Language } from '../../shared/locale/languages.ts'
import type { Announcer, KindCount } from '../scheduler/time-keeper.ts'
import { noticeLines } from './notice-words.ts'
import type { Tray } from './tray.ts'

const TITLE: Readonly<Record<Language, string>> = { 'zh-CN': '慧眼', en: 'Huiyan' }

export interface AnnouncerParts {
  readonly tray: Tray
  /** Somebody clicked the notification. */
  onOpen(): void
}

/** The system's own notifications, the badge of the program and the tray's count; each is left out where there is none. */
export function systemAnnouncer({ tray, onOpen }: AnnouncerParts): Announcer {
  // Kept until it is replaced: a notification that was collected no longer answers a click.
  let shown: Notification | null = null
  return {
    announce: (kinds: readonly KindCount[]) => {
      if (!Notification.isSupported()) return
      const body = noticeLines(kinds, tray.language).join('\n')
      shown?.close()
      shown = new Notification({ title: TITLE[tray.language], body })
      shown.on('click', onOpen)
      shown.show()
    },
    badge: (unseen) => {
      app.setBadgeCount(unseen)
      tray.count(unseen)
    },
  }
}
