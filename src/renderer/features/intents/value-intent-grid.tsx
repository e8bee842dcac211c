import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntentPage } from '../../../shared/contract/intents.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import { type GridCell, isInCell, isSameCell } from '../../../shared/domain/work/intent-grid.ts'
import { isComposing } from '../../ui/composition.ts'
import classes from './value-intent-grid.module.css'

/** Steps of the arrow keys over the nine fields, which stand row by row. */
const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3 }

/** How the open intents lie by value and level (I3). A field filters the list; pressed again it lets go. */
export function ValueIntentGrid(props: {
  readonly cells: IntentPage['cells']
  readonly chosen: GridCell | null
  onChoose(cell: GridCell | null): void
}) {
  const { t } = useTranslation()
  const grid = useRef<HTMLTableElement>(null)
  const count = (cell: GridCell) =>
    props.cells.filter((each) => isInCell(each, cell)).reduce((sum, { count }) => sum + count, 0)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]
    if (step === undefined || isComposing(event)) return
    const fields: Element[] = [...(grid.current?.querySelectorAll('button') ?? [])]
    const at = document.activeElement === null ? -1 : fields.indexOf(document.activeElement)
    const next = fields[at + step]
    if (next instanceof HTMLElement) next.focus()
    event.preventDefault()
  }
  const field = (cell: GridCell, name: string, weight: number, caption?: string) => (
    <Field
      name={name}
      caption={caption}
      count={count(cell)}
      weight={weight}
      pressed={isSameCell(props.chosen, cell)}
      onPress={() => props.onChoose(isSameCell(props.chosen, cell) ? null : cell)}
    />
  )
  return (
    <div className={classes.place}>
      <table ref={grid} className={classes.grid} aria-label={t('intents.grid')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td className={classes.corner}>{t('intents.gridCorner')}</td>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {t('intents.gridLevel', { level: t(`intents.level.${level}`) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((value, row) => (
            <tr key={value}>
              <th scope="row">{t('intents.gridValue', { value: t(`intents.level.${value}`) })}</th>
              {LEVELS.map((level, column) => (
                <td key={level}>
                  {field(
                    { value, level },
                    t('intents.gridCell', {
                      value: t(`intents.level.${value}`),
                      level: t(`intents.level.${level}`),
                    }),
                    row + column,
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {field('faded', t('intents.level.faded'), LEVELS.length, t('intents.level.faded'))}
    </div>
  )
}

function Field(props: {
  readonly name: string
  /** Shown in the field itself where no heading names it. */
  readonly caption: string | undefined
  readonly count: number
  /** Distance from the corner of highest value and level: the tint grows weaker with it. */
  readonly weight: number
  readonly pressed: boolean
  onPress(): void
}) {
  return (
    <UnstyledButton
      className={classes.field}
      aria-pressed={props.pressed}
      aria-label={`${props.name} ${props.count}`}
      data-weight={props.weight}
      onClick={props.onPress}
    >
      {props.caption !== undefined && <span className={classes.fieldName}>{props.caption}</span>}
      {props.count}
    </UnstyledButton>
  )
}
