import type { Command } from './command.ts'

const CALL = 'npm run -s cli --'

export function generalHelp(commands: readonly Command[]): string {
  return [
    `${CALL} COMMAND --data-dir DIR [--staff NO] [--json]`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`),
    '',
    'The passphrase comes from HUIYAN_PASSPHRASE or is asked for; it is never an argument.',
    'Answers with one JSON object. Exit code: 0 done, 1 refused or failed, 2 wrong usage.',
    `More: ${CALL} COMMAND --help`,
  ].join('\n')
}

export function helpFor({ name, usage, summary, explains }: Command): string {
  const options = {
    'data-dir': 'the folder of the branch',
    staff: 'who signs in; HUIYAN_STAFF or the only one who can, where it is left out',
    json: 'answers on one line',
    ...explains,
  }
  return [
    `${CALL} ${name} ${usage} --data-dir DIR`.replaceAll('  ', ' '),
    '',
    summary,
    '',
    ...Object.entries(options).map(([option, text]) => `  --${option.padEnd(12)}${text}`),
  ].join('\n')
}
