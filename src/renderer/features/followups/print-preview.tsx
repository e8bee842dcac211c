import { Button, Group, Stack, Text } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { PdfPages } from './pdf/pdf-pages.tsx'
import classes from './print-preview.module.css'

type Print = Pick<
  UseMutationResult<ResultOf<'followups.print'>, CallError, unknown>,
  'isIdle' | 'isPending' | 'error' | 'data' | 'reset'
>

/** A list that was just frozen and laid out, to look at before it goes on paper. Open while `print` has a result. */
export function PrintPreview({ print }: { readonly print: Print }) {
  const { t } = useTranslation()
  const list = print.data?.list
  return (
    <Dialog
      opened={!print.isIdle}
      onClose={print.reset}
      size={880}
      title={
        list === undefined
          ? t('followups.print.button')
          : t(list.kind === 'daily' ? 'followups.print.title' : 'followups.morning.printTitle', {
              no: list.printNo,
            })
      }
    >
      {print.isPending && <Text p="xl">{t('followups.print.preparing')}</Text>}
      <Problem error={print.error} />
      {print.data !== undefined && <Preview {...print.data} />}
    </Dialog>
  )
}

function Preview({ list, pdf }: ResultOf<'followups.print'>) {
  const { t } = useTranslation()
  const { printNo } = list
  const toPrinter = useCommand('followups.sendToPrinter')
  const save = useCommand('followups.savePdf')
  return (
    <Stack gap="sm">
      <ScrollRegion label={t('followups.print.pages')} className={classes.pages}>
        <PdfPages pdf={pdf} />
      </ScrollRegion>
      <Problem error={toPrinter.error ?? save.error} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('followups.print.shred', { day: list.shredBy })}
        </Text>
        <Group gap="xs">
          <Text size="sm" role="status">
            {toPrinter.data?.sent === true && t('followups.print.sent')}
            {save.data?.saved === true && ` ${t('followups.print.saved')}`}
          </Text>
          <Button variant="default" onClick={() => save.mutate({ printNo })} loading={save.isPending}>
            {t('followups.print.savePdf')}
          </Button>
          <Button
            onClick={() => toPrinter.mutate({ printNo })}
            loading={toPrinter.isPending}
            data-autofocus
            autoFocus
          >
            {t('followups.print.toPrinter')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}
