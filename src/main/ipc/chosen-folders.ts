import { randomUUID } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ChosenFolder } from '../../shared/contract/imports.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'

/** Choices that are remembered; who chooses more than this in one session has long forgotten the first. */
const REMEMBERED = 20

interface Choice {
  readonly folder: string
  readonly fileNames: readonly string[]
  /** False where only some of the folder's files were chosen. */
  readonly whole: boolean
}

/** What the user chose in dialogs: windows hold a token, and the paths behind it never leave this side. */
export class ChosenFolders {
  readonly #choices = new Map<string, Choice>()

  addFolder(folder: string): ChosenFolder {
    const fileNames = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
    return this.#add({ folder, fileNames, whole: true })
  }

  /** Throws `imports.notChosen` where no file was chosen. */
  addFiles(paths: readonly string[]): ChosenFolder {
    const [first] = paths
    if (first === undefined) throw new AppError('imports.notChosen')
    const folder = dirname(first)
    const inFolder = paths.filter((path) => dirname(path) === folder)
    return this.#add({ folder, fileNames: inFolder.map((path) => basename(path)), whole: false })
  }

  /** Throws `imports.notChosen` for a token that was not given out here, or long ago. */
  behind(token: string): Choice {
    const choice = this.#choices.get(token)
    if (choice === undefined) throw new AppError('imports.notChosen')
    return choice
  }

  /** The path of one of the chosen files. Throws `imports.notChosen`, also for a name that was not among them. */
  file(token: string, fileName: string): string {
    const { folder, fileNames } = this.behind(token)
    if (!fileNames.includes(fileName)) throw new AppError('imports.notChosen')
    return join(folder, fileName)
  }

  #add(choice: Choice): ChosenFolder {
    const token = randomUUID()
    this.#choices.set(token, choice)
    const [oldest] = this.#choices.keys()
    if (this.#choices.size > REMEMBERED && oldest !== undefined) this.#choices.delete(oldest)
    const files = [...choice.fileNames]
      .sort()
      .map((name) => ({ name, bytes: statSync(join(choice.folder, name)).size }))
    return { token, folderName: basename(choice.folder), files }
  }
}
