import { ActionIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../door/operations.ts'
import { useStripView } from '../../door/strip-view.ts'

/** Its arrow points to where the strip's other edge goes. */
export function FoldButton({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation()
  const fold = useCommand('strip.fold')
  const onTheLeft = useStripView()?.edge === 'left'
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t(folded ? 'strip.unfold' : 'strip.fold')}
      title={t(folded ? 'strip.unfold' : 'strip.fold')}
      onClick={() => fold.mutate({ folded: !folded })}
    >
      {folded === onTheLeft ? '»' : '«'}
    </ActionIcon>
  )
}
