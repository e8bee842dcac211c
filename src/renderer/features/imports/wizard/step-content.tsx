import { useOperation } from '../../../ipc/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { MapStep } from '../mapping/map-step.tsx'
import { withKey } from '../profile/draft.ts'
import { ImportProgress } from '../runs/import-progress.tsx'
import { Reconciliation } from '../runs/reconciliation.tsx'
import { ChooseStep } from './choose-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { RecogniseStep } from './recognise-step.tsx'
import { RunStep } from './run-step.tsx'
import type { WizardState } from './use-wizard.ts'

/** The step at hand. */
export function StepContent({ wizard }: { readonly wizard: WizardState }) {
  const { step, folder, importUid } = wizard
  if (step === 'sheet' && importUid !== null) return <FinishedSheet importUid={importUid} />
  if (step === 'run' && importUid !== null)
    return <ImportProgress importUid={importUid} reported={wizard.reported} />
  if (step === 'choose' || folder === null) return <Choose wizard={wizard} />
  if (wizard.draft === null || wizard.checked === null) return <Waiting lines={8} />
  const { draft, checked, detections } = wizard
  if (step === 'recognise')
    return (
      <RecogniseStep
        folder={folder}
        detections={detections}
        draft={draft}
        onChange={wizard.edit}
        onHeader={wizard.reread}
        onSheet={wizard.takeSheet}
      />
    )
  const { profile } = checked
  if (step === 'map' || profile === null)
    return <MapStep draft={draft} faults={checked.faults} sampleOf={detections.of} onChange={wizard.edit} />
  if (step === 'preview')
    return (
      <PreviewStep
        folder={folder}
        profile={profile}
        onKey={({ fileName, entity }, key) => wizard.edit(withKey(draft, { fileName, entity, key }))}
      />
    )
  return (
    <RunStep
      folder={folder}
      profile={profile}
      starting={wizard.starting}
      sameNight={wizard.sameNight}
      onStart={(asOf, allowOlder) => wizard.start(profile, { asOf, allowOlder, again: wizard.sameNight })}
    />
  )
}

function Choose({ wizard }: { readonly wizard: WizardState }) {
  return (
    <ChooseStep
      folder={wizard.folder}
      fitting={wizard.fitting}
      onChoose={wizard.choose}
      onRun={(profile) => wizard.start(profile, { asOf: null, allowOlder: false, again: wizard.sameNight })}
      onPreview={(profile) => {
        wizard.edit(profile)
        wizard.goTo('preview')
      }}
      onAnew={() => wizard.goTo('recognise')}
    />
  )
}

function FinishedSheet({ importUid }: { readonly importUid: string }) {
  const sheet = useOperation('imports.get', { importUid })
  return (
    <>
      <Problem error={sheet.error} />
      {sheet.data !== undefined && <Reconciliation sheet={sheet.data} />}
    </>
  )
}
