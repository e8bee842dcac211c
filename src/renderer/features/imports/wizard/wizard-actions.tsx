import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProfileButtons } from './profile-buttons.tsx'
import type { WizardState } from './use-wizard.ts'

/** Back, on, and the profile's file, always in the same place. */
export function WizardActions({ wizard, onDone }: { readonly wizard: WizardState; onDone(): void }) {
  const { t } = useTranslation()
  const { step, draft, checked } = wizard
  if (step === 'sheet') return <Button onClick={onDone}>{t('imports.close')}</Button>
  const running = step === 'run' && (wizard.starting || wizard.importUid !== null)
  return (
    <>
      {(step === 'recognise' || step === 'map') && draft !== null && (
        <ProfileButtons profile={checked?.profile ?? null} onOpen={wizard.edit} />
      )}
      {!running && (
        <Button variant="default" onClick={() => (step === 'choose' ? onDone() : wizard.goBeside(-1))}>
          {t('app.back')}
        </Button>
      )}
      {step !== 'run' && (
        <Button disabled={!mayGoOn(wizard)} onClick={() => wizard.goBeside(1)}>
          {t('imports.next')}
        </Button>
      )}
    </>
  )
}

/** What a step must have brought before the next one makes sense. */
function mayGoOn({ step, folder, draft, checked }: WizardState): boolean {
  if (step === 'choose') return folder !== null && folder.files.length > 0
  if (step === 'recognise') return draft !== null
  return checked !== null && checked.profile !== null
}
