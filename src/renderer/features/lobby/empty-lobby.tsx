import { Button, Center } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LOBBY_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { boardKey } from '../../shared/keys/board-keys.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { Empty } from '../../ui/empty.tsx'
import { isFocusFree } from '../../ui/working-place.ts'

/** Nobody has come yet: what would be here, and the one key that lets somebody in. */
export function EmptyLobby({ onArrival }: { onArrival(): void }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFocusFree()) button.current?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    if (boardKey(event.nativeEvent.code)?.kind !== 'arrival') return
    event.preventDefault()
    onArrival()
  }
  return (
    <>
      <Empty title={t('lobby.empty')} text={t('lobby.emptyHelp')} />
      <Center>
        <Button
          ref={button}
          data-working-place
          onClick={onArrival}
          onKeyDown={onKeyDown}
          aria-keyshortcuts={LOBBY_LETTER.arrival}
        >
          {t('lobby.form.title')} {LOBBY_LETTER.arrival}
        </Button>
      </Center>
    </>
  )
}
