import type { Sender } from './sender.ts'

export interface FileKind {
  /** The ending without its dot: `json`, `csv`. */
  readonly extension: string
}

/** The system's file dialogs. Paths stay on this side of the door; null means that the user thought better of it. */
export interface Dialogs {
  chooseFolder(sender: Sender): Promise<string | null>
  /** All chosen files lie in one folder, because one dialog shows one folder. */
  chooseFiles(sender: Sender): Promise<readonly string[] | null>
  saveFile(sender: Sender, suggestedName: string, kind: FileKind): Promise<string | null>
  openFile(sender: Sender, kind: FileKind): Promise<string | null>
}
