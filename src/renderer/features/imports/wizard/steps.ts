/** The wizard's steps in their order. */
export const WIZARD_STEPS = ['choose', 'recognise', 'map', 'preview', 'run', 'sheet'] as const
export type WizardStep = (typeof WIZARD_STEPS)[number]

/** The neighbouring step; the ends stay where they are. */
export function stepBeside(step: WizardStep, distance: 1 | -1): WizardStep {
  return WIZARD_STEPS[WIZARD_STEPS.indexOf(step) + distance] ?? step
}
