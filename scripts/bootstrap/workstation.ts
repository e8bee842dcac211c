import type { ElectronRuntime } from '../electron-runtime/runtime.ts'
import { ensureBundles } from './bundles.ts'
import { ensureDependencies } from './dependencies.ts'
import { ensureWindowLibraries } from './system-packages.ts'

/** Provides everything that a window needs, from packages to bundles. Costs next to nothing when it is all there. */
export async function ensureWorkstation(): Promise<ElectronRuntime> {
  await ensureDependencies()
  await ensureWindowLibraries()
  // Loaded only now, because it imports packages that have just been installed.
  const { ensureElectron } = await import('../electron-runtime/ensure-electron.ts')
  const runtime = await ensureElectron()
  await ensureBundles()
  return runtime
}
