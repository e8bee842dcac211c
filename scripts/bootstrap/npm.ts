import { runOrThrow } from './run.ts'
import { SetupProblem } from './setup-problem.ts'

/**
 * Runs npm with its messages on stderr: the npm that started us where one did, otherwise the one on the path.
 *
 * @throws {SetupProblem} where npm ends with an error code
 */
export async function npm(args: readonly string[], cwd?: string): Promise<void> {
  const options = { output: 'stderr', ...(cwd === undefined ? {} : { cwd }) } as const
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) await runOrThrow(process.execPath, [cli, ...args], options)
  // There, npm on the path is a batch file, which only a shell can start.
  else if (process.platform === 'win32') throw new SetupProblem('Start this by npm: npm start, npm test …')
  else await runOrThrow('npm', args, options)
}
