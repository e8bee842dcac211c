import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FunctionAction, FunctionCode } from '../../shared/domain/branch/function-codes.ts'
import { useCommand } from '../ipc/operations.ts'
import { useServing } from '../ipc/serving.ts'
import { useSteps } from '../router/navigation.tsx'
import { useLeaving } from '../router/unsaved.tsx'
import { changeLanguage } from '../ui/language.ts'

/** One function for every action of the registry: leaving one out does not compile. */
function useActions(): Readonly<Record<FunctionAction, () => void>> {
  const to = useSteps()
  const serving = useServing()
  const { i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme()
  const lock = useCommand('session.lock')
  const signOut = useCommand('session.signOut')
  const strip = useCommand('strip.show')
  const { leave } = useLeaving()
  return {
    'print-list': () => to.ask({ kind: 'print-list' }),
    'print-morning': () => to.ask({ kind: 'print-morning' }),
    'evening-check': () => to.go({ screen: 'followups', view: 'evening' }),
    acceptance: () => to.setOverlay('acceptance', true),
    'my-day': () => to.setOverlay('my-day', true),
    notices: () => to.setOverlay('notices', true),
    serving: () => serving.turn(!serving.on),
    arrival: () => to.ask({ kind: 'arrival' }),
    'quick-lead': () => to.setOverlay('quick-lead', true),
    strip: () => strip.mutate({}),
    language: () => changeLanguage(i18n.language === 'en' ? 'zh-CN' : 'en'),
    appearance: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    help: () => to.setOverlay('help', true),
    lock: () => lock.mutate({}),
    'sign-out': () => leave(() => signOut.mutate({})),
  }
}

/** Does what a function code says (L9). */
export function useFunctionCode(): (code: FunctionCode) => void {
  const { open, go } = useSteps()
  const actions = useActions()
  return ({ target }) => {
    switch (target.kind) {
      case 'screen':
        return open(target.screen)
      case 'section':
        return go({ screen: 'settings', section: target.section })
      case 'action':
        return actions[target.action]()
    }
  }
}
