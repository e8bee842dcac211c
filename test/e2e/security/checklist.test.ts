import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { InstalledFolder, packagedFuses } from '../harness/installed/installed-folder.ts'
import { InstalledProgram } from '../harness/installed/installed-program.ts'

// The list of docs/electron-security.md, in the installed program itself. A test of the unit tests keeps both equal.

let folder: InstalledFolder
let program: InstalledProgram
beforeAll(async () => {
  folder = await InstalledFolder.build()
  program = await InstalledProgram.start(folder.binary)
})
afterAll(async () => {
  await program?.stop()
  folder?.remove()
})

/** What Electron made of our preferences for every window, under its own names; those it does not list are off. */
function preferences(): Promise<readonly Record<string, unknown>[]> {
  return program.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((each) => ({ ...(Reflect.get(each, 'getLastWebPreferences') as () => object).call(each) })),
  )
}

async function everyPreference(name: string): Promise<readonly unknown[]> {
  const all = await preferences()
  expect(all.length).toBeGreaterThan(0)
  return [...new Set(all.map((each) => each[name] || false))]
}

/** Runs a script in the page and says where the page is afterwards. */
async function pageAfter(script: string): Promise<string> {
  await program.page(`void (() => { ${script} })()`)
  await program.page('new Promise((resolve) => setTimeout(resolve, 200))')
  await program.until(async () => (await program.page('location.href')) === PAGE).catch(() => undefined)
  return program.page('location.href')
}

const PAGE = 'app://workstation/index.html'

describe('Electron’s checklist', () => {
  it('1. Only load secure content', async () => {
    expect(await program.page('isSecureContext')).toBe(true)
    const loaded = await program.page<string[]>(
      '[...document.querySelectorAll("[src], link[href]")].map(({ src, href }) => src ?? href)',
    )
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter((address) => !/^(app:\/\/workstation\/|blob:app:|data:)/.test(address))).toEqual([])
    const tried = await program.page<string[]>(`Promise.all(
      ['http://127.0.0.1:1/', 'https://example.com/', 'app://other/'].map((address) =>
        fetch(address).then(() => 'reached', (error) => error.name)))`)
    expect(tried).toEqual(['TypeError', 'TypeError', 'TypeError'])
    expect(
      await program.evaluate(({ net }) =>
        net.fetch('http://127.0.0.1:1/').then(
          () => 'reached',
          (error: Error) => error.message,
        ),
      ),
    ).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  it('2. Do not enable Node.js integration for remote content', async () => {
    for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      expect(await everyPreference(name)).toEqual([false])
    const seen = `['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in self)`
    expect(await program.page(seen)).toEqual([])
    const inWorker = `new Promise((resolve, reject) => {
      const code = new Blob([${JSON.stringify(`postMessage(${seen})`)}], { type: 'text/javascript' })
      const worker = new Worker(URL.createObjectURL(code))
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = reject
    })`
    expect(await program.page(inWorker)).toEqual([])
  })

  it('3. Enable context isolation', async () => {
    expect(await everyPreference('contextIsolation')).toEqual([true])
    // The preload's world: what the page sets there is not seen here.
    const seen = await program.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      await contents?.executeJavaScript('Array.prototype.poisoned = true; void 0')
      const there = await contents?.executeJavaScriptInIsolatedWorld(999, [{ code: '"poisoned" in []' }])
      await contents?.executeJavaScript('delete Array.prototype.poisoned; void 0')
      return there
    })
    expect(seen).toBe(false)
  })

  it('4. Enable process sandboxing', async () => {
    expect(await everyPreference('sandbox')).toEqual([true])
    // Without a sandbox the bridge's script could load modules of Node.
    const preload = readFileSync(join(projectRoot, 'out/preload/index.cjs'), 'utf8')
    expect([...preload.matchAll(/require\((.+?)\)/g)].map(([, name]) => name?.slice(1, -1))).toEqual([
      'electron',
    ])
  })

  it('5. Handle session permission requests from remote content', async () => {
    const states = await program.page<string[]>(`Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage'].map(
        (name) => navigator.permissions.query({ name }).then(({ state }) => state)))`)
    expect(new Set(states)).toEqual(new Set(['denied']))
    const refused = await program.page<string[]>(`Promise.all([
      navigator.mediaDevices.getUserMedia({ audio: true }),
      navigator.mediaDevices.getDisplayMedia({ video: true }),
      navigator.clipboard.readText(),
      navigator.serial.requestPort(),
      navigator.hid.requestDevice({ filters: [] }).then((found) => { if (found.length === 0) throw new DOMException('', 'NothingChosen') }),
      navigator.usb.requestDevice({ filters: [] }),
    ].map((asked) => asked.then(() => 'granted', (error) => error.name)))`)
    expect(refused).not.toContain('granted')
  })

  it('6. Do not disable webSecurity', async () => {
    expect(await everyPreference('webSecurity')).toEqual([true])
    expect(
      await program.page(`fetch('file:///etc/hostname').then(() => 'read', (error) => error.name)`),
    ).toBe('TypeError')
  })

  it('7. Define a Content Security Policy', async () => {
    const pages = ['index.html', 'strip.html', 'sheet.html', 'nowhere.html']
    const policies = await program.evaluate(
      ({ net }, names) =>
        Promise.all(
          names.map(async (name) =>
            (await net.fetch(`app://workstation/${name}`)).headers.get('content-security-policy'),
          ),
        ),
      pages,
    )
    expect(new Set(policies).size).toBe(1)
    expect(policies[0]).toContain("default-src 'none'; script-src 'self';")
    expect(policies[0]).not.toMatch(/https?:|\*|unsafe-eval/)
    await program.page(
      `void document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="self.ran = 1">')`,
    )
    await program.page(
      `void document.head.append(Object.assign(document.createElement('script'), { text: 'self.ran = 2' }))`,
    )
    await program.page('new Promise((resolve) => setTimeout(resolve, 200))')
    expect(await program.page('"ran" in self')).toBe(false)
  })

  it('8. Do not enable allowRunningInsecureContent', async () => {
    expect(await everyPreference('allowRunningInsecureContent')).toEqual([false])
  })

  it('9. Do not enable experimental features', async () => {
    expect(await everyPreference('experimentalFeatures')).toEqual([false])
    expect(
      await program.evaluate(({ app }) =>
        app.commandLine.hasSwitch('enable-experimental-web-platform-features'),
      ),
    ).toBe(false)
  })

  it('10. Do not use enableBlinkFeatures', async () => {
    expect(await everyPreference('enableBlinkFeatures')).toEqual([false])
    expect(await program.evaluate(({ app }) => app.commandLine.hasSwitch('enable-blink-features'))).toBe(
      false,
    )
  })

  it('11. Do not use allowpopups for WebViews', async () => {
    expect(await everyPreference('webviewTag')).toEqual([false])
    const made = await program.page(`(() => {
      const view = document.createElement('webview')
      view.setAttribute('allowpopups', '')
      view.setAttribute('src', 'https://example.com/')
      document.body.append(view)
      const made = { methods: 'loadURL' in view, inside: view.shadowRoot !== null }
      view.remove()
      return made
    })()`)
    expect(made).toEqual({ methods: false, inside: false })
  })

  it('12. Verify WebView options before creation', async () => {
    // A window that somebody might still open with the tag attaches none all the same.
    const attached = await program.evaluate(async ({ BrowserWindow, webContents }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } })
      await window
        .loadURL('data:text/html,<webview src="data:text/html,inside" allowpopups></webview>')
        .catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 500))
      const kinds = webContents.getAllWebContents().map((each) => each.getType())
      window.destroy()
      return kinds.includes('webview')
    })
    expect(attached).toBe(false)
  })

  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'file:///etc/hostname',
    'data:text/html,elsewhere',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://workstation/index.html',
    'chrome://gpu/',
    'app://other/index.html',
    'app://workstation/strip.html',
    'about:blank',
  ])('13. Disable or limit navigation: %s', async (address) => {
    expect(await pageAfter(`location.assign(${JSON.stringify(address)})`)).toBe(PAGE)
    const click = `Object.assign(document.createElement('a'), { href: ${JSON.stringify(address)} }).click()`
    expect(await pageAfter(click)).toBe(PAGE)
  })

  it.each(['', '_blank', 'noopener'])('14. Disable or limit creation of new windows: %s', async (target) => {
    const before = await program.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    const opened = await program.page(`[
      'https://example.com/', 'about:blank', 'app://workstation/strip.html', 'view-source:app://workstation/index.html',
    ].map((address) => window.open(address, ${JSON.stringify(target)}, ${JSON.stringify(target)}))`)
    expect(opened).toEqual([null, null, null, null])
    expect(await program.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before)
  })

  it('15. Do not use shell.openExternal with untrusted content', async () => {
    const bundle = readFileSync(join(projectRoot, 'out/main/index.js'), 'utf8')
    expect(bundle).not.toMatch(/openExternal|openPath/)
    // What the page would hand to another program of the system goes through the same refusal as a permission.
    for (const address of [
      'mailto:nobody@huiyan.invalid',
      'tel:10000000000',
      'ms-settings:',
      'search-ms:query=x',
    ])
      expect(await pageAfter(`location.assign(${JSON.stringify(address)})`)).toBe(PAGE)
  })

  it('16. Use a current version of Electron', () => {
    const wanted: { devDependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(projectRoot, 'package.json'), 'utf8'),
    )
    const locked: { packages: Record<string, { version: string }> } = JSON.parse(
      readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'),
    )
    const table = readFileSync(join(projectRoot, 'docs/electron-security.md'), 'utf8')
    const [major] = (locked.packages['node_modules/electron']?.version ?? '').split('.')
    expect(wanted.devDependencies.electron).toMatch(new RegExp(`^\\^${major}\\.`))
    expect(table).toContain(`Electron ${major}`)
  })

  it('17. Validate the sender of all IPC messages', async () => {
    const answers = await program.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL('data:text/html,stranger')
      const answer = await stranger.webContents.executeJavaScript(
        `window.huiyan.call('session.state', {}).then((reply) => reply, (error) => ({ thrown: String(error) }))`,
      )
      stranger.destroy()
      return answer
    })
    expect(answers).toMatchObject({ ok: false, error: { code: 'call.untrustedSender' } })
    expect(await program.page(`window.huiyan.call('session.state', {})`)).toMatchObject({ ok: true })
  })

  it('18. Avoid usage of the file protocol and prefer usage of custom protocols', async () => {
    const pages = await program.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => new URL(each.getURL()).protocol),
    )
    expect(new Set(pages)).toEqual(new Set(['app:']))
    const ours = await program.evaluate(({ app, protocol }) => ({
      handled: protocol.isProtocolHandled('app'),
      file: protocol.isProtocolHandled('file'),
      // Nothing of the system may open the program with an address.
      registered: ['app', 'huiyan', 'http', 'https', 'mailto'].filter((scheme) =>
        app.isDefaultProtocolClient(scheme),
      ),
    }))
    expect(ours).toEqual({ handled: true, file: false, registered: [] })
    expect(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')).not.toMatch(
      /^(protocols|fileAssociations)/m,
    )
  })

  it('19. Check which fuses you can change', async () => {
    const burnt = await getCurrentFuseWire(folder.binary)
    const wanted = packagedFuses()
    expect(wanted.size).toBeGreaterThanOrEqual(8)
    for (const [fuse, on] of wanted) expect([fuse, burnt[fuse]]).toEqual([fuse, on ? 49 : 48])
  })

  it('20. Do not expose Electron APIs to untrusted web content', async () => {
    const bridge = await program.page(`({
      names: Object.keys(window.huiyan),
      replaced: (() => { try { window.huiyan.call = () => 'mine'; return window.huiyan.call() === 'mine' } catch { return false } })(),
      ipc: ['ipcRenderer', 'electron', 'contextBridge', 'webFrame'].filter((name) => name in window),
    })`)
    expect(bridge).toEqual({ names: ['call', 'on'], replaced: false, ipc: [] })
    // Listens before anything is sent: the two go to the window by different ways.
    await program.page(
      `void (window.heard = new Promise((resolve) => window.huiyan.on('strip', (...all) => resolve(all))))`,
    )
    await program.evaluate(({ webContents }) => {
      for (const each of webContents.getAllWebContents()) each.send('huiyan:topic', 'strip', { folded: true })
    })
    // The message and nothing else: an event would lead to `ipcRenderer`.
    expect(await program.page<unknown[]>('window.heard')).toEqual([{ folded: true }])
  })
})
