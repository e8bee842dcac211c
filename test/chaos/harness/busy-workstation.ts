import { once } from 'node:events'
import type { ImportProfile } from '../../../src/shared/contract/import-profile.ts'
import { PRODUCT_CODES } from '../../../src/shared/domain/customer/products.ts'
import { signIn, trySignIn } from '../../e2e/harness/signing-in.ts'
import { nextOpenDialogAnswers } from '../../e2e/harness/stand-in-dialogs.ts'
import { Workstation } from '../../e2e/harness/workstation.ts'
import { HEAD } from './chaos-branch.ts'
import type { Acknowledged } from './post-mortem.ts'

/** Flags that are on their way at the same time. */
const AT_ONCE = 4

/** The real application at work, until every process of it is killed at once. */
export class BusyWorkstation {
  readonly acknowledged: Acknowledged[] = []
  readonly #workstation: Workstation
  readonly #heard = new EventTarget()

  private constructor(workstation: Workstation) {
    this.#workstation = workstation
  }

  static async start(dataFolder: string): Promise<BusyWorkstation> {
    return new BusyWorkstation(await Workstation.start({ dataFolder }))
  }

  signIn(): Promise<void> {
    return signIn(this.#workstation, HEAD)
  }

  /** Sends number and passphrase and waits for nothing: the branch is being opened, and old work taken back. */
  beginSignIn(): Promise<void> {
    return trySignIn(this.#workstation, HEAD)
  }

  /** Flags one wish after the other for as long as the application lives. */
  async flagOnAndOn(people: readonly string[]): Promise<void> {
    const { window } = this.#workstation
    await window.exposeFunction('acknowledge', (done: Acknowledged) => {
      this.acknowledged.push(done)
      this.#heard.dispatchEvent(new Event('acknowledged'))
    })
    const work = window.evaluate(flagForever, { people, products: PRODUCT_CODES, atOnce: AT_ONCE })
    work.catch(() => undefined)
  }

  /** Starts an import through the window, and leaves it running. */
  async import(folder: string, profile: ImportProfile): Promise<void> {
    const { app, window: page } = this.#workstation
    await nextOpenDialogAnswers(app, [folder])
    const outcome = await page.evaluate(async (chosenProfile) => {
      const chosen = await window.huiyan.call('imports.choose', { kind: 'folder' })
      if (!chosen.ok || chosen.value === null) return chosen
      return window.huiyan.call('imports.run', { token: chosen.value.token, profile: chosenProfile, again: true })
    }, profile)
    if (!outcome.ok) throw new Error(`The import did not start: ${outcome.error.code}`)
  }

  /** Resolves when that many flags were acknowledged. */
  async hearOf(flags: number): Promise<void> {
    while (this.acknowledged.length < flags) await once(this.#heard, 'acknowledged')
  }

  /** Kills every process of the application at once, as a power cut does. */
  async kill(): Promise<void> {
    const { app } = this.#workstation
    const ended = app.waitForEvent('close')
    const { pid } = app.process()
    if (pid === undefined) throw new Error('The application is not running')
    // It leads a process group of its own, with its windows and helpers in it.
    process.kill(-pid, 'SIGKILL')
    await ended
  }

  stop(): Promise<void> {
    return this.#workstation.stop()
  }
}

interface Errand {
  readonly people: readonly string[]
  readonly products: typeof PRODUCT_CODES
  readonly atOnce: number
}

/** Runs in the window: what the flag keys do, without the hand that presses them. */
async function flagForever({ people, products, atOnce }: Errand): Promise<void> {
  const acknowledge: (done: object) => Promise<void> = Reflect.get(window, 'acknowledge')
  let next = 0
  const flagOn = async (): Promise<void> => {
    for (;;) {
      const turn = next++
      const customerUid = people[turn % people.length] ?? ''
      const product = products[turn % products.length] ?? 'deposit'
      const reply = await window.huiyan.call('intents.flag', { customerUid, product, level: 'high' })
      if (!reply.ok) throw new Error(reply.error.code)
      void acknowledge({ intentUid: reply.value.intent.uid, evidenceUid: reply.value.evidenceUid })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, flagOn))
}
