import { runOrThrow } from './run.ts'

/**
 * Runs npm with its messages on stderr. Under `npm run` the npm that started us is used; elsewhere the one on the path.
 *
 * @throws {Error} where npm ends with an error code
 */
export async function npm(args: readonly string[], cwd?: string): Promise<void> {
  const options = { output: 'stderr', ...(cwd === undefined ? {} : { cwd }) } as const
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) await runOrThrow(process.execPath, [cli, ...args], options)
  else await runOrThrow(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}
