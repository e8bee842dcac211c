import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DayOfViewing } from '../../../shared/contract/privacy.ts'
import { shortUid } from '../../shared/words/audit-words.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import classes from './privacy.module.css'

type Question = DayOfViewing['questions'][number]

/** What the head might ask about, each with its reason in words; never a verdict. */
export function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('privacy.questions')}>
      <Text size="sm" fw={600}>
        {t('privacy.questions')}{' '}
        <Text span size="xs" c="dimmed">
          {t(questions.length === 0 ? 'privacy.noQuestions' : 'privacy.questionsHelp')}
        </Text>
      </Text>
      {questions.length > 0 && (
        <ul className={classes.questions}>
          {questions.map((question) => (
            <li
              key={`${question.staffNo} ${question.kind} ${'customerUid' in question ? question.customerUid : ''}`}
            >
              <strong>
                {question.staffNo} {question.staffName}
              </strong>{' '}
              {questionWords(question, t)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Why it is worth asking, in one sentence. */
function questionWords(question: Question, t: TFunction): string {
  switch (question.kind) {
    case 'outside-hours': {
      const [first, last] = [question.firstAt, question.lastAt].map((at) => shanghaiTime(at).slice(-5))
      return t('privacy.question.outside-hours', { views: question.views, first, last })
    }
    case 'repeated': {
      const customer =
        question.customer?.maskedName ?? t('privacy.somebody', { uid: shortUid(question.customerUid) })
      return t('privacy.question.repeated', { days: question.days, customer })
    }
    default:
      return t(`privacy.question.${question.kind}`, { ...question })
  }
}
