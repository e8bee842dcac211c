import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workstation } from '../harness/workstation.ts'

const ELSEWHERE = 'https://example.com/'

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
})
afterAll(() => workstation?.stop())

describe('a window of the workstation', () => {
  it('stays on its own page whatever it is told to open', async () => {
    const { window } = workstation
    await window.evaluate((address) => location.assign(address), ELSEWHERE)
    await window.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address })
      document.body.append(link)
      link.click()
      link.remove()
    }, ELSEWHERE)
    await window.evaluate(() => location.assign('file:///etc/passwd'))
    expect(window.url()).toBe('app://workstation/index.html')
    expect(await window.evaluate(() => location.href)).toBe('app://workstation/index.html')
  })

  it('opens no other window', async () => {
    const opened = await workstation.window.evaluate(
      (address) => [
        window.open(address),
        window.open('about:blank'),
        window.open('app://workstation/strip.html'),
      ],
      ELSEWHERE,
    )
    expect(opened).toEqual([null, null, null])
    expect(workstation.app.windows()).toHaveLength(1)
  })

  it('frames no page, foreign or its own', async () => {
    const shown = await workstation.window.evaluate(
      async (addresses) => {
        const texts: string[] = []
        for (const address of addresses) {
          const frame = document.createElement('iframe')
          const settled = new Promise((resolve) => frame.addEventListener('load', resolve))
          frame.src = address
          document.body.append(frame)
          await settled
          texts.push(frame.contentDocument?.body?.textContent ?? '')
          frame.remove()
        }
        return texts
      },
      [ELSEWHERE, 'app://workstation/index.html'],
    )
    expect(shown).toEqual(['', ''])
  })

  it('is granted no permission', async () => {
    const granted = await workstation.window.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(
        () => 'granted',
        (error: Error) => error.name,
      ),
      place: (await navigator.permissions.query({ name: 'geolocation' })).state,
    }))
    expect(granted).toEqual({
      notification: 'denied',
      clipboard: 'NotAllowedError',
      place: 'denied',
    })
  })

  it('reaches nothing on the network', async () => {
    const outcome = await workstation.window.evaluate(async (address) => {
      const viaFetch = await fetch(address).then(
        () => 'reached',
        (error: Error) => error.name,
      )
      const viaPicture = await new Promise((resolve) => {
        const picture = new Image()
        picture.addEventListener('load', () => resolve('reached'))
        picture.addEventListener('error', () => resolve('refused'))
        picture.src = address
      })
      return { viaFetch, viaPicture }
    }, 'http://127.0.0.1:1/')
    expect(outcome).toEqual({ viaFetch: 'TypeError', viaPicture: 'refused' })
  })

  it('runs no script but the product’s own files', async () => {
    const ran = await workstation.window.evaluate(async () => {
      const inline = document.createElement('script')
      inline.textContent = 'window.inlineRan = true'
      document.head.append(inline)
      const picture = document.createElement('div')
      picture.innerHTML = '<img src="x" onerror="window.handlerRan = true">'
      document.body.append(picture)
      // In a task of its own, because what a debugger evaluates may evaluate further whatever the policy says.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "ran"')())
          } catch (error) {
            resolve(error instanceof EvalError ? 'refused' : error)
          }
        })
      })
      return { inline: 'inlineRan' in window, handler: 'handlerRan' in window, evaluated }
    })
    expect(ran).toEqual({ inline: false, handler: false, evaluated: 'refused' })
  })

  it('sees nothing of Node or Electron', async () => {
    const seen = await workstation.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    )
    expect(seen).toEqual([])
    expect(await workstation.window.evaluate(() => Object.keys(window.huiyan))).toEqual(['call', 'on'])
  })
})

describe('the windows’ own scheme', () => {
  it.each([
    'app://workstation/../main/index.js',
    'app://workstation/..%2fmain%2findex.js',
    'app://workstation/%2e%2e/%2e%2e/package.json',
    'app://workstation/assets/..%5c..%5cmain%5cindex.js',
    'app://workstation/C:/Windows/win.ini',
    'app://workstation//etc/passwd',
    'app://workstation/%00',
    'app://workstation/%E0%A4%A',
    'app://other/index.html',
  ])('finds nothing outside of its folder: %s', async (address) => {
    const status = await workstation.app.evaluate(
      async ({ net }, url) => (await net.fetch(url)).status,
      address,
    )
    expect(status).toBe(404)
  })

  it('serves a page with a policy that names no other source', async () => {
    const policy = await workstation.app.evaluate(async ({ net }) =>
      (await net.fetch('app://workstation/index.html')).headers.get('content-security-policy'),
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  })
})
