import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { exclusively } from '../bootstrap/exclusive.ts'

const RECIPE_HASH_LENGTH = 12

/** Where runtimes are kept: outside the work tree, so that a fresh clone and a second run find them. */
function cacheFolder(): string {
  const { HUIYAN_CACHE, XDG_CACHE_HOME } = process.env
  if (HUIYAN_CACHE) return HUIYAN_CACHE
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'huiyan')
}

/** A file of the cache that is not built, such as a mark. */
export function cacheFile(name: string): string {
  mkdirSync(cacheFolder(), { recursive: true })
  return join(cacheFolder(), name)
}

/** Short hash over the files that say how something is built: another recipe is another folder. */
function recipeHash(files: readonly URL[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, RECIPE_HASH_LENGTH)
}

/** Folder in which `name`, built by these recipe files, is or will be. */
export function cachedFolder(name: string, recipe: readonly URL[]): string {
  return join(cacheFolder(), `${name}-${recipeHash(recipe)}`)
}

/**
 * Builds a cached folder unless it is there. The work is done beside it and moved into place at the end, so a folder of
 * that name is always whole; of two processes the second waits for the first.
 */
export async function buildOnce(folder: string, build: (staging: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return
  await exclusively(`${folder}.lock`, async () => {
    if (existsSync(folder)) return
    // Nobody else builds now, so what lies here was left by a build that was killed.
    for (const leftover of globSync(`${folder}.building-*`))
      rmSync(leftover, { recursive: true, force: true })
    const staging = mkdtempSync(`${folder}.building-`)
    try {
      await build(staging)
      renameSync(staging, folder)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  })
}
