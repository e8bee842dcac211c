import { Button, Group, Stack, Text } from '@mantine/core'
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DraftList, ListKind, PrintedList } from '../../../shared/contract/followups.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { PaperListName } from '../../../shared/domain/branch/list-columns.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { PdfPages } from './pdf/pdf-pages.tsx'
import classes from './print-preview.module.css'

/** A list that is laid out: a draft to look at, or a print with its number. */
interface LaidOut {
  readonly list: PrintedList | DraftList
  readonly pdf: Uint8Array
}

type Printed = ResultOf<'followups.print'>

interface PrintPreviewProps {
  readonly print: Pick<
    UseMutationResult<LaidOut, CallError, unknown>,
    'isIdle' | 'isPending' | 'error' | 'data' | 'reset'
  >
  /** Gives a draft its number, when it is printed or saved and not before. */
  freeze(draft: DraftList): Promise<Printed>
}

/** A list that is laid out, to look at before it goes on paper. Open while `print` has a result. */
export function PrintPreview({ print, freeze }: PrintPreviewProps) {
  const { t } = useTranslation()
  const numbering = useMutation<Printed, CallError, DraftList>({ mutationFn: freeze })
  const shown = numbering.data ?? print.data
  const close = () => {
    print.reset()
    numbering.reset()
  }
  return (
    <Dialog
      opened={!print.isIdle}
      onClose={close}
      size={880}
      title={shown === undefined ? t('followups.print.button') : titleOf(shown.list, t)}
    >
      {print.isPending && <Text p="xl">{t('followups.print.preparing')}</Text>}
      <Problem error={print.error} />
      {shown !== undefined && <Preview laidOut={shown} numbering={numbering} />}
    </Dialog>
  )
}

interface KindWords {
  /** What the title calls the list. */
  readonly list?: string
  readonly print: string
  readonly draft: string
  readonly note: string
}

/** What a list of each kind is called with its number and as a draft, and what is said below a draft. */
const WORDS: Readonly<Record<ListKind, KindWords>> = {
  daily: {
    print: 'followups.print.title',
    draft: 'followups.print.draftTitle',
    note: 'followups.print.draftNote',
  },
  morning: {
    print: 'followups.morning.printTitle',
    draft: 'followups.print.draftMorningTitle',
    note: 'followups.print.draftNote',
  },
  customers: wordsOfList('customers'),
  intents: wordsOfList('intents'),
  leads: wordsOfList('leads'),
  referrals: wordsOfList('referrals'),
}

function wordsOfList(list: PaperListName): KindWords {
  return {
    list: `followups.prints.kinds.${list}`,
    print: 'lists.paper.title',
    draft: 'lists.paper.draftTitle',
    note: 'lists.paper.draftNote',
  }
}

function titleOf({ kind, printNo }: LaidOut['list'], t: TFunction): string {
  const { list, print, draft } = WORDS[kind]
  const named = list === undefined ? {} : { list: t(list) }
  return printNo === null ? t(draft, named) : t(print, { ...named, no: printNo })
}

function Preview(props: {
  readonly laidOut: LaidOut
  readonly numbering: UseMutationResult<Printed, CallError, DraftList>
}) {
  const { t } = useTranslation()
  const { laidOut, numbering } = props
  const { list, pdf } = laidOut
  const toPrinter = useCommand('followups.sendToPrinter')
  const save = useCommand('followups.savePdf')
  const withNumber = (then: (printNo: number) => void) => {
    if (list.printNo !== null) then(list.printNo)
    else numbering.mutate(list, { onSuccess: (printed) => then(printed.list.printNo) })
  }
  return (
    <Stack gap="sm">
      <ScrollRegion label={t('followups.print.pages')} className={classes.pages}>
        <PdfPages pdf={pdf} />
      </ScrollRegion>
      <Problem error={numbering.error ?? toPrinter.error ?? save.error} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {list.printNo === null
            ? t(WORDS[list.kind].note)
            : t('followups.print.shred', { day: list.shredBy })}
        </Text>
        <Group gap="xs">
          <Text size="sm" role="status">
            {toPrinter.data?.sent === true && t('followups.print.sent')}
            {save.data?.saved === true && ` ${t('followups.print.saved')}`}
          </Text>
          <Button
            variant="default"
            onClick={() => withNumber((printNo) => save.mutate({ printNo }))}
            loading={save.isPending}
            disabled={numbering.isPending}
          >
            {t('followups.print.savePdf')}
          </Button>
          <Button
            onClick={() => withNumber((printNo) => toPrinter.mutate({ printNo }))}
            loading={toPrinter.isPending || numbering.isPending}
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
