import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { type DemoPerson, seededPerson } from '../harness/demo-people.ts'
import type { Workstation } from '../harness/workstation.ts'

/** One walk through the workstation. */
export interface Trip {
  readonly workstation: Workstation
  /** Where screenshots and the printed list go. */
  readonly folder: string
  readonly demo: { readonly asOf: string; readonly customers: number }
}

export interface Step {
  readonly title: string
  /** Resolves to what there is to say about it beyond its title. */
  walk(trip: Trip): Promise<string>
}

/** Before a long holiday, so that the due dates on the pictures show what moved them. */
export const DEMO = { asOf: '2026-09-30', customers: 5000 } as const
/** Two working days later. */
export const DUE = '2026-10-09'

/** Who comes to the counter: asked about wealth products, and has a manager of her own. */
export function visitor({ demo }: Trip): DemoPerson {
  return seededPerson(demo, 'wealth-enquiries')
}

/** Who follows the visitor up. */
export function managerOf({ ownerStaffNo }: DemoPerson): string {
  const manager = STAFF.find(({ no }) => no === ownerStaffNo)
  if (manager === undefined) throw new Error('The visitor has no manager')
  return manager.name
}

/** Takes a screenshot and answers its file's name. */
export async function shoot({ folder }: Trip, window: Page, name: string): Promise<string> {
  const file = `${name}.png`
  await window.screenshot({ path: join(folder, file), animations: 'disabled' })
  return file
}
