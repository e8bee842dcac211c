import { Button, CloseButton, NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BusinessWords } from '../../../../shared/domain/lobby/arrival-settings.ts'
import { BUSINESSES, type Business } from '../../../../shared/domain/lobby/visit.ts'
import classes from './arrivals.module.css'

const LONGEST_WORD = 40
const MOST_WORDS = 60

/** The machine's words for what somebody comes for, each with ours. */
export function BusinessWordList(props: {
  readonly words: BusinessWords
  onChange(words: BusinessWords): void
}) {
  const { t } = useTranslation()
  const { words, onChange } = props
  const put = (place: number, part: { readonly word?: string; readonly business?: Business }) =>
    onChange(words.map((each, index) => (index === place ? { ...each, ...part } : each)))
  return (
    <fieldset className={classes.box}>
      <legend>
        <Text size="sm" fw={600}>
          {t('arrivals.words')}
        </Text>
      </legend>
      <div className={classes.words}>
        {words.map(({ word, business }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, so that the focus stays where a word was removed
          <div key={place} className={classes.word}>
            <TextInput
              size="xs"
              aria-label={t('arrivals.word', { n: place + 1 })}
              value={word}
              maxLength={LONGEST_WORD}
              onChange={(event) => put(place, { word: event.currentTarget.value })}
            />
            <NativeSelect
              size="xs"
              aria-label={t('arrivals.wordMeans', { word })}
              value={business}
              data={BUSINESSES.map((value) => ({ value, label: t(`lobby.business.${value}`) }))}
              onChange={(event) => put(place, { business: businessOf(event.currentTarget.value) })}
            />
            <CloseButton
              size="sm"
              aria-label={t('arrivals.removeWord', { word })}
              onClick={() => onChange(words.filter((_, index) => index !== place))}
            />
          </div>
        ))}
      </div>
      <Button
        size="compact-xs"
        variant="subtle"
        mt={4}
        disabled={words.length >= MOST_WORDS}
        onClick={() => onChange([...words, { word: '', business: 'other' }])}
      >
        {t('arrivals.addWord')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('arrivals.wordsHint')}
      </Text>
    </fieldset>
  )
}

function businessOf(value: string): Business {
  return BUSINESSES.find((each) => each === value) ?? 'other'
}
