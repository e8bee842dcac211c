/**
 * The SQLite addon for a host with Node-API 9. The addon's own binaries want Node-API 10, which the registry's older
 * Electron lacks and crashes over without a word; the sources need nothing of it but references to primitives, which
 * `napi9/primitive-references.c` stands in for.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../bootstrap/project-root.ts'
import { runOrThrow } from '../bootstrap/run.ts'
import { ADDON_FILE } from './runtime.ts'

const PACKAGE = join(projectRoot, 'node_modules', 'better-sqlite3')
const SQLITE = join(PACKAGE, 'deps', 'sqlite3')
const HEADERS = [
  join(projectRoot, 'node_modules', 'node-api-headers', 'include'),
  join(projectRoot, 'node_modules', 'node-addon-api'),
  SQLITE,
]
const SHIM = fileURLToPath(new URL('napi9/primitive-references.c', import.meta.url))

const EVERY_UNIT = ['-c', '-O2', '-fPIC', '-pthread', '-fvisibility=hidden', '-DNDEBUG', '-DNAPI_VERSION=9']
const ADDON_UNIT = [
  ...EVERY_UNIT,
  '-std=c++20',
  '-fvisibility-inlines-hidden',
  '-fno-exceptions',
  '-fno-rtti',
  '-w',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  '-DBUILDING_NODE_EXTENSION',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
]
const WRAPPED = ['create_reference', 'get_reference_value', 'delete_reference'].map(
  (name) => `-Wl,--wrap=napi_${name}`,
)

/** Compiles the addon into `folder`. SQLite itself takes most of the time, so the parts are compiled side by side. */
export async function buildSqliteAddon(folder: string): Promise<void> {
  const includes = HEADERS.map((path) => `-I${path}`)
  const compile = (compiler: string, options: readonly string[], source: string, object: string) =>
    runOrThrow(compiler, [...options, ...includes, source, '-o', join(folder, object)], { output: 'stderr' })
  await Promise.all([
    compile(
      'gcc',
      [...EVERY_UNIT, '-std=c99', '-w', ...sqliteDefines()],
      join(SQLITE, 'sqlite3.c'),
      'sqlite3.o',
    ),
    compile('g++', ADDON_UNIT, join(PACKAGE, 'src', 'better_sqlite3.cpp'), 'addon.o'),
    compile('gcc', [...EVERY_UNIT, '-std=c11'], SHIM, 'shim.o'),
  ])
  const objects = ['addon.o', 'sqlite3.o', 'shim.o'].map((name) => join(folder, name))
  const link = ['-shared', '-pthread', '-s', '-Wl,-Bsymbolic', ...WRAPPED, ...objects, '-ldl']
  await runOrThrow('g++', [...link, '-o', join(folder, ADDON_FILE)], { output: 'stderr' })
}

/** The options that the package itself compiles SQLite with, so that both builds behave alike. */
function sqliteDefines(): string[] {
  const gyp = readFileSync(join(PACKAGE, 'deps', 'defines.gypi'), 'utf8')
  return [...gyp.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`)
}
