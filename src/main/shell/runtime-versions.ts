import { release } from 'node:os'
import { arch, platform, versions } from 'node:process'
import { app } from 'electron'
import type { RuntimeVersions } from '../ipc/tasks/diagnosis.ts'

/** What this program and the system under it are; no name of the machine or of its user. */
export function runtimeVersions(): RuntimeVersions {
  return {
    version: app.getVersion(),
    electron: versions.electron ?? '',
    system: `${platform} ${release()} ${arch}`,
  }
}
