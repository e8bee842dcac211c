import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type HostileReport, hostileReport } from './harness/hostile-report.ts'
import { SOUND } from './harness/post-mortem.ts'
import { SEED } from './harness/rounds.ts'

const SCRIPT = fileURLToPath(new URL('./harness/hostile-process.ts', import.meta.url))
/** How long calls are thrown at the door, and longer where not everybody had a turn. `CHAOS_SECONDS` and `CHAOS_SEED` repeat a run. */
const SECONDS = Number(process.env.CHAOS_SECONDS ?? 3)
/** Everybody at the counter has work of their own first, which is many sign-ins. */
const SETTING_UP_MS = 600_000

test(
  `hostile calls at the door (seed ${SEED}) are told nothing and lose nothing in ${SECONDS} seconds`,
  async () => {
    const { calls, flags, answers, wrong, left } = await thrownFor(SECONDS)
    console.log(`${calls} hostile calls, ${flags} flags between them`, answers)
    expect(wrong).toEqual([])
    expect(flags).toBeGreaterThan(0)
    expect(left).toMatchObject({ ...SOUND, torn: expect.anything() })
  },
  SECONDS * 1_000 + SETTING_UP_MS,
)

/** In a process of its own, so that one that crashes is told by its signal and takes no other test with it. */
async function thrownFor(seconds: number): Promise<HostileReport> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-hostile-'))
  try {
    const said = await new Promise<string>((resolve, reject) => {
      const args = [SCRIPT, String(SEED), String(seconds)]
      execFile(
        process.execPath,
        args,
        { env: { ...process.env, TMPDIR: folder } },
        (error, stdout, stderr) => {
          if (error === null) resolve(stdout)
          else reject(new Error(`ended with ${error.signal ?? error.code}: ${stderr.slice(-2_000)}`))
        },
      )
    })
    return hostileReport.parse(JSON.parse(said))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
