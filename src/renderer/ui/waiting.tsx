import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './waiting.module.css'

/** Grey lines where an answer will stand. They show only when it is late, so that quick answers do not flicker. */
export function Waiting({ lines }: { readonly lines: number }) {
  const { t } = useTranslation()
  return (
    <Stack className={classes.late} gap="sm" p="md" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} height={18} />
      ))}
    </Stack>
  )
}
