import { expect, test } from 'vitest'
import { fileOf, ORIGIN } from '../../../src/main/shell/window-files.ts'

const FOLDER = '/opt/huiyan/renderer'

test('a window reads files of its own folder', () => {
  expect(fileOf(`${ORIGIN}/index.html`, FOLDER)).toBe(`${FOLDER}/index.html`)
  expect(fileOf(`${ORIGIN}/assets/main.js?v=1#top`, FOLDER)).toBe(`${FOLDER}/assets/main.js`)
})

test.each([
  '/../vault.json',
  '/%2e%2e/vault.json',
  '/assets/..%2f..%2fvault.json',
  '/..%5c..%5cvault.json/../..',
  '/',
])('nothing outside that folder is read: %s', (path) => {
  const file = fileOf(`${ORIGIN}${path}`, FOLDER)
  expect(file === null || file.startsWith(`${FOLDER}/`)).toBe(true)
})

test('another host of the scheme has no files', () => {
  expect(fileOf('app://elsewhere/index.html', FOLDER)).toBeNull()
})
