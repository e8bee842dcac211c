import { describe, expect, it } from 'vitest'
import { canRunProject } from '../../../scripts/bootstrap/project-node.mjs'

describe('which Node can run the project', () => {
  it.each(['22.18.0', '22.21.1', '24.0.0', '24.21.0', '26.1.0'])('%s can', (version) => {
    expect(canRunProject(version)).toBe(true)
  })

  it.each([
    ['20.20.2', 'has Node-API 9'],
    ['22.13.0', 'has Node-API 9'],
    ['22.17.1', 'does not strip types unasked'],
    ['23.11.0', 'is an odd major, which the test runner leaves out'],
    ['25.0.0', 'is an odd major, which the test runner leaves out'],
  ])('%s cannot: it %s', (version) => {
    expect(canRunProject(version)).toBe(false)
  })
})
