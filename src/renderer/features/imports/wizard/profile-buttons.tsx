import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { explain } from '../../../ui/problem.tsx'

/** Opens a profile file in place of the draft, or writes the draft to one. */
export function ProfileButtons(props: {
  /** Null while the draft is not finished. */
  readonly profile: ImportProfile | null
  onOpen(profile: ImportProfile): void
}) {
  const { t } = useTranslation()
  const open = useCommand('imports.openProfile')
  const save = useCommand('imports.saveProfile')
  const { profile } = props
  const tell = (error: unknown) => notifications.show({ color: 'red', message: explain(error, t).text })
  return (
    <>
      <Button
        variant="default"
        loading={open.isPending}
        onClick={() =>
          open.mutate({}, { onSuccess: (opened) => opened !== null && props.onOpen(opened), onError: tell })
        }
      >
        {t('imports.profile.open')}
      </Button>
      <Button
        variant="default"
        disabled={profile === null}
        loading={save.isPending}
        onClick={() =>
          profile !== null &&
          save.mutate(
            { profile },
            {
              onSuccess: ({ saved }) => saved && notifications.show({ message: t('imports.profile.saved') }),
              onError: tell,
            },
          )
        }
      >
        {t('imports.profile.save')}
      </Button>
    </>
  )
}
