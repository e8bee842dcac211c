import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const { forbidden, options } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs')

let project: string
beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'huiyan-rooms-')))
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
}

/** Names of the rules that the planted files break. */
async function brokenRules(): Promise<string[]> {
  const settings: ICruiseOptions = { ...options, baseDir: project, validate: true, ruleSet: { forbidden } }
  const { output } = await cruise(['src'], settings)
  if (typeof output === 'string') throw new Error('expected an object')
  return output.summary.violations.map(({ rule }) => rule.name).sort()
}

const target = 'export const it = 1\n'
const importing = (path: string): string => `import { it } from '${path}'\nexport const mine = it\n`

describe('who may import whom', () => {
  it.each([
    ['src/main/features/leads/a.ts', 'src/main/features/intents/b.ts', 'features-stand-alone'],
    ['src/main/features/leads/a.ts', 'src/main/vault/b.ts', 'features-stand-alone'],
    ['src/main/engine/a.ts', 'src/main/features/intents/b.ts', 'engine-knows-shared'],
    ['src/main/engine/a.ts', 'src/main/records/intents/b.ts', 'engine-knows-shared'],
    ['src/main/records/intents/a.ts', 'src/main/features/intents/b.ts', 'records-know-the-engine'],
    ['src/main/records/intents/a.ts', 'src/main/vault/b.ts', 'records-know-the-engine'],
    ['src/main/vault/a.ts', 'src/main/records/intents/b.ts', 'vault-knows-engine'],
    ['src/main/ipc/a.ts', 'src/main/records/intents/b.ts', 'router-knows-no-feature'],
    ['src/main/cli/a.ts', 'src/main/records/intents/b.ts', 'command-line-has-no-window'],
    ['src/main/ipc/a.ts', 'src/main/features/intents/b.ts', 'router-knows-no-feature'],
    ['src/main/ipc/a.ts', 'src/main/scheduler/b.ts', 'router-knows-no-feature'],
    ['src/main/ipc/a.ts', 'src/main/shell/b.ts', 'router-knows-no-feature'],
    ['src/main/session/a.ts', 'src/main/ipc/b.ts', 'session-knows-no-window'],
    ['src/main/session/a.ts', 'src/main/shell/b.ts', 'session-knows-no-window'],
    ['src/main/session/a.ts', 'src/main/scheduler/b.ts', 'session-knows-no-window'],
    ['src/main/session/a.ts', 'src/main/records/intents/b.ts', 'session-knows-no-window'],
    ['src/main/session/a.ts', 'src/main/features/intents/b.ts', 'session-knows-no-window'],
    ['src/main/scheduler/a.ts', 'src/main/ipc/b.ts', 'scheduler-knows-the-session'],
    ['src/main/scheduler/a.ts', 'src/main/shell/b.ts', 'scheduler-knows-the-session'],
    ['src/main/scheduler/a.ts', 'src/main/vault/b.ts', 'scheduler-knows-the-session'],
    ['src/main/scheduler/a.ts', 'src/main/features/intents/b.ts', 'scheduler-knows-the-session'],
    ['src/main/diagnosis/a.ts', 'src/main/vault/b.ts', 'diagnosis-knows-engine'],
    ['src/main/arrivals/a.ts', 'src/main/engine/b.ts', 'arrivals-know-no-branch'],
    ['src/main/shell/a.ts', 'src/main/engine/b.ts', 'shell-knows-the-router'],
    ['src/main/cli/a.ts', 'src/main/shell/b.ts', 'command-line-has-no-window'],
    ['src/main/index.ts', 'src/main/features/index.ts', 'features-meet-the-engine-once'],
    ['src/renderer/app/a.ts', 'src/main/engine/b.ts', 'renderer-knows-shared'],
    ['src/renderer/ui/a.ts', 'src/renderer/features/leads/b.ts', 'components-know-no-feature'],
    ['src/renderer/ui/a.ts', 'src/renderer/app/b.ts', 'components-know-no-feature'],
    ['src/renderer/ui/a.ts', 'src/renderer/shared/person/b.ts', 'components-know-no-feature'],
    ['src/renderer/ui/a.ts', 'src/renderer/ipc/bridge.ts', 'components-know-no-feature'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/features/intents/b.ts', 'screens-stand-alone'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/features/leads-more/b.ts', 'screens-stand-alone'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/app/b.ts', 'screens-stand-alone'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/input/b.ts', 'screens-stand-alone'],
    ['src/renderer/shared/person/a.ts', 'src/renderer/features/leads/b.ts', 'window-shared-knows-no-feature'],
    ['src/renderer/shared/work/a.ts', 'src/renderer/app/b.ts', 'window-shared-knows-no-feature'],
    ['src/renderer/router/a.ts', 'src/renderer/features/leads/b.ts', 'router-knows-no-screen'],
    ['src/renderer/router/a.ts', 'src/renderer/ui/b.ts', 'router-knows-no-screen'],
    ['src/renderer/input/a.ts', 'src/renderer/router/b.ts', 'input-knows-no-screen'],
    ['src/renderer/ipc/a.ts', 'src/renderer/ui/b.ts', 'window-ipc-knows-shared'],
    ['src/renderer/charts/a.ts', 'src/renderer/features/leads/b.ts', 'screens-meet-in-the-frame'],
    ['src/shared/domain/a.ts', 'src/shared/contract/b.ts', 'domain-knows-itself'],
    ['src/shared/contract/a.ts', 'src/main/engine/b.ts', 'shared-knows-shared'],
    ['src/renderer/app/a.ts', 'src/shared/contract/internal/b.ts', 'the-program-asks-for-itself'],
    ['src/shared/contract/a.ts', 'src/shared/contract/internal/b.ts', 'the-program-asks-for-itself'],
    ['src/preload/a.ts', 'src/shared/domain/b.ts', 'preload-takes-types-only'],
  ])('%s must not import %s', async (from, to, rule) => {
    const up = '../'.repeat(from.split('/').length - 1)
    plant({ [from]: importing(`${up}${to}`), [to]: target })
    expect(await brokenRules()).toEqual([rule])
  })

  it.each([
    ['src/main/features/leads/a.ts', 'src/main/engine/b.ts'],
    ['src/main/features/leads/a.ts', 'src/main/records/leads/b.ts'],
    ['src/main/records/leads/a.ts', 'src/main/records/work/b.ts'],
    ['src/main/records/leads/a.ts', 'src/main/engine/b.ts'],
    ['src/main/features/leads/a.ts', 'src/main/features/leads/queries/b.ts'],
    ['src/main/engine-worker.ts', 'src/main/features/index.ts'],
    ['src/main/ipc/a.ts', 'src/main/vault/b.ts'],
    ['src/main/ipc/a.ts', 'src/shared/contract/internal/b.ts'],
    ['src/main/ipc/a.ts', 'src/main/session/b.ts'],
    ['src/main/session/a.ts', 'src/main/vault/b.ts'],
    ['src/main/session/a.ts', 'src/main/arrivals/b.ts'],
    ['src/main/scheduler/a.ts', 'src/main/session/b.ts'],
    ['src/main/shell/a.ts', 'src/main/scheduler/b.ts'],
    ['src/main/diagnosis/a.ts', 'src/main/vault/store-files.ts'],
    ['src/main/arrivals/a.ts', 'src/main/vault/durable-file.ts'],
    ['src/main/cli/a.ts', 'src/main/ipc/b.ts'],
    ['src/main/cli/a.ts', 'src/main/session/b.ts'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/ui/b.ts'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/features/leads/parts/b.ts'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/shared/work/b.ts'],
    ['src/renderer/features/leads/a.ts', 'src/renderer/router/b.ts'],
    ['src/renderer/shared/work/a.ts', 'src/renderer/shared/words/b.ts'],
    ['src/renderer/shared/person/a.ts', 'src/renderer/ipc/b.ts'],
    ['src/renderer/ui/a.ts', 'src/renderer/ipc/call-error.ts'],
    ['src/renderer/app/a.ts', 'src/renderer/features/leads/b.ts'],
  ])('%s may import %s', async (from, to) => {
    const up = '../'.repeat(from.split('/').length - 1)
    plant({ [from]: importing(`${up}${to}`), [to]: target })
    expect(await brokenRules()).toEqual([])
  })

  it('lets the preload script take types', async () => {
    plant({
      'src/preload/index.ts':
        "import type { It } from '../shared/contract/it.ts'\nexport const mine: It = 1\n",
      'src/shared/contract/it.ts': 'export type It = number\n',
    })
    expect(await brokenRules()).toEqual([])
  })

  it('refuses Node in a window', async () => {
    plant({
      'src/renderer/app/a.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
    })
    expect(await brokenRules()).toEqual(['no-node-in-windows-and-rules'])
  })

  it('refuses Electron in a feature', async () => {
    plant({
      'src/main/features/leads/a.ts': "import { app } from 'electron'\nexport const name = app.name\n",
      'node_modules/electron/package.json': '{"name":"electron","main":"index.js"}',
      'node_modules/electron/index.js': 'exports.app = {}\n',
    })
    expect(await brokenRules()).toEqual(['electron-at-the-edge'])
  })

  it('refuses Electron behind the command line, by whatever detour', async () => {
    plant({
      'src/main/cli/a.ts': importing('../ipc/b.ts'),
      'src/main/ipc/b.ts': "import { app } from 'electron'\nexport const it = app.name\n",
      'node_modules/electron/package.json': '{"name":"electron","main":"index.js"}',
      'node_modules/electron/index.js': 'exports.app = {}\n',
    })
    expect(await brokenRules()).toEqual(['command-line-never-reaches-electron'])
  })

  it('refuses two files that need each other', async () => {
    plant({
      'src/main/engine/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'src/main/engine/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    })
    expect(new Set(await brokenRules())).toEqual(new Set(['no-cycles']))
  })

  it('refuses two files that need each other for their types only', async () => {
    plant({
      'src/main/engine/a.ts': "import type { B } from './b.ts'\nexport type A = { readonly b: B | null }\n",
      'src/main/engine/b.ts': "import type { A } from './a.ts'\nexport type B = { readonly a: A | null }\n",
    })
    expect(new Set(await brokenRules())).toEqual(new Set(['no-cycles']))
  })

  it('refuses an import of nothing', async () => {
    plant({ 'src/main/engine/a.ts': importing('./gone.ts') })
    expect(await brokenRules()).toEqual(['resolvable'])
  })
})
