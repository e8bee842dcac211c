import type { ErrorDetail } from '../../shared/domain/branch/app-error.ts'
import { CATALOGUES } from '../../shared/locale/index.ts'
import type { Language } from '../../shared/locale/languages.ts'
import { faultReport } from '../engine/fault-report.ts'
import { refused } from '../ipc/envelopes.ts'
import { Arguments, refuseSecrets, UsageError } from './arguments.ts'
import type { Answer, Command, CommandContext, Failure, Listing } from './command.ts'
import { auditVerify } from './commands/audit-verify.ts'
import { backup, restore } from './commands/backup.ts'
import { codes } from './commands/codes.ts'
import { customer, followups, intent, search } from './commands/customers.ts'
import { doctor } from './commands/doctor.ts'
import { importExtract, importList, importUndo } from './commands/import.ts'
import { init } from './commands/init.ts'
import { generalHelp, helpFor } from './help.ts'

const COMMANDS: readonly Command[] = [
  init,
  importExtract,
  importUndo,
  importList,
  search,
  customer,
  intent,
  followups,
  codes,
  auditVerify,
  doctor,
  backup,
  restore,
]

export type ExitCode = 0 | 1 | 2

export interface Outcome {
  readonly exitCode: ExitCode
  /** What goes to stdout. */
  readonly answer: string
}

/** Does one command. Never throws: whatever happens becomes an exit code and one answer. */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<Outcome> {
  const json = args.includes('--json')
  try {
    return await answered(args, context, json)
  } catch (error) {
    if (error instanceof UsageError) {
      context.say(error.message)
      context.say(generalHelp(COMMANDS))
      const detail = { message: error.message }
      return { exitCode: 2, answer: written({ ok: false, error: { code: 'usage', detail } }, json) }
    }
    const envelope = refused(error)
    for (const line of faultReport('command', error)?.stack ?? []) context.say(`  at ${line}`)
    if (!envelope.ok) explain(envelope.error, context)
    return { exitCode: 1, answer: written(envelope, json) }
  }
}

async function answered(args: readonly string[], context: CommandContext, json: boolean): Promise<Outcome> {
  const found = commandIn(args)
  if (found === null && asksHelp(args) && mayBecomeCommand(args)) return help(generalHelp(COMMANDS), json)
  refuseSecrets(args)
  if (found === null) throw new UsageError('there is no such command')
  const { command, rest } = found
  const given = Arguments.parse(command, rest)
  if (given.flag('help')) return help(helpFor(command), json)
  const answer = await command.run(given, context)
  if (isListing(answer)) return { exitCode: 0, answer: written(answer, json) }
  const { error } = answer
  if (error !== undefined) explain(error, context)
  const ok = error === undefined
  return { exitCode: ok ? 0 : 1, answer: written({ ok, ...answer }, json) }
}

function isListing(answer: Answer | Listing): answer is Listing {
  return Array.isArray(answer)
}

function explain({ code, detail }: Failure, { say, env }: CommandContext): void {
  say(sentenceFor(code, detail, env))
}

/** The command that the first words name, longest name first. */
function commandIn(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    const command = COMMANDS.find((each) => each.name === name)
    if (command !== undefined) return { command, rest: args.slice(words) }
  }
  return null
}

/** No word at all, or the first word of a command with two. */
function mayBecomeCommand(args: readonly string[]): boolean {
  const word = args.find((arg) => !arg.startsWith('-'))
  return word === undefined || COMMANDS.some(({ name }) => name.startsWith(`${word} `))
}

function asksHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

function help(text: string, json: boolean): Outcome {
  return { exitCode: 0, answer: json ? written({ ok: true, help: text }, true) : text }
}

function written(answer: Answer | object, json: boolean): string {
  return json ? JSON.stringify(answer) : JSON.stringify(answer, null, 2)
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g

/** What the windows would say about a refusal, for people: the answer on stdout carries the code for programs. */
function sentenceFor(code: string, detail: ErrorDetail, env: CommandContext['env']): string {
  const [feature = '', name = ''] = code.split('.')
  const features: Readonly<Record<string, Readonly<Record<string, string>>>> =
    CATALOGUES[languageOf(env)].error
  const sentence = features[feature]?.[name] ?? ''
  const filled = sentence.replaceAll(PLACEHOLDER, (_, each: string) => String(detail[each] ?? '?'))
  const reason =
    typeof detail.reason === 'string' && !sentence.includes('{{reason}}') ? ` (${detail.reason})` : ''
  return `${code}: ${filled}${reason}`
}

/** As the terminal is set; English, the language of the help, where it says neither. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: CommandContext['env']): Language {
  const set = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '')
  return set?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en'
}
