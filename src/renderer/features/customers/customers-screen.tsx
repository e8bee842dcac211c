import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoute } from '../../router/navigation.tsx'
import classes from './customers-screen.module.css'
import { DuplicatesQueue } from './duplicates-queue.tsx'
import { SearchResults } from './search-results.tsx'
import { WORK_LIST_OF_ALL, type WorkList, WorkListChips } from './work-list-chips.tsx'
import { WorkListPeople } from './work-list-people.tsx'

/** People: what the search box asked for, or else the work lists that findings and tiers make (S3, S4). */
export function CustomersScreen() {
  const { searchText } = useRoute('customers')
  return searchText === '' ? <WorkLists /> : <SearchResults text={searchText} />
}

function WorkLists() {
  const { t } = useTranslation()
  const [list, setList] = useState<WorkList>(WORK_LIST_OF_ALL)
  return (
    <div className={classes.screen}>
      <Stack gap="xs" p="md">
        <Group justify="space-between">
          <Title order={1} size="h4">
            {t('customers.title')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('customers.listKeys')}
          </Text>
        </Group>
        <WorkListChips chosen={list} onChoose={setList} />
      </Stack>
      {list.kind === 'duplicates' ? <DuplicatesQueue /> : <WorkListPeople list={list} />}
    </div>
  )
}
