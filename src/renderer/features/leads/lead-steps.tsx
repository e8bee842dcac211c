import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LeadStep } from '../../../shared/contract/leads.ts'
import { SYSTEM_NO } from '../../../shared/domain/branch/actor.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import classes from './leads.module.css'

/** What happened to a lead, the latest first. */
export function LeadSteps({ steps }: { readonly steps: readonly LeadStep[] }) {
  const { t } = useTranslation()
  return (
    <ol className={classes.steps} aria-label={t('leads.history')}>
      {steps.map((step) => (
        <li key={`${step.at} ${step.kind} ${step.state}`} className={classes.step}>
          <Text span size="xs" c="dimmed">
            {shanghaiTime(step.at).slice(5)}
          </Text>
          <span>
            {stepWords(step, t)}
            <Text span size="xs" c="dimmed">
              {' '}
              · {step.staffName === SYSTEM_NO ? t('audit.system') : step.staffName}
              {step.note !== '' && ` · ${step.note}`}
            </Text>
          </span>
        </li>
      ))}
    </ol>
  )
}

function stepWords({ kind, state, product, level, toName }: LeadStep, t: TFunction): string {
  return t(`leads.step.${kind}`, {
    state: t(`leads.state.${state}`),
    product: product === null ? '' : t(`intents.product.${product}`),
    level: level === null ? '' : t(`intents.level.${level}`),
    name: toName ?? '',
  })
}
