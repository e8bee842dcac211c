/** `npm run build`: the bundles of main process, preload script and windows, in `out/`. */
import { buildBundles } from './bootstrap/bundles.ts'
import { ensureDependencies } from './bootstrap/dependencies.ts'

await ensureDependencies()
await buildBundles()
