import { describe, expect, it } from 'vitest'
import { DEBUGGING_SWITCHES, refusedAtStart, type StartFacts } from '../../../src/main/shell/start-guard.ts'

const QUIET: StartFacts = {
  argv: [],
  env: {},
  platform: 'linux',
  root: false,
  inspected: false,
  hasSwitch: () => false,
}

function refused(...argv: readonly string[]): readonly string[] {
  return refusedAtStart({ ...QUIET, argv })
}

describe('a start at a counter', () => {
  it('takes the program’s own switches, and those that the people on call turn for a screen', () => {
    expect(refused()).toEqual([])
    expect(refused('--data-dir=/srv/huiyan', '--demo-as-of=2026-11-20', '--demo-customers=300')).toEqual([])
    expect(refused('--disable-gpu', '--force-device-scale-factor=1.5', '--ozone-platform=wayland')).toEqual(
      [],
    )
    expect(refused('/opt/huiyan/resources/app.asar', 'a file')).toEqual([])
  })

  it('refuses every switch that it does not know, by its name alone', () => {
    expect(refused('--remote-debugging-port=9222', '--user-data-dir=/tmp/赵丽娟')).toEqual([
      '--remote-debugging-port',
      '--user-data-dir',
    ])
    for (const name of DEBUGGING_SWITCHES) expect(refused(`--${name}`)).toEqual([`--${name}`])
  })

  it('reads switches as Chromium does: one hyphen, and on Windows a slash and any case', () => {
    expect(refused('-inspect')).toEqual(['--inspect'])
    expect(refused('/inspect')).toEqual([])
    const onWindows = (...argv: readonly string[]) => refusedAtStart({ ...QUIET, platform: 'win32', argv })
    expect(onWindows('/Remote-Debugging-Port=1', '-INSPECT', ' --js-flags=x')).toEqual([
      '--remote-debugging-port',
      '--inspect',
      '--js-flags',
    ])
    expect(onWindows('C:\\data', '--data-dir=C:\\data', '/data-dir=x')).toEqual([])
  })

  it('leaves what follows --cli to the command line, unless Chromium reads a debugging switch there', () => {
    expect(refused('--cli', 'doctor', '--data-dir', '/srv', '--json')).toEqual([])
    expect(refused('--js-flags=x', '--cli', 'doctor')).toEqual(['--js-flags'])
    const hasSwitch = (name: string) => name === 'remote-debugging-port'
    expect(refusedAtStart({ ...QUIET, argv: ['--cli', 'doctor'], hasSwitch })).toEqual([
      '--remote-debugging-port',
    ])
  })

  it('refuses a window without sandbox to everybody who can have one', () => {
    const without = { ...QUIET, hasSwitch: (name: string) => name === 'no-sandbox' }
    expect(refusedAtStart(without)).toEqual(['--no-sandbox'])
    expect(refusedAtStart({ ...without, root: true, argv: ['--no-sandbox'] })).toEqual([])
  })

  it('refuses variables that load or open something in Node, and a debugger that is there already', () => {
    expect(refusedAtStart({ ...QUIET, env: { NODE_OPTIONS: ' ', ELECTRON_RUN_AS_NODE: '' } })).toEqual([])
    expect(
      refusedAtStart({ ...QUIET, env: { NODE_OPTIONS: '--inspect', ELECTRON_RUN_AS_NODE: '1' } }),
    ).toEqual(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'])
    expect(refusedAtStart({ ...QUIET, inspected: true })).toEqual(['--inspect'])
  })
})
