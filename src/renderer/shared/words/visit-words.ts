import type { TFunction } from 'i18next'
import type { BoardVisit, Visit } from '../../../shared/contract/lobby.ts'
import { minutesOf, waitOf } from '../../../shared/domain/lobby/visit.ts'
import type { Prompt } from '../../../shared/domain/prompts/prompts.ts'
import { whoText } from '../person/who.ts'
import { blockText } from './prompt-text.ts'

/** Who a visit is of: a masked name, a lead's surname and title, or a stranger. */
export function visitorName({ customer, lead }: Visit, t: TFunction): string {
  if (customer !== null) return customer.maskedName
  if (lead !== null) return t(`lobby.leadName.${lead.title}`, { surname: lead.surname })
  return t('lobby.stranger')
}

/** How somebody is spoken of in a short line: the ticket first, because that is what was called out. */
export function visitName(visit: Visit, t: TFunction): string {
  return withTickets(visit, visitorName(visit, t))
}

/** Who a visit is of, as everything that writes names them: a customer by name, end of the phone and number. */
export function visitWho(visit: Visit, t: TFunction): string {
  return withTickets(visit, visit.customer === null ? visitorName(visit, t) : whoText(visit.customer))
}

function withTickets({ tickets }: Visit, who: string): string {
  return [tickets.join(' '), who].filter((part) => part !== '').join(' ')
}

/** What somebody came for, or that nobody has asked yet. */
export function businessText(business: Visit['business'], t: TFunction): string {
  return t(business === null ? 'lobby.notAsked' : `lobby.business.${business}`)
}

/** `3 分`; a longer wait than an hour is said in hours, so that the column stays narrow. */
export function waitText(
  visit: Pick<Visit, 'arrivedAt' | 'waitedUntilAt'>,
  nowAt: number,
  t: TFunction,
): string {
  return minutesText(waitOf(visit, nowAt), t)
}

export function minutesText(milliseconds: number, t: TFunction): string {
  const minutes = minutesOf(milliseconds)
  if (minutes < 60) return t('lobby.minutes', { minutes })
  return t('lobby.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** The first thing to say in a few words, with the day it rests on (L3); the panel has the whole reason. */
export function promptText({ kind, reason }: Prompt, t: TFunction): string {
  return `${t(`prompts.kind.${kind}`)} ${reason.on.slice(5)}`
}

/**
 * The first reason why something is not said, with the day it rests on, and how many more there are (L4). The wish to be
 * left alone has a sign of its own on the row.
 */
export function blockedText({ blocks }: BoardVisit, todayOn: string, t: TFunction): string | null {
  const [first, ...others] = blocks.filter(({ kind }) => kind !== 'do-not-disturb')
  if (first === undefined) return null
  const text = blockText(first, todayOn, t)
  return others.length === 0 ? text : t('lobby.moreBlocks', { text, count: others.length })
}
