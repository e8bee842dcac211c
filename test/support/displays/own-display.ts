import { inject } from 'vitest'

/** What a test starts takes its worker's own display. */
const own = inject('displays')[Number(process.env.VITEST_POOL_ID) - 1]
if (own !== undefined) process.env.DISPLAY = own
