import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { codesOf, type FunctionCode } from '../../app/function-codes.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCommand } from '../../app/operations.ts'
import { useOpenSession } from '../../app/session.tsx'
import { PersonSearchBox } from './person-search-box.tsx'

/** The bar's box: Ctrl+K from anywhere, Esc back to where the focus was. */
export function CommandBox() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { choose, search } = useNavigation()
  const input = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const run = useFunctionCode()
  useHotkeys(
    [
      [
        'mod+K',
        () => {
          if (document.activeElement !== input.current) cameFrom.current = document.activeElement
          input.current?.focus()
          input.current?.select()
        },
      ],
    ],
    [],
  )
  const leave = () => {
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
    else input.current?.blur()
  }
  return (
    <PersonSearchBox
      label={t('app.search')}
      input={input}
      codes={codesOf(staff.role)}
      hint="Ctrl K"
      onPerson={(line) => choose(line.uid)}
      onCode={run}
      onText={search}
      onLeave={leave}
    />
  )
}

/** Does what a function code says. */
function useFunctionCode(): (code: FunctionCode) => void {
  const { go, askForPrint, showHelp } = useNavigation()
  const lock = useCommand('session.lock')
  const signOut = useCommand('session.signOut')
  const strip = useCommand('strip.show')
  const commands = { 'session.lock': lock, 'session.signOut': signOut, 'strip.show': strip }
  return ({ action }) => {
    switch (action.kind) {
      case 'screen':
        return go(action.screen)
      case 'print-list':
        return askForPrint()
      case 'help':
        return showHelp(true)
      case 'command':
        return commands[action.command].mutate({})
    }
  }
}
