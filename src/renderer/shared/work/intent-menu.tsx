import { Button, Menu, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../shared/contract/customers.ts'
import { INTENT_OUTCOMES } from '../../../shared/contract/intents.ts'
import { mayEndIntent, mayHandOverIntent } from '../../../shared/domain/work/intent.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { Problem } from '../../ui/problem.tsx'

/**
 * What else can be done with an open intent: end it with its outcome, or hand it to somebody else. Whoever may not is
 * told who may, and keeps the contact beside it.
 */
export function IntentMenu({ intent }: { readonly intent: OpenIntent }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const close = useCommand('intents.close')
  const reassign = useCommand('intents.reassign')
  const problem = close.error ?? reassign.error
  const mayEnd = mayEndIntent(intent, staff)
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-xs"
            loading={close.isPending || reassign.isPending}
            aria-label={t('intents.moreFor', { product: t(`intents.product.${intent.product}`) })}
          >
            {t('app.more')} ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('intents.close')}</Menu.Label>
          {INTENT_OUTCOMES.map((outcome) => (
            <Menu.Item
              key={outcome}
              disabled={!mayEnd}
              onClick={() => close.mutate({ intentUid: intent.uid, outcome })}
            >
              {t(`intents.outcome.${outcome}`)}
            </Menu.Item>
          ))}
          {!mayEnd && (
            <Text size="xs" c="dimmed" px="sm" py={4} maw={240}>
              {t('intents.whoMayEnd', { name: intent.ownerName })}
            </Text>
          )}
          {mayCall(staff.role, 'intents.reassign') && mayHandOverIntent(intent, staff) && (
            <Colleagues onChoose={(ownerNo) => reassign.mutate({ intentUid: intent.uid, ownerNo })} />
          )}
        </Menu.Dropdown>
      </Menu>
      {problem !== null && <Problem error={problem} />}
    </>
  )
}

function Colleagues({ onChoose }: { onChoose(ownerNo: string): void }) {
  const { t } = useTranslation()
  const staff = useOperation('staff.list', {}).data ?? []
  return (
    <>
      <Menu.Label>{t('intents.reassign')}</Menu.Label>
      {staff
        .filter((each) => each.active && each.role !== 'admin')
        .map((each) => (
          <Menu.Item key={each.no} onClick={() => onChoose(each.no)}>
            {each.name} · {t(`app.role.${each.role}`)}
          </Menu.Item>
        ))}
    </>
  )
}
