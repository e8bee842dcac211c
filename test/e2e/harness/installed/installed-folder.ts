import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackageWithOptions } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { projectRoot } from '../../../../scripts/bootstrap/project-root.ts'
import { electronLaunch } from '../../../../scripts/electron-runtime/launch.ts'

const OBSERVE = fileURLToPath(new URL('observe.mjs', import.meta.url))
const PROGRAM_NAME = 'huiyan'

/** The fuses of the packaging's own settings. Throws `RangeError` for one that Electron does not have. */
export function packagedFuses(): ReadonlyMap<FuseV1Options, boolean> {
  const settings = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(settings)?.[1] ?? ''
  const fuses = new Map<FuseV1Options, boolean>()
  for (const [, name = '', value] of block.matchAll(/^ {2}(\w+): (true|false)$/gm)) {
    const fuse = Object.entries(FuseV1Options).find(([known]) => known.toLowerCase() === name.toLowerCase())
    const number = FUSE_NUMBERS.find((each) => each === fuse?.[1])
    if (number === undefined) throw new RangeError(`Electron has no fuse ${name}`)
    fuses.set(number, value === 'true')
  }
  return fuses
}

const FUSE_NUMBERS: readonly FuseV1Options[] = Object.values(FuseV1Options).filter(
  (each) => typeof each === 'number',
)

/**
 * The program as it is installed, in a temporary folder: under its own name, in one archive, with the fuses of the
 * packaging's settings. Only the entry is another one, which begins with `observe.mjs`.
 */
export class InstalledFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'huiyan-installed-'))

  get binary(): string {
    return join(this.path, PROGRAM_NAME)
  }

  static async build(): Promise<InstalledFolder> {
    const folder = new InstalledFolder()
    const { executablePath, env } = electronLaunch()
    const runtime = join(executablePath, '..')
    for (const name of readdirSync(runtime)) {
      if (join(runtime, name) === executablePath || name === 'resources') continue
      cpSync(join(runtime, name), join(folder.path, name), { recursive: true })
    }
    cpSync(executablePath, folder.binary)
    await flipFuses(folder.binary, {
      version: FuseVersion.V1,
      ...Object.fromEntries(packagedFuses()),
    })
    await folder.#pack(env.HUIYAN_SQLITE_BINDING)
    return folder
  }

  /** The same binary under Electron's own name, by which Electron tells whether a program is packaged. */
  underElectronsName(): string {
    const other = join(this.path, 'electron')
    linkSync(this.binary, other)
    return other
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  async #pack(addon: string | undefined): Promise<void> {
    const staging = join(this.path, 'staging')
    const sqlite = join('node_modules', 'better-sqlite3')
    for (const part of [
      'out',
      'resources/icon.png',
      `${sqlite}/package.json`,
      `${sqlite}/lib`,
      `${sqlite}/prebuilds`,
    ])
      cpSync(join(projectRoot, part), join(staging, part), { recursive: true, dereference: true })
    if (addon !== undefined)
      cpSync(addon, join(staging, sqlite, 'prebuilds', `${process.platform}-${process.arch}.node`))
    cpSync(OBSERVE, join(staging, 'observe.mjs'))
    const manifest: object = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    writeFileSync(join(staging, 'package.json'), JSON.stringify({ ...manifest, main: 'observe.mjs' }))
    mkdirSync(join(this.path, 'resources'))
    await createPackageWithOptions(staging, join(this.path, 'resources', 'app.asar'), { unpack: '*.node' })
    rmSync(staging, { recursive: true })
  }
}
