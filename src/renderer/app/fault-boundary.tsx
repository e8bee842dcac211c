import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FaultBoundaryProps {
  readonly children: ReactNode
  /** Told once the content could not be drawn. */
  onFault?(): void
}

/** Under a window's content: an error while it is drawn leaves a page that says so, never an empty window. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly faulty: boolean }> {
  override state = { faulty: false }

  static getDerivedStateFromError(): { readonly faulty: boolean } {
    return { faulty: true }
  }

  override componentDidCatch(): void {
    this.props.onFault?.()
  }

  override render(): ReactNode {
    return this.state.faulty ? <FaultPage /> : this.props.children
  }
}

/** What happened, that what was saved is safe, and the way on. It has room in the folded strip too. */
function FaultPage() {
  const { t } = useTranslation()
  return (
    <Center component="main" mih="100vh" p="xs" style={{ overflow: 'auto' }}>
      <Stack gap="sm" maw={420} role="alert">
        <Title order={1} size="h4">
          {t('app.fault.title')}
        </Title>
        <Text size="sm">{t('app.fault.text')}</Text>
        <Button onClick={() => window.location.reload()} autoFocus>
          {t('app.fault.reload')}
        </Button>
      </Stack>
    </Center>
  )
}
