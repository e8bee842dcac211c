import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ERROR_CODES } from '../../../shared/contract/envelope.ts'
import type { KeptSheet } from '../../../shared/contract/internal/imports.ts'
import type { JobInputOf } from '../../../shared/contract/internal/index.ts'
import { AppError, type ErrorCode } from '../../../shared/domain/branch/app-error.ts'
import { KEEPERS } from '../../../shared/domain/branch/roles.ts'
import { parseImportProfile } from '../../features/imports/reading/parse-profile.ts'
import { REJECT_FOLDER } from '../../ipc/running-imports.ts'
import { OWNER_ONLY_FOLDER } from '../../vault/durable-file.ts'
import { type BranchSession, withBranch } from '../branch-session.ts'
import type { Answer, Command, CommandContext } from '../command.ts'
import { ProgressLine } from '../progress-line.ts'

export const importExtract: Command = {
  name: 'import',
  summary: "Loads a bank's extract; interrupting it rolls everything back.",
  usage: 'PROFILE.json --dir DIR [--as-of DATE] [--allow-older]',
  operands: ['PROFILE.json'],
  options: { dir: { type: 'string' }, 'as-of': { type: 'string' }, 'allow-older': { type: 'boolean' } },
  explains: {
    dir: "the folder that holds the extract's files",
    'as-of': 'the day the extract speaks of; the branch’s today where it is left out',
    'allow-older': 'lets data of an earlier day replace newer ones, which is refused otherwise',
  },
  run: async (given, context) => {
    const folder = given.folder('dir')
    const asOf = given.date('as-of')
    const allowOlder = given.flag('allow-older')
    const profile = parseImportProfile(profileText(given.operand(0)))
    const rejectFolder = join(given.folder('data-dir'), REJECT_FOLDER)
    return withBranch(given, context, async (session) => {
      if (!KEEPERS.includes(session.staff.role)) {
        throw new AppError('call.notAllowed', { role: session.staff.role })
      }
      mkdirSync(rejectFolder, { recursive: true, mode: OWNER_ONLY_FOLDER })
      return answerOf(await run(session, context, { profile, folder, rejectFolder, asOf, allowOlder }))
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

/** A run that did not end well is a refusal, with the code that its sheet keeps. */
function answerOf(sheet: KeptSheet): Answer {
  if (sheet.state === 'cancelled') throw new AppError('imports.cancelled', { importUid: sheet.uid })
  if (sheet.state !== 'done') throw new AppError(codeOf(sheet.error), { importUid: sheet.uid })
  const { uid, profileName, asOf, entities, rejectFile } = sheet
  return { importUid: uid, profile: profileName, asOf, entities, rejectFile }
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
