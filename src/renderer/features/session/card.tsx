import { Center, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The one card in the middle of every screen before the workstation proper. */
export function SessionCard(props: {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
  readonly width?: number
}) {
  return (
    <Center component="main" h="100vh" p="md">
      <Paper withBorder shadow="sm" p="xl" w={props.width ?? 380}>
        <Stack gap="md">
          <div>
            <Title order={1} size="h3">
              {props.title}
            </Title>
            {props.text !== undefined && (
              <Text size="sm" c="dimmed" mt={4}>
                {props.text}
              </Text>
            )}
          </div>
          {props.children}
        </Stack>
      </Paper>
    </Center>
  )
}
