import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { TestProject } from 'vitest/node'
import { VIRTUAL_SCREEN } from '../../../scripts/bootstrap/display.ts'
import { ensureWindowLibraries, hasDisplay } from '../../../scripts/bootstrap/system-packages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** X display names, one for each worker; none where there is a real display. */
    readonly displays: readonly string[]
  }
}

/** Xvfb writes the display's number to this file descriptor once it answers. */
const READY_FD = 3

/**
 * Gives each worker a virtual display of its own: windows share a display and a focus, so that on one display only one
 * application can be tested at a time.
 */
export default async function startDisplays(project: TestProject): Promise<() => void> {
  const count = hasDisplay() ? 0 : (project.vitest.config.maxWorkers ?? 1)
  if (count > 0) await ensureWindowLibraries()
  const servers = await Promise.all(Array.from({ length: count }, () => startServer()))
  project.provide(
    'displays',
    servers.map(({ name }) => name),
  )
  return () => {
    for (const { process: server } of servers) server.kill()
  }
}

async function startServer(): Promise<{ readonly name: string; readonly process: ChildProcess }> {
  const options = ['-displayfd', `${READY_FD}`, '-screen', '0', VIRTUAL_SCREEN, '-nolisten', 'tcp']
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  server.once('error', reject)
  server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)))
  const ready = server.stdio[READY_FD] as Readable
  ready.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
  return { name: `:${await promise}`, process: server }
}
