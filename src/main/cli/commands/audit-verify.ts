import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { withBranch } from '../branch-session.ts'
import type { Command } from '../command.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Recomputes the chain of the audit and says whether anything was changed or taken out.',
  usage: '',
  operands: [],
  options: {},
  explains: {},
  run: (given, context) =>
    withBranch(given, context, async ({ ask }) => {
      const verdict = await ask('audit.verify', {})
      if (verdict.intact) return { ...verdict }
      const { brokenAt, reason, entries } = verdict
      throw new AppError('audit.broken', { brokenAt, reason, entries })
    }),
}
