import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
})
const { packages } = lockSchema.parse(
  JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')),
)

/** Where a package's own dependency may lie: in its own folder, or in that of any package around it. */
function placesOf(dependency: string, path: string): readonly string[] {
  const folders = path.split('/node_modules/')
  return [
    ...folders.map(
      (_, index) =>
        `${folders.slice(0, folders.length - index).join('/node_modules/')}/node_modules/${dependency}`,
    ),
    `node_modules/${dependency}`,
  ]
}

/** npm leaves out what another system needs where it made the file from installed packages; `npm ci` then refuses it. */
test('the lock file has an entry for everything its packages need, also on other systems', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesOf(name, path).some((place) => place in packages))
      .map((name) => `${path}: ${name}`),
  )
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})
