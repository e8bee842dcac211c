import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Step } from './steps.ts'
import { type Chance, StoredFile } from './stored-file.ts'

/** A folder; its names are a matter of its own flush, apart from what the files hold. */
class StoredFolder {
  /** As the running processes see it. */
  readonly seen = new Map<string, Stored>()
  /** As it is on the disk for sure. */
  readonly flushed = new Map<string, Stored>()
}
type Stored = StoredFile | StoredFolder

/** One name appears, disappears, or moves: a file system does that as a whole or not at all. */
interface NameChange {
  /** Folders that have to be flushed before it is sure. */
  readonly waitsFor: Set<StoredFolder>
  readonly touches: readonly { readonly folder: StoredFolder; readonly name: string }[]
  readonly stored: Stored
  apply(namesOf: (folder: StoredFolder) => Map<string, Stored>): void
}

/** What survives of that which was not flushed. */
export interface Survival {
  /** Likelihood of each sector of a file. */
  readonly files: number
  /** Of names: none, all, the first so many as a journalling file system keeps them, or any. */
  readonly names: 'none' | 'all' | 'first' | 'any'
}

/** SQLite maps this file and never flushes it. */
const NEVER_FLUSHED = '-shm'
const NOISE_BYTES = 32_768
/** A PC takes at least this long to start again, so no file is younger then. */
const STARTING_MS = 60_000

/**
 * A disk as strict as the standard allows: a file's content is sure once the file was flushed, a name once its folder was,
 * a move between folders once both were. Everything else may be there after a power cut, or not.
 */
export class ForgetfulDisk {
  readonly #path: string
  readonly #root = new StoredFolder()
  readonly #byInode = new Map<bigint, StoredFile>()
  #waiting: NameChange[] = []

  /** @param path the watched folder as it stood, all of it flushed, before the steps that are played */
  constructor(path: string) {
    this.#path = path
    load(path, this.#root)
  }

  play(step: Step): void {
    switch (step.kind) {
      case 'opened':
        this.#byInode.set(step.inode, this.#fileAt(step.path))
        return
      case 'made': {
        const file = new StoredFile()
        this.#byInode.set(step.inode, file)
        this.#name(step.path, file)
        return
      }
      case 'folder':
        this.#name(step.path, new StoredFolder())
        return
      case 'wrote':
        this.#file(step.inode).write(step.at, step.bytes)
        return
      case 'cut':
        this.#file(step.inode).cut(step.size)
        return
      case 'moved':
        this.#move(step.path, step.to)
        return
      case 'linked':
        this.#name(step.to, this.#fileAt(step.path))
        return
      case 'gone':
        this.#unname(step.path)
        return
      case 'synced':
        this.#file(step.inode).flush()
        return
      case 'folder-synced':
        this.#flushNames(this.#folderAt(step.path))
        return
      case 'said':
        return
    }
  }

  /** Writes what a power cut at this moment leaves into a folder of its own. The disk itself goes on. */
  writeAfterCut(into: string, survival: Survival, chance: Chance): void {
    const left = new Map<StoredFolder, Map<string, Stored>>()
    const namesOf = (folder: StoredFolder) => {
      const known = left.get(folder) ?? new Map(folder.flushed)
      left.set(folder, known)
      return known
    }
    for (const change of this.#surviving(survival.names, chance)) change.apply(namesOf)
    const lastAt = new Date(Date.now() - STARTING_MS)
    const write = (folder: StoredFolder, path: string): void => {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      for (const [name, stored] of namesOf(folder)) {
        if (stored instanceof StoredFolder) write(stored, join(path, name))
        else {
          const bytes = name.endsWith(NEVER_FLUSHED) ? noise(chance) : stored.afterCut(survival.files, chance)
          writeFileSync(join(path, name), bytes, { mode: 0o600 })
          utimesSync(join(path, name), lastAt, lastAt)
        }
      }
    }
    write(this.#root, into)
  }

  #name(path: string, stored: Stored): void {
    const { folder, name } = this.#place(path)
    this.#change({
      waitsFor: new Set([folder]),
      touches: [{ folder, name }],
      stored,
      apply: (namesOf) => namesOf(folder).set(name, stored),
    })
  }

  #unname(path: string): void {
    const { folder, name } = this.#place(path)
    this.#change({
      waitsFor: new Set([folder]),
      touches: [{ folder, name }],
      stored: this.#at(path),
      apply: (namesOf) => namesOf(folder).delete(name),
    })
  }

  #move(path: string, to: string): void {
    const from = this.#place(path)
    const into = this.#place(to)
    const stored = this.#at(path)
    this.#change({
      waitsFor: new Set([from.folder, into.folder]),
      touches: [from, into],
      stored,
      apply: (namesOf) => {
        namesOf(from.folder).delete(from.name)
        namesOf(into.folder).set(into.name, stored)
      },
    })
  }

  #change(change: NameChange): void {
    change.apply((folder) => folder.seen)
    this.#waiting.push(change)
  }

  #flushNames(folder: StoredFolder): void {
    for (const { waitsFor } of this.#waiting) waitsFor.delete(folder)
    const sure = this.#withWhatTheyNeed(({ waitsFor }) => waitsFor.size === 0)
    for (const change of sure) change.apply((each) => each.flushed)
    this.#waiting = this.#waiting.filter((change) => !sure.has(change))
  }

  #surviving(names: Survival['names'], chance: Chance): ReadonlySet<NameChange> {
    if (names === 'none') return new Set()
    if (names === 'all') return new Set(this.#waiting)
    const first = Math.floor(chance() * (this.#waiting.length + 1))
    if (names === 'first') return new Set(this.#waiting.slice(0, first))
    return this.#withWhatTheyNeed(() => chance() < 0.5)
  }

  /** A change is never there without the earlier ones of the same name, of its folder, and within what it moves or removes. */
  #withWhatTheyNeed(chosen: (change: NameChange) => boolean): ReadonlySet<NameChange> {
    const kept = new Set(this.#waiting.filter(chosen))
    for (const change of this.#waiting.toReversed()) {
      if (!kept.has(change)) continue
      const before = this.#waiting.slice(0, this.#waiting.indexOf(change))
      for (const earlier of before) if (needs(change, earlier)) kept.add(earlier)
    }
    return new Set(this.#waiting.filter((change) => kept.has(change)))
  }

  #place(path: string): { readonly folder: StoredFolder; readonly name: string } {
    return { folder: this.#folderAt(dirname(path)), name: basename(path) }
  }

  #at(path: string): Stored {
    const names = relative(this.#path, path)
      .split(sep)
      .filter((name) => name !== '')
    return names.reduce<Stored>((stored, name) => {
      const inner = stored instanceof StoredFolder ? stored.seen.get(name) : undefined
      if (inner === undefined) throw new Error(`${path} is not on the disk`)
      return inner
    }, this.#root)
  }

  #folderAt(path: string): StoredFolder {
    const stored = this.#at(path)
    if (stored instanceof StoredFolder) return stored
    throw new Error(`${path} is a file`)
  }

  #fileAt(path: string): StoredFile {
    const stored = this.#at(path)
    if (stored instanceof StoredFile) return stored
    throw new Error(`${path} is a folder`)
  }

  #file(inode: bigint): StoredFile {
    const file = this.#byInode.get(inode)
    if (file === undefined) throw new Error('A file is written that was never opened')
    return file
  }
}

function needs(change: NameChange, earlier: NameChange): boolean {
  return change.touches.some(
    ({ folder, name }) =>
      folder === earlier.stored ||
      earlier.touches.some(
        (touched) => touched.folder === change.stored || (touched.folder === folder && touched.name === name),
      ),
  )
}

function load(path: string, into: StoredFolder): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    const stored = entry.isDirectory() ? new StoredFolder() : new StoredFile(readFileSync(inner))
    into.seen.set(entry.name, stored)
    into.flushed.set(entry.name, stored)
    if (stored instanceof StoredFolder) load(inner, stored)
  }
}

function noise(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: NOISE_BYTES }, () => Math.floor(chance() * 256))
}
