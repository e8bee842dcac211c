import type { TFunction } from 'i18next'
import { screensOf } from '../../../shared/domain/branch/function-codes.ts'
import type { Role } from '../../../shared/domain/branch/roles.ts'
import {
  CONTACT_LETTER,
  LEAD_LETTER,
  LOBBY_LETTER,
  MOVE_LETTER,
  RECORD_LETTER,
} from '../../../shared/domain/branch/screen-letters.ts'
import { letterOfProduct, PRODUCTS } from '../../../shared/domain/customer/products.ts'
import { VISIT_MOVES } from '../../../shared/domain/lobby/visit.ts'
import { PROMPT_RESPONSES } from '../../../shared/domain/prompts/prompt-history.ts'
import { CHANNELS, OUTCOMES } from '../../../shared/domain/work/contact.ts'
import { LEVELS, SIGNALS } from '../../../shared/domain/work/intent.ts'
import { REFERRAL_OUTCOMES } from '../../../shared/domain/work/referral.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { keysOf, railKey } from '../../shared/keys/frame-keys.ts'
import { digitOfLevel, digitOfSignal } from '../../shared/keys/pad-keys.ts'
import { KEY_OF_ANSWER } from '../../shared/keys/prompt-keys.ts'
import { KEY_OF_ACTION, type ReferralAction } from '../../shared/keys/referral-keys.ts'

/** One line of the card: the keys to press, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[]
  readonly text: string
}

export interface KeyGroup {
  readonly title: string
  readonly lines: readonly KeyLine[]
}

/** Keys that the branch or this PC chose. */
export interface ChosenKeys {
  /** The branch's key for each product. */
  readonly letters: string
  /** What raises the strip, as the operating system is asked for it. */
  readonly stripShortcut: string
}

/**
 * The keys that somebody in this role can use, in the order of the printed card (L9). Letters and digits come from the
 * lists that the screens read them from, so the card cannot promise another key than the one that works.
 */
export function keyGroups(role: Role, chosen: ChosenKeys, t: TFunction): readonly KeyGroup[] {
  const groups = [anywhere(role, chosen, t)]
  if (mayCall(role, 'customers.open')) groups.push(listKeys(t), personKeys(t), promptKeys(t))
  if (mayCall(role, 'lobby.advance')) groups.push(lobbyKeys(t))
  if (mayCall(role, 'intents.flag')) groups.push(...flagKeys(chosen, t))
  if (mayCall(role, 'followups.record')) groups.push(...contactKeys(t))
  if (mayCall(role, 'referrals.list')) groups.push(referralKeys(t))
  if (mayCall(role, 'leads.advance')) groups.push(leadKeys(role, t))
  return groups
}

function anywhere(role: Role, { stripShortcut }: ChosenKeys, t: TFunction): KeyGroup {
  const rail = screensOf(role)
  const screens = rail.map((screen) => ({
    keys: ['Alt', railKey(screen, rail)],
    text: t(`app.rail.${screen}`),
  }))
  const box = { keys: ['Ctrl', 'K'], text: t('help.key.box') }
  const strip = { keys: keysOf(stripShortcut), text: t('help.key.strip') }
  return {
    title: t('help.group.anywhere'),
    lines: [
      ...(mayCall(role, 'customers.search') ? [box] : []),
      ...screens,
      ...(mayCall(role, 'strip.show') ? [strip] : []),
      ...(mayCall(role, 'customers.open') ? [{ keys: ['Alt', '←', '→'], text: t('help.key.wander') }] : []),
      { keys: ['Esc'], text: t('help.key.back') },
      { keys: ['F1'], text: t('help.key.help') },
    ],
  }
}

function listKeys(t: TFunction): KeyGroup {
  return {
    title: t('help.group.list'),
    lines: [
      { keys: ['↑', '↓'], text: t('help.key.move') },
      { keys: ['PgUp', 'PgDn'], text: t('help.key.page') },
      { keys: ['Home', 'End'], text: t('help.key.ends') },
      { keys: ['Enter'], text: t('help.key.open') },
      { keys: ['Space', 'Shift ↓', 'Ctrl A'], text: t('help.key.mark') },
      { keys: [RECORD_LETTER, 'F6'], text: t('help.key.record') },
    ],
  }
}

function lobbyKeys(t: TFunction): KeyGroup {
  return {
    title: t('help.group.lobby'),
    lines: [
      ...VISIT_MOVES.map((move) => ({
        keys: [MOVE_LETTER[move]],
        text: t(move === 'undo' ? 'help.key.undo' : `lobby.move.${move}`),
      })),
      { keys: [LOBBY_LETTER.identify], text: t('lobby.identify') },
      { keys: [LOBBY_LETTER.part], text: t('lobby.part.title') },
      { keys: [LOBBY_LETTER.arrival], text: t('lobby.form.title') },
      { keys: [CONTACT_LETTER.business], text: t('lobby.contact.business') },
      { keys: [CONTACT_LETTER.clue], text: t('lobby.contact.clue') },
      { keys: [CONTACT_LETTER.doNotDisturb], text: t('lobby.contact.doNotDisturb') },
    ],
  }
}

function personKeys(t: TFunction): KeyGroup {
  return {
    title: t('help.group.person'),
    lines: [
      { keys: ['Alt', '↑', '↓'], text: t('help.key.neighbour') },
      { keys: ['F4'], text: t('help.key.refer') },
      { keys: ['F6'], text: t('help.key.contact') },
      { keys: ['F7'], text: t('help.key.prompts') },
      { keys: ['Ctrl', 'Z'], text: t('help.key.undo') },
      { keys: ['Esc'], text: t('help.key.leave') },
    ],
  }
}

/** On a prompt that has the focus. */
function promptKeys(t: TFunction): KeyGroup {
  return {
    title: t('help.group.prompt'),
    lines: [
      { keys: ['Enter'], text: t('help.key.play') },
      ...PROMPT_RESPONSES.map((response) => ({
        // A refusal is asked for twice.
        keys: Array<string>(response === 'refused' ? 2 : 1).fill(KEY_OF_ANSWER[response]),
        text: t(`prompts.answer.${response}`),
      })),
    ],
  }
}

function flagKeys({ letters }: ChosenKeys, t: TFunction): readonly KeyGroup[] {
  return [
    {
      title: t('help.group.product'),
      lines: PRODUCTS.map(({ code }) => ({
        keys: [letterOfProduct(code, letters)],
        text: t(`intents.product.${code}`),
      })),
    },
    {
      title: t('help.group.level'),
      lines: LEVELS.map((level) => ({ keys: [digitOfLevel(level)], text: t(`intents.level.${level}`) })),
    },
    {
      title: t('help.group.signal'),
      lines: SIGNALS.map((signal) => ({
        keys: [digitOfSignal(signal)],
        text: t(`intents.signal.${signal}`),
      })),
    },
  ]
}

/** The dialog numbers its choices in the order of these lists. */
function contactKeys(t: TFunction): readonly KeyGroup[] {
  const numbered = (text: string, index: number): KeyLine => ({ keys: [String(index + 1)], text })
  return [
    {
      title: t('help.group.channel'),
      lines: [
        ...CHANNELS.map((channel) => t(`followups.channel.${channel}`)),
        t('followups.contact.noteOnly'),
      ].map(numbered),
    },
    {
      title: t('help.group.outcome'),
      lines: OUTCOMES.map((outcome) => t(`followups.outcome.${outcome}`)).map(numbered),
    },
    {
      title: t('help.group.contact'),
      lines: [
        { keys: ['Enter'], text: t('help.key.save') },
        { keys: ['Shift', 'Enter'], text: t('help.key.newLine') },
        { keys: ['Esc'], text: t('help.key.cancel') },
      ],
    },
  ]
}

function leadKeys(role: Role, t: TFunction): KeyGroup {
  const moves = (['contacted', 'qualified', 'converted', 'lost'] as const).map((state) => ({
    keys: [LEAD_LETTER[state]],
    text: t(`leads.state.${state}`),
  }))
  const assign = { keys: [LEAD_LETTER.assign], text: t('leads.reassign') }
  return {
    title: t('help.group.lead'),
    lines: [
      { keys: ['F3'], text: t('leads.quick.title') },
      ...moves,
      ...(mayCall(role, 'leads.reassign') ? [assign] : []),
    ],
  }
}

/** Read from the screen that obeys them. */
function referralKeys(t: TFunction): KeyGroup {
  const actions: readonly ReferralAction[] = ['accept', 'decline', ...REFERRAL_OUTCOMES, 'withdraw']
  return {
    title: t('help.group.referral'),
    lines: actions.map((action) => ({
      keys: [KEY_OF_ACTION[action]],
      text: t(`referrals.action.${action}`),
    })),
  }
}
