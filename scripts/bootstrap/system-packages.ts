import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { notice } from './notice.ts'
import { runOrThrow } from './run.ts'
import { SetupProblem } from './setup-problem.ts'

/** Something the system has to bring, and the Debian package that brings it. */
interface Need {
  readonly debianPackage: string
  /** @param libraries the loader's own list */
  readonly isMet: (libraries: string) => boolean
}

const DISPLAY_NEEDS: readonly Need[] = [command('Xvfb', 'xvfb'), command('xauth', 'xauth')]

/** What Electron's binary is linked with or opens when it starts. */
const WINDOW_NEEDS: readonly Need[] = [
  library('libgtk-3.so.0', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  library('libXss.so.1', 'libxss1'),
  library('libXtst.so.6', 'libxtst6'),
  library('libnotify.so.4', 'libnotify4'),
  library('libatspi.so.0', 'libatspi2.0-0'),
  library('libdrm.so.2', 'libdrm2'),
  library('libsecret-1.so.0', 'libsecret-1-0'),
  { debianPackage: 'fonts-noto-cjk', isMet: hasChineseFont },
]

/** What reads back what was printed, presses keys as a keyboard does, and compiles the layer that lets the power fail. */
const TEST_NEEDS: readonly Need[] = [
  command('pdftotext', 'poppler-utils'),
  command('xdotool', 'xdotool'),
  command('gcc', 'gcc'),
  { debianPackage: 'libc6-dev', isMet: () => existsSync('/usr/include/stdlib.h') },
]

const BUILD_NEEDS: readonly Need[] = [command('unzip', 'unzip'), command('gcc', 'gcc'), command('g++', 'g++')]

/** What a window needs, and a display to show it on where there is none. */
export async function ensureWindowLibraries(): Promise<void> {
  await ensure([...WINDOW_NEEDS, ...(hasDisplay() ? [] : DISPLAY_NEEDS)])
}

/** What the tests need beyond the window. */
export async function ensureTestTools(): Promise<void> {
  await ensure(TEST_NEEDS)
}

/** What is needed to put an Electron together from the package registry. */
export async function ensureBuildTools(): Promise<void> {
  await ensure(BUILD_NEEDS)
}

/** Whether windows can be shown without a virtual display. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Installs what is missing on Debian as root.
 *
 * @throws {SetupProblem} elsewhere, with the command that installs it
 */
async function ensure(needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux') return
  const libraries = knownLibraries()
  const missing = needs.filter((need) => !need.isMet(libraries)).map((need) => need.debianPackage)
  if (missing.length === 0) return
  const install = ['install', '-y', '--no-install-recommends', ...missing]
  if (!isOnPath('apt-get'))
    throw new SetupProblem(`The system lacks (by their Debian names): ${missing.join(' ')}`)
  if (process.getuid?.() !== 0)
    throw new SetupProblem(`The system lacks some packages. Run: sudo apt-get ${install.join(' ')}`)
  notice(`Installing system packages: ${missing.join(' ')}`)
  const options = { output: 'stderr', env: { DEBIAN_FRONTEND: 'noninteractive' } } as const
  await runOrThrow('apt-get', ['update', '-qq'], options)
  await runOrThrow('apt-get', ['-qq', ...install], options)
}

function command(name: string, debianPackage: string): Need {
  return { debianPackage, isMet: () => isOnPath(name) }
}

function library(soname: string, debianPackage: string): Need {
  return { debianPackage, isMet: (libraries) => libraries.includes(`${soname} `) }
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

/** The loader's own list; `ldconfig` is outside the path of ordinary users. */
function knownLibraries(): string {
  return answerOf('/sbin/ldconfig', ['-p'])
}

function hasChineseFont(): boolean {
  return answerOf('fc-list', [':lang=zh-cn']) !== ''
}

function answerOf(name: string, args: readonly string[]): string {
  try {
    return execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
