import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ERROR_CODES } from '../../../shared/contract/envelope.ts'
import type { KeptSheet, SurveyOrder } from '../../../shared/contract/internal/imports.ts'
import type { JobInputOf } from '../../../shared/contract/internal/index.ts'
import { AppError, type ErrorCode } from '../../../shared/domain/branch/app-error.ts'
import { KEEPERS } from '../../../shared/domain/branch/roles.ts'
import { CATALOGUES } from '../../../shared/locale/index.ts'
import { LANGUAGES } from '../../../shared/locale/languages.ts'
import { parseImportProfile } from '../../features/imports/reading/parse-profile.ts'
import { REJECT_FOLDER } from '../../ipc/running-imports.ts'
import { OWNER_ONLY_FOLDER } from '../../vault/durable-file.ts'
import { type BranchSession, withBranch } from '../branch-session.ts'
import type { Answer, Command, CommandContext } from '../command.ts'
import { ProgressLine } from '../progress-line.ts'

export const importExtract: Command = {
  name: 'import',
  summary: "Loads a bank's extract; interrupting it rolls everything back.",
  usage: 'PROFILE.json --dir DIR [--as-of DATE] [--again] [--allow-older] [--dry-run]',
  operands: ['PROFILE.json'],
  options: {
    dir: { type: 'string' },
    'as-of': { type: 'string' },
    again: { type: 'boolean' },
    'allow-older': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  explains: {
    dir: "the folder that holds the extract's files",
    'as-of':
      'the day the extract speaks of; the day in its files’ names or the branch’s today where it is left out',
    again: 'imports files that an earlier import has read already',
    'allow-older': 'lets data of an earlier day replace newer ones, which is refused otherwise',
    'dry-run': 'says what the import would make of the files, column by column, and writes nothing',
  },
  run: async (given, context) => {
    const folder = given.folder('dir')
    const asOf = given.date('as-of')
    const again = given.flag('again')
    const allowOlder = given.flag('allow-older')
    const profile = parseImportProfile(profileText(given.operand(0)))
    const dryRun = given.flag('dry-run')
    const rejectFolder = join(given.folder('data-dir'), REJECT_FOLDER)
    return withBranch(given, context, async (session) => {
      if (!KEEPERS.includes(session.staff.role)) {
        throw new AppError('call.notAllowed', { role: session.staff.role })
      }
      if (dryRun) return surveyOf(session, context, { of: 'run', profile, folder, asOf, again, allowOlder })
      mkdirSync(rejectFolder, { recursive: true, mode: OWNER_ONLY_FOLDER })
      const order = { profile, folder, rejectFolder, asOf, again, allowOlder }
      return answerOf(await run(session, context, order))
    })
  },
}

async function run(
  { engine, staff }: BranchSession,
  { say, onInterrupt }: CommandContext,
  order: JobInputOf<'imports.run'>,
): Promise<KeptSheet> {
  const progress = new ProgressLine(say)
  const job = engine.job('imports.run', order, staff, (each) => progress.import(each))
  const stopListening = onInterrupt(() => {
    say('interrupted: rolling back')
    job.cancel()
  })
  try {
    return await job.done
  } finally {
    stopListening()
  }
}

/** What a run would make of the files; where it would stop before it writes, the answer is a refusal with all that was seen. */
async function surveyOf(
  { engine, staff }: BranchSession,
  { say, onInterrupt }: CommandContext,
  order: SurveyOrder,
): Promise<Answer> {
  const progress = new ProgressLine(say)
  const job = engine.job('imports.survey', order, staff, (each) => progress.survey(each))
  const stopListening = onInterrupt(() => job.cancel())
  try {
    const { asOf, files, refusal } = await job.done
    const answer = { dryRun: true, profile: order.profile.name, asOf, files }
    return refusal === null ? answer : { ...answer, error: refusal }
  } finally {
    stopListening()
  }
}

/** A run that did not end well is a refusal, with the code that its sheet keeps. */
function answerOf(sheet: KeptSheet): Answer {
  if (sheet.state === 'cancelled') throw new AppError('imports.cancelled', { importUid: sheet.uid })
  if (sheet.state !== 'done') {
    throw new AppError(codeOf(sheet.error), { ...sheet.errorDetail, importUid: sheet.uid })
  }
  const { uid, profileName, asOf, files, entities, faults, comparedWith, columns, rejectFile } = sheet
  return {
    importUid: uid,
    profile: profileName,
    asOf,
    files,
    entities,
    filterTookAll: Object.entries(entities).flatMap(([entity, { read, skipped }]) =>
      read === 0 && skipped > 0 ? [entity] : [],
    ),
    faults: faults.map((fault) => ({ ...fault, ...explained(fault.code) })),
    comparedWith,
    columns,
    rejectFile,
  }
}

/** What a fault is and what to do about it, by language. */
function explained(code: string): { readonly problem: Words; readonly advice: Words } {
  return {
    problem: inEveryLanguage(({ problem }) => problem[code] ?? code),
    advice: inEveryLanguage(({ advice }) => advice[code] ?? advice.other ?? ''),
  }
}

type Words = Readonly<Record<string, string>>
type FaultWords = Readonly<Record<'problem' | 'advice', Words>>

function inEveryLanguage(wordOf: (words: FaultWords) => string): Words {
  return Object.fromEntries(LANGUAGES.map((language) => [language, wordOf(CATALOGUES[language].imports)]))
}

export const importUndo: Command = {
  name: 'import undo',
  summary: 'Undoes an import as a whole; what later work rests on stays and is counted.',
  usage: 'IMPORT_UID',
  operands: ['IMPORT_UID'],
  options: {},
  explains: {},
  run: async (given, context) => {
    const importUid = given.operand(0)
    return withBranch(given, context, async ({ engine, staff }) => {
      if (!KEEPERS.includes(staff.role)) throw new AppError('call.notAllowed', { role: staff.role })
      const progress = new ProgressLine(context.say)
      const job = engine.job('imports.undo', { importUid }, staff, (each) => progress.import(each))
      const { uid, state, keptRows } = await job.done
      return { importUid: uid, state, keptRows }
    })
  },
}

export const importList: Command = {
  name: 'import list',
  summary: 'Lists the last imports, newest first: when, by whom, and what became of each.',
  usage: '',
  operands: [],
  options: {},
  explains: {},
  run: async (given, context) =>
    withBranch(given, context, async ({ ask }) => {
      const sheets = await ask('imports.list', {})
      const imports = sheets.map(({ uid, profileName, asOf, state, staffNo, startedAt, keptRows, error }) => {
        const started = new Date(startedAt).toISOString()
        return { importUid: uid, profile: profileName, asOf, state, staffNo, started, keptRows, error }
      })
      return { imports }
    }),
}

function codeOf(error: string | null): ErrorCode {
  return ERROR_CODES.find((code) => code === error) ?? 'engine.internal'
}

function profileText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const code = existsSync(path) ? 'imports.fileUnreadable' : 'imports.fileMissing'
    throw new AppError(code, { file: basename(path) })
  }
}
