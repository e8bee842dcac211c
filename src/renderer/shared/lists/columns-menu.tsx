import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Which columns of a list are shown; the menu stays open, so that several are chosen at once. */
export function ColumnsMenu<Column extends string>(props: {
  readonly all: readonly Column[]
  readonly shown: readonly Column[]
  onChange(shown: Column[]): void
}) {
  const { t } = useTranslation()
  const { all, shown, onChange } = props
  const nameOf = (column: string) => t(`lists.column.${column}`)
  const isShown = (column: Column) => shown.includes(column)
  return (
    <Menu
      position="bottom-end"
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {t('lists.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={isShown(column)}
            onChange={() =>
              onChange(all.filter((each) => (each === column ? !isShown(each) : isShown(each))))
            }
          >
            {nameOf(column)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
