import { describe, expect, it } from 'vitest'
import { isInstalled, runModeOf } from '../../../src/main/shell/run-mode.ts'

const SOURCES = { isPackaged: false, getAppPath: () => '/home/dev/huiyan' }
const INSTALLED = { isPackaged: true, getAppPath: () => '/opt/Huiyan/resources/app.asar' }
const RENAMED = { isPackaged: false, getAppPath: () => '/tmp/copy/resources/app.asar' }

describe('for whom the program is started', () => {
  it('is a developer only with the sources and the switch', () => {
    expect(runModeOf(['electron', '.', '--developer'], SOURCES)).toBe('developer')
    expect(runModeOf(['electron', '.'], SOURCES)).toBe('counter')
    expect(runModeOf(['electron', '.', '--developer=no'], SOURCES)).toBe('counter')
  })

  it('is a counter wherever it is installed, under whatever name', () => {
    for (const app of [INSTALLED, RENAMED]) {
      expect(isInstalled(app)).toBe(true)
      expect(runModeOf(['huiyan', '--developer'], app)).toBe('counter')
    }
    expect(isInstalled(SOURCES)).toBe(false)
  })
})
