import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_STRIP_SHORTCUT, type StripDock, stripShortcut } from '../../shared/contract/strip.ts'
import { writeDurably } from '../vault/durable-file.ts'

const remembered = z.object({
  edge: z.enum(['left', 'right']),
  screen: z
    .object({ id: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .nullable(),
  folded: z.boolean(),
  shortcut: stripShortcut,
})

export type StripHabits = Readonly<z.infer<typeof remembered>>

const AT_FIRST: StripHabits = {
  edge: 'right',
  screen: null,
  folded: false,
  shortcut: DEFAULT_STRIP_SHORTCUT,
}

/** What this PC remembers of its strip, beside what Chromium keeps for its windows. It holds nothing about anybody. */
export class StripMemory {
  readonly #file: string
  #habits: StripHabits

  constructor(stateFolder: string) {
    this.#file = join(stateFolder, 'counter-strip.json')
    this.#habits = read(this.#file)
  }

  get habits(): StripHabits {
    return this.#habits
  }

  get dock(): StripDock {
    const { edge, screen } = this.#habits
    return { edge, screen }
  }

  /** Where nothing can be written the strip still obeys, until the program ends. */
  keep(change: Partial<StripHabits>): void {
    this.#habits = { ...this.#habits, ...change }
    try {
      writeDurably(this.#file, JSON.stringify(this.#habits))
    } catch {
      // A full or read-only disk is told where work would be lost; where the strip stood is not worth a word.
    }
  }
}

/** A file that is missing or spoilt is as good as none. */
function read(file: string): StripHabits {
  try {
    return remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return AT_FIRST
  }
}
