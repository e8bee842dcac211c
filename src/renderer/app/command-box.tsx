import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { codesOf, type FunctionCode } from '../../shared/domain/branch/function-codes.ts'
import { mayCall } from '../ipc/may-call.ts'
import { useOpenSession } from '../ipc/session.tsx'
import { useSteps } from '../router/navigation.tsx'
import { PersonSearchBox } from '../shared/person/person-search-box.tsx'
import { useRecentPeople } from '../shared/person/recent-people.tsx'
import { useScreenHotkeys } from '../ui/screen-hotkeys.ts'
import { giveKeysToScreen } from '../ui/working-place.ts'
import { useFunctionCode } from './function-codes.ts'

/** The bar's box: Ctrl+K from anywhere, Esc back to where the focus was. */
export function CommandBox() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { choose, search, ask } = useSteps()
  const recent = useRecentPeople()
  const input = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const run = useFunctionCode()
  const findsPeople = mayCall(staff.role, 'customers.search')
  useScreenHotkeys([
    [
      'mod+K',
      () => {
        if (document.activeElement !== input.current) cameFrom.current = document.activeElement
        input.current?.focus()
        input.current?.select()
      },
    ],
  ])
  const leave = () => {
    const back = cameFrom.current
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else input.current?.blur()
  }
  // A screen takes the keys that led to it; an action is done from where one was, and what it opens closes to there.
  const obey = (code: FunctionCode) => {
    if (code.target.kind === 'action') leave()
    else giveKeysToScreen()
    run(code)
  }
  // At once and not when the list comes: by then somebody may be typing here again.
  const list = (text: string) => {
    giveKeysToScreen()
    search(text)
  }
  return (
    <PersonSearchBox
      label={t(findsPeople ? 'app.search' : 'app.searchCodes')}
      findsPeople={findsPeople}
      input={input}
      codes={codesOf(staff.role)}
      hint="Ctrl K"
      recent={recent}
      onPerson={(line) => choose(line.uid)}
      {...(mayCall(staff.role, 'leads.save')
        ? { onStranger: (typed: string) => ask({ kind: 'quick-lead', typed }) }
        : {})}
      onCode={obey}
      onText={findsPeople ? list : () => undefined}
      onLeave={leave}
    />
  )
}
