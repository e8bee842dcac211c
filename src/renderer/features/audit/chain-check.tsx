import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChainDialog } from './chain-dialog.tsx'

/** The button behind which the chain is checked and compared with its witnesses. */
export function ChainCheck() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" style={{ flex: 'none' }} onClick={() => setOpened(true)}>
        {t('audit.verify')}
      </Button>
      {opened && <ChainDialog onClose={() => setOpened(false)} />}
    </>
  )
}
