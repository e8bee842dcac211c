import { Stepper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/problem.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { StepContent } from './step-content.tsx'
import { useWizard, WIZARD_STEPS } from './use-wizard.ts'
import classes from './wizard.module.css'
import { WizardActions } from './wizard-actions.tsx'

/** From the folder to the reconciliation sheet (D1, D3). Nothing is written before the fifth step. */
export function Wizard({ onDone }: { onDone(): void }) {
  const { t } = useTranslation()
  const wizard = useWizard()
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
