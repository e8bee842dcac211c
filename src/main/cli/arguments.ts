import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { z } from 'zod'

/** The command line itself is wrong; nothing was opened. Says what, never the value that was typed. */
export class UsageError extends Error {}

/** Options of every command. */
const COMMON_OPTIONS = {
  'data-dir': { type: 'string' },
  staff: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<ParseArgsConfig['options']>

/** An argument list is seen by every process of the machine and kept by shells. */
const SECRET_OPTION = /^--?(?:pass|password|passphrase|pw)(?:$|=|-)/i

/** What a command takes, as far as its arguments are read by it. */
export interface Taken {
  /** Names of what must stand after the command's name, in order. */
  readonly operands: readonly string[]
  readonly options: NonNullable<ParseArgsConfig['options']>
}

/** What stood on the command line, read by name. */
export class Arguments {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #operands: readonly string[]

  private constructor(values: Readonly<Record<string, unknown>>, operands: readonly string[]) {
    this.#values = values
    this.#operands = operands
  }

  /** Throws `UsageError`. */
  static parse(command: Taken, args: readonly string[]): Arguments {
    refuseSecrets(args)
    const { values, positionals } = parsed(command, args)
    const given = new Arguments(values, positionals)
    if (!given.flag('help')) given.#requireOperands(command)
    return given
  }

  text(name: string): string | null {
    const value = this.#values[name]
    return typeof value === 'string' ? value : null
  }

  required(name: string): string {
    const value = this.text(name)
    if (value === null || value === '') throw new UsageError(`--${name} is required`)
    return value
  }

  /** A folder, as an absolute path; it may be absent. */
  folder(name: string): string {
    const path = resolve(this.required(name))
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) {
      throw new UsageError(`--${name} takes a folder`)
    }
    return path
  }

  flag(name: string): boolean {
    return this.#values[name] === true
  }

  /** The civil date of an option. */
  date(name: string): string | null {
    const value = this.text(name)
    if (value !== null && !z.iso.date().safeParse(value).success) {
      throw new UsageError(`--${name} takes a date as YYYY-MM-DD`)
    }
    return value
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.required(name)
    const found = allowed.find((each) => each === value)
    if (found === undefined) throw new UsageError(`--${name} takes one of ${allowed.join(', ')}`)
    return found
  }

  operand(index: number): string {
    return this.#operands[index] ?? ''
  }

  #requireOperands({ operands }: Taken): void {
    if (this.#operands.length < operands.length) {
      throw new UsageError(`${operands.slice(this.#operands.length).join(' ')} is missing`)
    }
    if (this.#operands.length > operands.length) throw new UsageError('there are words too many')
  }
}

/** Throws `UsageError` where a passphrase was given as an argument, whatever else is right. */
export function refuseSecrets(args: readonly string[]): void {
  if (args.some((arg) => SECRET_OPTION.test(arg))) {
    throw new UsageError('a passphrase is never an argument: set HUIYAN_PASSPHRASE or type it when asked')
  }
}

function parsed({ options }: Taken, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...COMMON_OPTIONS, ...options },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    throw new UsageError(reasonOf(error))
  }
}

/** Node's text quotes the argument; its code does not. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? 'there is an option that this command does not know'
    : 'an option lacks its value, or has one that it does not take'
}
