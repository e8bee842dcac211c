import type { ElectronApplication } from 'playwright-core'

/** The system's dialogs cannot be driven from outside: the next one that opens a file or folder answers with these. */
export async function nextOpenDialogAnswers(
  app: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
    },
    [...paths],
  )
}

/** The next dialog that saves a file answers with this path. */
export async function nextSaveDialogAnswers(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}
