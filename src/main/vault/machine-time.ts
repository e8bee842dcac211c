import { uptime } from 'node:os'

const SECOND_MS = 1_000

/** Milliseconds that a machine has been running, sleep included; nobody can set them. A test gives its own. */
export type MachineRanFor = () => number

export const machineRanFor: MachineRanFor = () => Math.floor(uptime() * SECOND_MS)
