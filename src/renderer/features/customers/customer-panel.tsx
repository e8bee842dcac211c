import { Box } from '@mantine/core'
import { useOpenedCustomer } from '../../shared/person/use-opened-customer.ts'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { OpenedPanel, type PanelParts } from './panel/opened-panel.tsx'

/**
 * The person on the right, whole (C1). Showing somebody is recorded, so it happens once for each time one is chosen.
 * @param props.parts what other features show of the person
 */
export function CustomerPanel({
  customerUid,
  parts,
}: {
  readonly customerUid: string
  readonly parts: PanelParts
}) {
  const opened = useOpenedCustomer(customerUid)
  if (opened.data !== undefined)
    return <OpenedPanel customer={opened.data} parts={parts} onChanged={opened.readAgain} />
  return opened.error === null ? (
    <Waiting lines={12} />
  ) : (
    <Box p="md">
      <Problem error={opened.error} />
    </Box>
  )
}
