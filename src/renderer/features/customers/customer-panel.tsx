import { Box } from '@mantine/core'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { OpenedPanel } from './panel/opened-panel.tsx'
import { useOpenedCustomer } from './panel/use-opened-customer.ts'

/** The person on the right, whole (C1). Showing somebody is recorded, so it happens once for each time one is chosen. */
export function CustomerPanel({ customerUid }: { readonly customerUid: string }) {
  const opened = useOpenedCustomer(customerUid)
  if (opened.data !== undefined) return <OpenedPanel customer={opened.data} onChanged={opened.readAgain} />
  return opened.error === null ? (
    <Waiting lines={12} />
  ) : (
    <Box p="md">
      <Problem error={opened.error} />
    </Box>
  )
}
