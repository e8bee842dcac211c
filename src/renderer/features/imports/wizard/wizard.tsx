import { Button, Group, Stack, Stepper, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { ProfileButtons } from './profile-buttons.tsx'
import { StepContent } from './step-content.tsx'
import { useWizard, WIZARD_STEPS, type WizardState } from './use-wizard.ts'
import classes from './wizard.module.css'

/** From the folder to the reconciliation sheet (D1, D3). Nothing is written before the fifth step. */
export function Wizard({ onDone }: { onDone(): void }) {
  const [attempt, setAttempt] = useState(0)
  // Another attempt begins with nothing of the one before.
  return <Attempt key={attempt} onDone={onDone} onRestart={() => setAttempt(attempt + 1)} />
}

function Attempt(props: { onDone(): void; onRestart(): void }) {
  const { t } = useTranslation()
  const wizard = useWizard()
  useUnsaved(wizard.folder !== null && wizard.importUid === null)
  return (
    <Screen title={t('imports.new')} actions={<WizardActions {...props} wizard={wizard} />}>
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
function WizardActions(props: { readonly wizard: WizardState; onDone(): void; onRestart(): void }) {
  const { t } = useTranslation()
  const { wizard, onDone, onRestart } = props
  const { step, draft, checked } = wizard
  if (step === 'sheet')
    return (
      <>
        <Button variant="default" onClick={onRestart}>
          {t('imports.again')}
        </Button>
        <Button onClick={onDone}>{t('imports.close')}</Button>
      </>
    )
  const running = step === 'run' && (wizard.starting || wizard.importUid !== null)
  return (
    <>
      {(step === 'recognise' || step === 'map') && draft !== null && (
        <ProfileButtons profile={checked?.profile ?? null} onOpen={wizard.edit} />
      )}
      {!running && (
        <>
          <LeaveButton word="app.cancel" edited={wizard.edited} onLeave={onDone} />
          {step !== 'choose' && (
            <>
              <LeaveButton word="imports.restart" edited={wizard.edited} onLeave={onRestart} />
              <Button variant="default" onClick={() => wizard.goBeside(-1)}>
                {t('app.back')}
              </Button>
            </>
          )}
        </>
      )}
      {step !== 'run' && (
        <Button disabled={!mayGoOn(wizard)} onClick={() => wizard.goBeside(1)}>
          {t('imports.next')}
        </Button>
      )}
    </>
  )
}

/** Leaves everything that was set up; asks first where something was set up by hand. */
function LeaveButton(props: {
  readonly word: 'app.cancel' | 'imports.restart'
  readonly edited: boolean
  onLeave(): void
}) {
  const { t } = useTranslation()
  const { word, edited, onLeave } = props
  const [asking, ask] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={edited ? ask.open : onLeave}>
        {t(word)}
      </Button>
      <Dialog opened={asking} onClose={ask.close} title={t('imports.leave.title')}>
        <Stack gap="sm">
          <Text size="sm">{t('imports.leave.text')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={ask.close}>
              {t('imports.leave.stay')}
            </Button>
            <Button color="red" onClick={onLeave}>
              {t('imports.leave.go')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}

/** What a step must have brought before the next one makes sense. */
function mayGoOn({ step, folder, draft, checked }: WizardState): boolean {
  if (step === 'choose') return folder !== null && folder.files.length > 0
  if (step === 'recognise') return draft !== null
  return checked !== null && checked.profile !== null
}
