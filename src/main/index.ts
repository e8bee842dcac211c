import { join } from 'node:path'
import { app, type BrowserWindow, powerMonitor } from 'electron'
import type { Publish } from '../shared/contract/topics.ts'
import { MS_PER_DAY } from '../shared/domain/calendar/civil-date.ts'
import { ArrivalStation } from './arrivals/arrival-station.ts'
import { SettingsFile } from './arrivals/settings-file.ts'
import type { ProgramWatch } from './diagnosis/program-watch.ts'
import { SpareThreads } from './engine/spare-threads.ts'
import { createRouter } from './ipc/create-router.ts'
import { answerWindows, publishToWindows } from './ipc/electron-bridge.ts'
import type { ExtractReading } from './ipc/tasks/imports.ts'
import { TimeKeeper } from './scheduler/time-keeper.ts'
import { clockAhead } from './session/clock.ts'
import { SessionController } from './session/session-controller.ts'
import { arrivalsListener, combineListeners } from './session/session-listener.ts'
import { setOwnMenu } from './shell/application-menu.ts'
import { CrashWatch } from './shell/crash-watch.ts'
import { commandOf, dataFolderOf, daysAheadOf, demoPlanOf, engineOf } from './shell/launch-choices.ts'
import { ListPrinter } from './shell/list-printer.ts'
import { startLog } from './shell/log.ts'
import { systemAnnouncer } from './shell/notifications.ts'
import { keepDebuggersOut, refusedHere, refuseStart } from './shell/refuse-start.ts'
import { runModeOf } from './shell/run-mode.ts'
import { runtimeVersions } from './shell/runtime-versions.ts'
import { deviceProtector } from './shell/safe-storage-protector.ts'
import { declareScheme, serveWindows, trustsSender } from './shell/scheme.ts'
import { enforceWindowPolicy, webPreferences } from './shell/security.ts'
import { openSheetWindow } from './shell/sheet-window.ts'
import { stateFolder } from './shell/state-folder.ts'
import { StripMemory } from './shell/strip-memory.ts'
import { StripWindow } from './shell/strip-window.ts'
import { systemDialogs } from './shell/system-dialogs.ts'
import { iconFile, openTray, type TrayActions } from './shell/tray.ts'
import { windowTasks } from './shell/window-tasks.ts'
import { bringForward, openWorkstation } from './shell/workstation-window.ts'

// Boot order: what must come before `ready`, then one thing after the other. The database is not touched until somebody
// signs in, so the first window waits for nothing.
const outFolder = join(import.meta.dirname, '..')
const dataFolder = dataFolderOf(process.argv, app)
const command = commandOf(process.argv)
const mode = runModeOf(process.argv, app)
const refused = mode === 'developer' ? [] : refusedHere()
const clock = clockAhead(daysAheadOf(process.argv, app) * MS_PER_DAY)
declareScheme()
// Chromium's own date fields follow this, not the page's language: year first, in both of ours.
app.commandLine.appendSwitch('lang', 'zh-CN')

setOwnMenu(mode)

if (refused.length > 0) refuseStart(refused, command !== null)
else begin()

function begin(): void {
  if (mode === 'counter') keepDebuggersOut()
  app.setPath('userData', stateFolder(dataFolder, command === null ? 'window-state' : 'command-state', app))
  if (command !== null) void app.whenReady().then(() => answer(command))
  else if (app.requestSingleInstanceLock()) {
    const watch = startLog(dataFolder, clock.nowAt)
    void app.whenReady().then(() => start(watch))
  } else app.quit()
}

/** The command line of the installed program: no window, and beside a workstation that may be open. */
async function answer(args: readonly string[]): Promise<void> {
  const { answerProcess } = await import('./cli/answer-process.ts')
  const { worker } = engineOf(process.argv, process.env, app)
  app.exit(await answerProcess(args, { worker, protector: deviceProtector() }))
}

function start(watch: ProgramWatch): void {
  serveWindows(join(outFolder, 'renderer'))
  enforceWindowPolicy(mode)
  const preferences = webPreferences(outFolder, mode)
  // Its own process starts while this one puts the rest together; it asks nothing before this turn is over.
  const workstation = openWorkstation(preferences)

  const strip = new StripWindow({
    webPreferences: preferences,
    memory: new StripMemory(app.getPath('userData')),
    onChange: (view) => publishToWindows('strip', view),
    onRaised: () => publishToWindows('stripRaised', {}),
    onOpened: (contents, close) => crashes.keepStrip(contents, close),
  })
  const printer = new ListPrinter(() => openSheetWindow(preferences), clock)
  const tray = openTray(iconFile(), trayActions(), () => workstation)
  const keeper = new TimeKeeper(clock, systemAnnouncer({ tray, onOpen: showNotices }))
  const station = new ArrivalStation({
    file: new SettingsFile(dataFolder),
    clock,
    changed: () => publishToWindows('arrivals', station.view()),
  })
  const spares = new SpareThreads(engineOf(process.argv, process.env, app).worker)
  const sessions = new SessionController({
    dataFolder,
    protector: deviceProtector(),
    engine: { ...engineOf(process.argv, process.env, app), spares },
    clock,
    watch,
    demo: demoPlanOf(process.argv, clock),
    keepsFactsOfToday: true,
    listener: combineListeners(keeper, arrivalsListener(station)),
    publish: atSignOut(() => {
      printer.forget()
      strip.close()
      spares.fill()
    }),
  })
  const tasks = windowTasks({
    sessions,
    dialogs: systemDialogs,
    printer,
    strip,
    keeper,
    tray,
    workstation: () => workstation,
  })
  const crashes = new CrashWatch({
    watch,
    clock,
    language: () => tray.language,
    // Signed out or locked there is nothing to lock.
    lock: () => void sessions.lock('crash').catch(() => undefined),
  })
  crashes.keepWorkstation(workstation.webContents)
  const versions = runtimeVersions()
  const parts = { sessions, station, trustsSender, watch, versions, loadReading, windowTasks: tasks }
  answerWindows(createRouter({ ...parts, dialogs: systemDialogs }))

  workstation.on('closed', () => app.quit())
  app.on('second-instance', () => bringForward(workstation))
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
  closeBeforeQuit(sessions, spares, workstation)
  // The page comes first; whoever sits there needs seconds to type a passphrase.
  workstation.webContents.once('did-finish-load', () => spares.fill())

  function trayActions(): TrayActions {
    return {
      showWorkstation: () => bringForward(workstation),
      showStrip: () => strip.show(),
      // Signed out there is nothing to lock.
      lock: () => void sessions.lock().catch(() => undefined),
      // The window asks first where something in it is unsaved.
      quit: () => {
        bringForward(workstation)
        workstation.close()
      },
    }
  }

  function wake(): void {
    sessions.woke()
    keeper.woke()
  }

  function showNotices(): void {
    bringForward(workstation)
    publishToWindows('navigate', { screen: 'notices' })
  }
}

/** The reader of extracts is large and seldom needed. */
async function loadReading(): Promise<ExtractReading> {
  return (await import('./features/imports/reading/wizard.ts')).extractReading
}

/** What one person printed is not at hand for the next, whatever the folder's condition is once they have left. */
function atSignOut(forget: () => void): Publish {
  return (topic, message) => {
    publishToWindows(topic, message)
    if (topic !== 'session' || !('state' in message)) return
    if (message.state === 'open' || message.state === 'locked') return
    forget()
  }
}

/** Quitting waits until the database is closed: its journal is folded in and the marker of an open store is gone. */
function closeBeforeQuit(
  sessions: SessionController,
  spares: SpareThreads,
  workstation: BrowserWindow,
): void {
  let closed = false
  // With the database closed nothing can be saved any more, and a question would keep a program that shows nothing.
  workstation.webContents.on('will-prevent-unload', (event) => {
    if (closed) event.preventDefault()
  })
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const ended = sessions.close().finally(() => spares.drop())
    void ended.finally(() => {
      closed = true
      app.quit()
    })
  })
}
