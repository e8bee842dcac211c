import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RoutePreview } from '../../../../shared/contract/referrals.ts'

/** What today's work would make of everybody's load (I4). */
export function LoadTable({ preview }: { readonly preview: RoutePreview }) {
  const { t } = useTranslation()
  return (
    <section>
      <Title order={2} size="h5">
        {t('referrals.routes.preview')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('referrals.routes.previewHint')}
      </Text>
      <Table maw={640} verticalSpacing={2} mt={4} aria-label={t('referrals.routes.preview')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('referrals.routes.person')}</Table.Th>
            <Table.Th ta="right">{t('referrals.routes.load')}</Table.Th>
            <Table.Th ta="right">{t('referrals.routes.gets')}</Table.Th>
            <Table.Th ta="right">{t('referrals.routes.sum')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.people.map(({ no, name, role, load, gets }) => (
            <Table.Tr key={no}>
              <Table.Td>
                {name} {no} · {t(`app.role.${role}`)}
              </Table.Td>
              <Table.Td ta="right">{load}</Table.Td>
              <Table.Td ta="right" fw={gets > 0 ? 600 : undefined}>
                {gets}
              </Table.Td>
              <Table.Td ta="right">{load + gets}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
