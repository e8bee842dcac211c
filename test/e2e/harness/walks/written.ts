import type { ElectronApplication } from 'playwright-core'

/** A call that reached the router, and what it answered. */
export interface Crossed {
  readonly name: string
  readonly input: unknown
  readonly reply: unknown
}

/** Somebody as the screens may show them. */
export interface Known {
  readonly maskedName: string
  readonly phoneTail: string
  readonly customerNo: string
}

/** Whom a write is about: a customer, or a stranger by their ticket. */
export type Written =
  | { readonly kind: 'customer'; readonly uid: string }
  | { readonly kind: 'stranger'; readonly tickets: readonly string[] }

/** Every call since the last time, with its answer; the recorder stands before the router. */
export function takeCalls(app: ElectronApplication): Promise<readonly Crossed[]> {
  return app.evaluate(async () => {
    const calls: Crossed[] = Reflect.get(globalThis, 'callsOfWindows')
    for (let waits = 0; waits < 400 && Reflect.get(globalThis, 'callsUnderWay') > 0; waits += 1)
      await new Promise((done) => setTimeout(done, 5))
    return calls.splice(0)
  })
}

/** Who is who, learned from the answers that the window itself got. */
export class WhoIsWho {
  readonly customers = new Map<string, Known>()
  readonly #intents = new Map<string, string>()
  readonly #contacts = new Map<string, string>()
  readonly #visits = new Map<string, Written>()

  learn({ name, input, reply }: Crossed): void {
    const value = fieldOf(reply, 'value')
    if (name === 'intents.flag')
      this.#intents.set(textOf(fieldOf(value, 'intent'), 'uid'), textOf(input, 'customerUid'))
    if (name === 'followups.contact')
      this.#contacts.set(textOf(value, 'uid'), textOf(fieldOf(value, 'customer'), 'uid'))
    this.#read(value)
  }

  /** Whom a write is about; null for a call that writes nobody's name. */
  writtenBy({ name, input, reply }: Crossed): Written | null {
    switch (name) {
      case 'intents.flag':
      case 'referrals.offer':
      case 'followups.note':
        return { kind: 'customer', uid: textOf(input, 'customerUid') }
      case 'followups.record':
        // About the customer alone, it names them itself.
        return {
          kind: 'customer',
          uid: textOf(input, 'customerUid') || (this.#intents.get(textOf(input, 'intentUid')) ?? ''),
        }
      case 'followups.correct':
        return { kind: 'customer', uid: this.#contacts.get(textOf(input, 'contactUid')) ?? '' }
      case 'undo.take':
        return subjectOf(fieldOf(fieldOf(reply, 'value'), 'subject'))
      case 'lobby.advance':
      case 'lobby.firstContact':
      case 'lobby.identify':
        return this.#visits.get(textOf(input, 'visitUid')) ?? null
      default:
        return null
    }
  }

  #read(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.#read(each)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const uid = fieldOf(value, 'uid')
    const [intent, customer, fields] = ['intent', 'customer', 'fields'].map((name) => fieldOf(value, name))
    if (typeof uid === 'string') {
      if (typeof fieldOf(value, 'maskedName') === 'string') this.#meet(uid, value)
      if (Array.isArray(fields)) this.#open(uid, value, fields)
      const tickets = fieldOf(value, 'tickets')
      if (Array.isArray(tickets)) this.#visits.set(uid, visitorOf(customer, tickets))
    }
    const [ofIntent, ofCustomer] = [fieldOf(intent, 'uid'), fieldOf(customer, 'uid')]
    if (typeof ofIntent === 'string' && typeof ofCustomer === 'string')
      this.#intents.set(ofIntent, ofCustomer)
    for (const each of Object.values(value)) this.#read(each)
  }

  #meet(uid: string, line: object): void {
    const phone = fieldOf(line, 'maskedPhone')
    this.customers.set(uid, {
      maskedName: textOf(line, 'maskedName'),
      phoneTail: typeof phone === 'string' ? phone.slice(-4) : '',
      customerNo: textOf(line, 'customerNo'),
    })
  }

  #open(uid: string, opened: object, fields: readonly unknown[]): void {
    const shown = (name: string) =>
      textOf(
        fields.find((each) => fieldOf(each, 'field') === name),
        'text',
      )
    const [maskedName, phoneTail] = [shown('name'), shown('phone').slice(-4)]
    this.customers.set(uid, { maskedName, phoneTail, customerNo: textOf(opened, 'customerNo') })
    const intents = fieldOf(opened, 'intents')
    if (!Array.isArray(intents)) return
    for (const intent of intents) this.#intents.set(textOf(intent, 'uid'), uid)
  }
}

function visitorOf(customer: unknown, tickets: readonly unknown[]): Written {
  const uid = fieldOf(customer, 'uid')
  if (typeof uid === 'string') return { kind: 'customer', uid }
  return { kind: 'stranger', tickets: tickets.map(String) }
}

/** Whom a step that was taken back was about; null for a lead, whom these walks never meet. */
function subjectOf(subject: unknown): Written | null {
  const ticket = fieldOf(subject, 'ticket')
  if (typeof ticket === 'string') return { kind: 'stranger', tickets: [ticket] }
  const uid = fieldOf(fieldOf(subject, 'customer'), 'uid')
  return typeof uid === 'string' ? { kind: 'customer', uid } : null
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function textOf(value: unknown, name: string): string {
  const found = fieldOf(value, name)
  return typeof found === 'string' ? found : ''
}
