import { FUNCTION_CODES } from '../../../shared/domain/branch/function-codes.ts'
import type { Command } from '../command.ts'

export const codes: Command = {
  name: 'codes',
  summary: 'Lists every function code with its name in both languages and who may use it.',
  usage: '',
  operands: [],
  options: {},
  explains: {},
  run: async () => FUNCTION_CODES.map(({ code, zh, en, roles }) => ({ code, zh, en, roles })),
}
