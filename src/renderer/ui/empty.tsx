import { Stack, Text } from '@mantine/core'

/** A list with nothing in it: what would be here, and how to get it. */
export function Empty({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Stack gap={4} p="xl" align="center" role="status">
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={420}>
        {text}
      </Text>
    </Stack>
  )
}
