/** One line for the person who waits. On stderr, because stdout belongs to the command that was asked for. */
export function notice(line: string): void {
  process.stderr.write(`${line}\n`)
}
