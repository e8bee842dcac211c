import { Button, Stepper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { ProfileButtons } from './profile-buttons.tsx'
import { StepContent } from './step-content.tsx'
import { useWizard, WIZARD_STEPS, type WizardState } from './use-wizard.ts'
import classes from './wizard.module.css'

/** From the folder to the reconciliation sheet (D1, D3). Nothing is written before the fifth step. */
export function Wizard({ onDone }: { onDone(): void }) {
  const { t } = useTranslation()
  const wizard = useWizard()
  useUnsaved(wizard.folder !== null && wizard.importUid === null)
  return (
    <Screen title={t('imports.new')} actions={<WizardActions wizard={wizard} onDone={onDone} />}>
      <Stepper
        size="xs"
        active={WIZARD_STEPS.indexOf(wizard.step)}
        className={classes.steps ?? ''}
        allowNextStepsSelect={false}
      >
        {WIZARD_STEPS.map((step) => (
          <Stepper.Step key={step} label={t(`imports.step.${step}`)} />
        ))}
      </Stepper>
      <div className={classes.step}>
        <Problem error={wizard.error} />
        <StepContent wizard={wizard} />
      </div>
    </Screen>
  )
}

/** Back, on, and the profile's file, always in the same place. */
function WizardActions({ wizard, onDone }: { readonly wizard: WizardState; onDone(): void }) {
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
