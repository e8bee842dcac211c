import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createConnection } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { InstalledFolder } from '../harness/installed/installed-folder.ts'
import { InstalledProgram, type StartOptions } from '../harness/installed/installed-program.ts'

// What Electron's checklist does not name, in the installed program and with the display's own keys. The list is in
// docs/electron-security.md; a test of the unit tests keeps both equal.

const PASSPHRASE_FIELD = 'input[type=password]'

let folder: InstalledFolder
let program: InstalledProgram
const others: InstalledProgram[] = []
beforeAll(async () => {
  folder = await InstalledFolder.build()
  program = await InstalledProgram.start(folder.binary)
})
afterEach(async () => {
  for (const each of others.splice(0)) await each.stop()
})
afterAll(async () => {
  await program?.stop()
  folder?.remove()
})

/** A start beside the first, on data of its own, that ends with the test. */
function startAlso(options: StartOptions, binary = folder.binary): InstalledProgram {
  const started = InstalledProgram.spawn(binary, options)
  others.push(started)
  return started
}

/** Whether something answers on this port of the machine. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** It says what was wrong, on the screen and on stderr, opens nothing, and ends when the message is closed. */
async function expectRefusal(started: InstalledProgram, name: string): Promise<void> {
  // A window that is being laid out may come and go.
  await expect.poll(() => started.titles(), { timeout: PATIENCE_MS }).toEqual(['慧眼 Huiyan'])
  expect(started.stderr).toContain('慧眼没有启动')
  expect(started.stderr).toContain(`（${name}）`)
  expect(readdirSync(started.dataFolder)).toEqual([])
  expect(await started.dismiss()).toBe(2)
}

const PORT = 9_333
const PATIENCE_MS = 20_000

describe('the program at a counter', () => {
  it('21. Keys of developer tools and of reloading do nothing', async () => {
    await program.page('void (self.stillHere = true)')
    const before = (await program.happened()).filter((each) => each === 'load').length
    await program.press('ctrl+shift+i', 'F12', 'ctrl+shift+j', 'ctrl+shift+c', 'ctrl+u')
    await program.press('ctrl+r', 'ctrl+shift+r', 'F5', 'ctrl+F5', 'ctrl+w', 'ctrl+q', 'ctrl+m', 'F11', 'alt')
    // The last key that is asked for has come, so the others have.
    await program.press('ctrl+shift+k')
    await program.until(async () => (await program.happened()).includes('key K'))
    const happened = await program.happened()
    for (const key of ['I', 'F12', 'r', 'R', 'F5']) expect(happened).toContain(`key ${key}`)
    expect(happened).not.toContain('devtools')
    expect(happened.filter((each) => each === 'load')).toHaveLength(before)
    expect(await program.page('self.stillHere')).toBe(true)
    const state = await program.evaluate(({ BrowserWindow, webContents }) => ({
      devtools: webContents.getAllWebContents().some((each) => each.isDevToolsOpened()),
      full: BrowserWindow.getAllWindows().some((each) => each.isFullScreen() || each.isMinimized()),
      bar: BrowserWindow.getAllWindows().some((each) => each.isMenuBarVisible()),
    }))
    expect(state).toEqual({ devtools: false, full: false, bar: false })
  })

  it('22. Nothing in the program opens developer tools', async () => {
    const opened = await program.evaluate(async ({ webContents }) => {
      for (const each of webContents.getAllWebContents()) {
        each.openDevTools({ mode: 'detach' })
        each.toggleDevTools()
      }
      await new Promise((resolve) => setTimeout(resolve, 500))
      return webContents.getAllWebContents().map((each) => [each.isDevToolsOpened(), each.getURL()])
    })
    expect(opened).toEqual([[false, 'app://workstation/index.html']])
  })

  it('23. The menu is our own, and nothing opens by a right click', async () => {
    const roles = await program.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((each) =>
        (each.submenu?.items ?? []).map(({ role }) => role),
      ),
    )
    expect(new Set(roles.map((role) => role?.toLowerCase()))).toEqual(
      new Set(['zoomin', 'zoomout', 'resetzoom']),
    )
    const listening = await program.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => each.listenerCount('context-menu')),
    )
    expect(listening).toEqual([0])
  })

  it('24. Keys that edit text and enlarge the page work', async () => {
    const field = `document.querySelector('${PASSPHRASE_FIELD}')`
    await program.page(`(() => {
      const area = Object.assign(document.createElement('textarea'), { id: 'typed' })
      document.body.append(area)
      area.focus()
    })()`)
    const typed = () => program.page<string>('document.querySelector("#typed").value')
    await program.press('a', 'b', 'ctrl+a', 'ctrl+c', 'End', 'ctrl+v')
    await program.until(async () => (await typed()) === 'abab')
    await program.press('ctrl+z')
    await program.until(async () => (await typed()) === 'ab')
    await program.press('ctrl+shift+z')
    await program.until(async () => (await typed()) === 'abab')
    await program.press('ctrl+a', 'ctrl+x')
    await program.until(async () => (await typed()) === '')
    await program.press('ctrl+v')
    await program.until(async () => (await typed()) === 'abab')
    await program.page('document.querySelector("#typed").remove()')
    expect(await program.page(`${field} !== null`)).toBe(true)
    const zoom = () =>
      program.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0,
      )
    for (const keys of ['ctrl+equal', 'ctrl+shift+plus']) {
      await program.press(keys)
      await program.until(async () => (await zoom()) > 1)
      await program.press('ctrl+0')
      await program.until(async () => (await zoom()) === 1)
    }
    await program.press('ctrl+minus')
    await program.until(async () => (await zoom()) < 1)
    await program.press('ctrl+0')
    await program.until(async () => (await zoom()) === 1)
  })

  it.each([
    `--remote-debugging-port=${PORT}`,
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    `--inspect=${PORT}`,
    `--inspect-brk=${PORT}`,
    '--js-flags=--expose-gc',
    '--disable-web-security',
    '--renderer-cmd-prefix=true',
    '--log-net-log=net.json',
    '--proxy-server=127.0.0.1:1',
    '--load-extension=elsewhere',
    '--developer',
    '--days-ahead=400',
    '-r',
    `-remote-debugging-port=${PORT}`,
  ])('25. A debugging switch ends the start: %s', async (word) => {
    const started = startAlso({ args: [word] })
    await expectRefusal(started, word.replace(/^-(?=\w)/, '--').replace(/=.*/, ''))
    expect(await answers(PORT)).toBe(false)
  })

  it('25. A debugging switch ends the start: behind --cli too', async () => {
    const started = startAlso({ args: ['--cli', 'doctor', `--remote-debugging-port=${PORT}`] })
    expect(await started.exited).toBe(2)
    expect(started.stderr).toContain('--remote-debugging-port')
    expect(readdirSync(started.dataFolder)).toEqual([])
  })

  it('26. Variables that turn the program into another end the start, or say nothing to it', async () => {
    const asNode = startAlso({ env: { ELECTRON_RUN_AS_NODE: '1' }, args: ['-e', 'console.log(1)'] })
    await asNode.until(async () => (await asNode.titles()).length > 0)
    expect(asNode.stderr).toContain('ELECTRON_RUN_AS_NODE')
    const withOptions = startAlso({ env: { NODE_OPTIONS: `--inspect=${PORT} --require=/nowhere.cjs` } })
    await withOptions.until(async () => (await withOptions.titles()).length > 0)
    expect(await answers(PORT)).toBe(false)
    expect(withOptions.stderr).not.toMatch(/Debugger listening|Cannot find module/)
  })

  it('27. No signal opens a debugger in the running program', async () => {
    process.kill(program.pid, 'SIGUSR1')
    expect(await program.page('1 + 1')).toBe(2)
    expect(program.stderr).not.toContain('Debugger listening')
    expect(await answers(9_229)).toBe(false)
  })

  it('28. A copy of the program under another name is no developer’s program', async () => {
    const started = startAlso(
      { args: ['--developer', `--remote-debugging-port=${PORT}`] },
      folder.underElectronsName(),
    )
    await started.until(async () => (await started.titles()).length > 0)
    expect(started.stderr).toContain('--developer、--remote-debugging-port')
    expect(await answers(PORT)).toBe(false)
  })

  it('29. A second start brings the first forward and hands it nothing', async () => {
    const before = (await program.happened()).filter((each) => each === 'load').length
    const second = startAlso({
      dataFolder: program.dataFolder,
      args: ['app://workstation/strip.html', '/etc/hostname'],
    })
    expect(await second.exited).toBe(0)
    expect((await program.happened()).filter((each) => each === 'load')).toHaveLength(before)
    expect(await program.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
    expect(await program.page('location.href')).toBe('app://workstation/index.html')
  })

  it('30. A page can save nothing to the disk', async () => {
    const cancelled = program.evaluate(
      ({ session }) =>
        new Promise((resolve) => {
          session.defaultSession.once('will-download', (event, item) => {
            // After the program's own listeners, which are older.
            resolve(event.defaultPrevented || item.getState())
          })
        }),
    )
    await program.page(`(() => {
      const content = new Blob(['people'], { type: 'application/octet-stream' })
      Object.assign(document.createElement('a'), { href: URL.createObjectURL(content), download: 'people.csv' }).click()
    })()`)
    expect(await cancelled).toBe(true)
  })

  it('31. The spelling of what is typed is looked up nowhere', async () => {
    const spelling = await program.evaluate(({ session }) => ({
      on: session.defaultSession.isSpellCheckerEnabled(),
      languages: session.defaultSession.getSpellCheckerLanguages(),
    }))
    expect(spelling.on).toBe(false)
  })

  it('32. A file that is dropped on the window opens nothing', async () => {
    const where = await program.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined) return ''
      contents.debugger.attach()
      const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await contents.debugger.sendCommand('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
      await new Promise((resolve) => setTimeout(resolve, 500))
      contents.debugger.detach()
      return contents.getURL()
    })
    expect(where).toBe('app://workstation/index.html')
  })

  it('33. A crash leaves no picture of the memory, and sends none', async () => {
    const reporter = await program.evaluate(({ app, crashReporter }) => ({
      sends: crashReporter.getUploadToServer(),
      folder: app.getPath('crashDumps'),
    }))
    expect(reporter.sends).toBe(false)
    const loads = (await program.happened()).filter((each) => each === 'load').length
    await program.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    await program.until(
      async () => (await program.happened()).filter((each) => each === 'load').length > loads,
    )
    expect(dumpsIn(program.dataFolder)).toEqual([])
    expect(dumpsIn(reporter.folder)).toEqual([])
  })

  it('34. Every session refuses, also one that is made later', async () => {
    const answers = await program.evaluate(async ({ session }) => {
      const other = session.fromPartition('another')
      return {
        net: await other.fetch('http://127.0.0.1:1/').then(
          () => 'reached',
          (error: Error) => error.message,
        ),
        spelling: other.isSpellCheckerEnabled(),
      }
    })
    expect(answers.net).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(answers.spelling).toBe(false)
  })

  it('35. Windows of other programs reach no port of this one', () => {
    expect(listeningSockets(program.pid)).toEqual([])
  })
})

/** Lines of the kernel's table of TCP sockets that listen and belong to the process. */
function listeningSockets(pid: number): readonly string[] {
  const own = new Set<string>()
  for (const name of readdirSync(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${name}`))?.[1]
    if (inode !== undefined) own.add(inode)
  }
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .filter((line) => {
        const [, , , state, , , , , , inode = ''] = line.trim().split(/\s+/)
        return state === LISTENING && own.has(inode)
      }),
  )
}

const LISTENING = '0A'

/** A file that was closed meanwhile leads nowhere. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function dumpsIn(path: string): readonly string[] {
  try {
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmp'))
  } catch {
    return []
  }
}
