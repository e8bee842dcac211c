import type { LookupFunction } from 'node:net'

const ADDRESSES = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
] as const

/** Names are not looked up: whatever a hosts file says, `localhost` is this PC. */
export const thisPc: LookupFunction = (_name, options, answer) => {
  if (options.all === true) answer(null, [...ADDRESSES])
  else answer(null, ADDRESSES[0].address, ADDRESSES[0].family)
}
