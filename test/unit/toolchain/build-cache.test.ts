import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildOnce } from '../../../scripts/electron-runtime/build-cache.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'huiyan-cache-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

describe('the cache of what takes long to build', () => {
  it('builds a folder once, however many ask for it at the same time', async () => {
    const folder = join(cache, 'runtime')
    let builds = 0
    const build = async (staging: string): Promise<void> => {
      builds += 1
      writeFileSync(join(staging, 'file'), 'whole')
    }
    await Promise.all([buildOnce(folder, build), buildOnce(folder, build)])
    await buildOnce(folder, build)
    expect(builds).toBe(1)
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('whole')
  })

  it('leaves nothing behind where a build fails, and tries again next time', async () => {
    const folder = join(cache, 'runtime')
    const broken = async (staging: string): Promise<void> => {
      writeFileSync(join(staging, 'half'), '')
      throw new Error('the line went down')
    }
    await expect(buildOnce(folder, broken)).rejects.toThrow('the line went down')
    expect(readdirSync(cache)).toEqual([])
    await buildOnce(folder, async () => {})
    expect(existsSync(folder)).toBe(true)
  })

  it('clears away what a killed build left behind', async () => {
    mkdirSync(join(cache, 'runtime.building-killed'))
    await buildOnce(join(cache, 'runtime'), async () => {})
    expect(readdirSync(cache)).toEqual(['runtime'])
  })

  it('takes over the lock of a process that is gone', async () => {
    const folder = join(cache, 'runtime')
    const noSuchProcess = 2 ** 30
    writeFileSync(`${folder}.lock`, String(noSuchProcess))
    await buildOnce(folder, async () => {})
    expect(existsSync(folder)).toBe(true)
  })
})
