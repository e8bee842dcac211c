import { type RunOptions, run } from './run.ts'
import { hasDisplay } from './system-packages.ts'

/** A counter's screen at full height, so that screenshots show what a teller would see. */
export const VIRTUAL_SCREEN = '1600x1000x24'

/** Runs a Node script that opens windows, on a virtual display where there is no real one. */
export function runWithDisplay(
  script: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<number> {
  const command = [process.execPath, script, ...args]
  return hasDisplay()
    ? run(process.execPath, command.slice(1), options)
    : run(
        'xvfb-run',
        ['--auto-servernum', '--server-args', `-screen 0 ${VIRTUAL_SCREEN}`, ...command],
        options,
      )
}
