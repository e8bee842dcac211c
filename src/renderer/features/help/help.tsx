import { Button, Drawer, Group, getDefaultZIndex, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useOpenSession } from '../../ipc/session.tsx'
import { useOverlay } from '../../router/navigation.tsx'
import { isComposing } from '../../ui/composition.ts'
import { useFocusBack } from '../../ui/focus-back.ts'
import { CodeCard } from './code-card.tsx'
import classes from './help.module.css'
import { Questions, useAppInfo } from './questions.tsx'

/** Keeps Esc to the help: without it a dialog below would close with it, and what was typed there would be gone. */
const OWN_ESCAPE = { 'data-mantine-stop-propagation': 'true' } as const

/** Above every dialog, because it explains them too. */
const LAYER = getDefaultZIndex('overlay')

/** The help, over whatever is on the screen: key F1 opens and closes it, Esc goes back. */
export function Help() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('help')
  useHotkeys([['F1', shown ? close : open]], [])
  useFocusBack(shown)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event)) close()
  }
  return (
    <Drawer.Root
      opened={shown}
      onClose={close}
      returnFocus={false}
      closeOnEscape={false}
      position="right"
      size={760}
      transitionProps={{ duration: 0 }}
      zIndex={LAYER}
    >
      <Drawer.Overlay backgroundOpacity={0.2} />
      <Drawer.Content {...OWN_ESCAPE} onKeyDownCapture={onKeyDown}>
        <Drawer.Header>
          <Drawer.Title fw={600}>{t('help.title')}</Drawer.Title>
          <Group gap="sm">
            <Button {...OWN_ESCAPE} data-autofocus variant="default" onClick={() => window.print()}>
              {t('help.printCard')}
            </Button>
            <Drawer.CloseButton {...OWN_ESCAPE} aria-label={t('app.close')} />
          </Group>
        </Drawer.Header>
        <Drawer.Body>
          <Stack gap="lg">
            <CodeCard />
            <Questions />
            <Version />
          </Stack>
          <PrintedCard />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Version() {
  const { t } = useTranslation()
  const info = useAppInfo()
  if (info === undefined) return null
  return (
    <Text size="xs" c="dimmed">
      {t('help.version', { version: info.version })}
    </Text>
  )
}

/**
 * The card as it goes on paper: one A4 page, and the only thing in the window that is printed while it is there. It
 * stands beside the application's root, because what lies inside is cut to the window's height.
 */
function PrintedCard() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  return createPortal(
    <article className={classes.paper} aria-hidden>
      <header className={classes.paperHead}>
        <h1>{t('help.cardTitle')}</h1>
        <span>{t('help.cardFor', { role: t(`app.role.${staff.role}`) })}</span>
      </header>
      <p>{t('help.cardHint')}</p>
      <CodeCard />
    </article>,
    document.body,
  )
}
