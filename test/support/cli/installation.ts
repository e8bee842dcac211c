import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { cli, type Run } from './command-line.ts'

/** Every command is a process of its own, and a loaded machine starts a dozen of them slowly. */
export const PATIENCE_MS = 240_000

const PEOPLE = [
  ['K1', '诸葛晴', '1990-02-28', '10012345678'],
  ['K2', '欧阳远', '1985-07-01', '10087654321'],
  ['K3', '王小明', '1979-12-31', ''],
] as const

const PROFILE = {
  version: 1,
  name: '夜间抽取',
  files: [
    {
      entity: 'customers',
      file: 'people.csv',
      fields: {
        key: { column: '客户号' },
        name: { column: '姓名' },
        birthOn: { column: '生日' },
        phone: { column: '手机' },
      },
    },
  ],
}

/** A branch that the command line founded and fed, in a folder of its own. */
export class Installation {
  readonly root = mkdtempSync(join(tmpdir(), 'huiyan-cli-'))
  readonly dataDir = join(this.root, 'data')
  readonly extract = join(this.root, 'extract')
  readonly profile = join(this.root, 'profile.json')

  /** Runs a command on this branch. */
  run(...args: string[]): Promise<Run> {
    return cli([...args, '--data-dir', this.dataDir, '--json'])
  }

  async found(): Promise<void> {
    mkdirSync(this.extract)
    const lines = [
      '客户号,姓名,生日,手机',
      ...PEOPLE.map((row) => row.join(',')),
      'K4,坏日期,2023-02-29,,多一列',
    ]
    writeFileSync(join(this.extract, 'people.csv'), `${lines.join('\n')}\n`)
    writeFileSync(this.profile, JSON.stringify(PROFILE))
    const made = await this.run('init', '--branch', '测试网点', '--staff', '1001', '--role', 'admin')
    expect(made).toMatchObject({ exitCode: 0, answer: { ok: true, branch: '测试网点' } })
    const loaded = await this.run('import', this.profile, '--dir', this.extract, '--as-of', '2026-11-20')
    expect(loaded).toMatchObject({
      exitCode: 0,
      answer: { ok: true, asOf: '2026-11-20', entities: { customers: { read: 4, added: 3, rejected: 1 } } },
    })
    expect(readFileSync(String(loaded.answer.rejectFile), 'utf8')).toContain('K4')
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}
