import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { hasDisplay } from './scripts/bootstrap/system-packages.ts'

/** A step in the real app may wait for a window, a worker thread and a first paint on a loaded machine. */
const END_TO_END_PATIENCE_MS = 120_000
const PATIENCE_MS = 60_000
/** Each sign-in derives keys and starts threads; a test with half a dozen takes a minute where much else runs. */
const SIGNING_IN_PATIENCE_MS = 180_000
/**
 * Engine threads and child processes run the sources as they are, some hundred files each time; Node keeps what it compiled of
 * them, by their content, and every later start is spared it.
 */
const COMPILED = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') }
/** What is waited for comes when it comes: the library's own second is over quickly on a machine that does much else. */
const POLLED = { poll: { timeout: 30_000 } }

/** Windows share a display and a focus: on a real one, one application at a time; else each worker has a virtual one. */
const ON_DISPLAYS = {
  globalSetup: ['test/support/displays/global-setup.ts'],
  setupFiles: ['test/support/displays/own-display.ts'],
  fileParallelism: !hasDisplay(),
}

export default defineConfig({
  test: {
    // The machine that a change is checked on has two cores, and worker threads of the engine want some of them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          expect: POLLED,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles: ['test/support/table-use/spied-thread.ts'],
          env: COMPILED,
          testTimeout: SIGNING_IN_PATIENCE_MS,
          hookTimeout: SIGNING_IN_PATIENCE_MS,
          expect: POLLED,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          ...ON_DISPLAYS,
          testTimeout: END_TO_END_PATIENCE_MS,
          hookTimeout: END_TO_END_PATIENCE_MS,
          expect: POLLED,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          ...ON_DISPLAYS,
          testTimeout: END_TO_END_PATIENCE_MS,
          hookTimeout: END_TO_END_PATIENCE_MS,
          expect: POLLED,
        },
      },
    ],
  },
})
