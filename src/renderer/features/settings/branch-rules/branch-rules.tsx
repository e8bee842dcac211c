import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { type BranchSettings, SETTING_GROUPS } from '../../../../shared/domain/branch/settings.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { useUnsavedSection } from '../../../router/unsaved.tsx'
import { Explained } from '../../../ui/explained.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import classes from './branch-rules.module.css'
import { RuleRow } from './rule-row.tsx'
import { type RuleEdits, useRuleEdits } from './use-rule-edits.ts'

/** What the branch adjusts for all of its PCs. */
export function BranchRules() {
  const stored = useOperation('settings.get', {})
  if (stored.data === undefined)
    return stored.isError ? <Problem error={stored.error} /> : <Waiting lines={12} />
  return <RulesForm stored={stored.data} />
}

/** Every rule with its origin and default; who may not change them reads them. */
function RulesForm({ stored }: { readonly stored: BranchSettings }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const edits = useRuleEdits(stored)
  const editable = mayCall(staff.role, 'settings.save')
  useUnsavedSection(edits.changes > 0)
  const submit = edits.submit(() => notifications.show({ message: t('settings.rules.saved') }))
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('settings.section.rules')} noValidate>
      <Text size="sm" c="dimmed" className={classes.legend}>
        {t(editable ? 'settings.rules.legend' : 'settings.rules.readOnly')}{' '}
        <Explained word="origin">
          {t('settings.origin.fixed')} / {t('settings.origin.ours')}
        </Explained>
      </Text>
      <div className={classes.groups}>
        {SETTING_GROUPS.map(({ group, fields }) => (
          <fieldset key={group} className={classes.group}>
            <legend>{t(`settings.group.${group}`)}</legend>
            {fields.map((field) => (
              <RuleRow key={field.name} field={field} edits={edits} editable={editable} />
            ))}
            <Text size="xs" c="dimmed" className={classes.hint}>
              {t(`settings.groupHint.${group}`)}
            </Text>
          </fieldset>
        ))}
      </div>
      {editable && <SaveBar edits={edits} />}
    </form>
  )
}

/** Stays in sight while the form scrolls. */
function SaveBar({ edits }: { readonly edits: RuleEdits }) {
  const { t } = useTranslation()
  const wrong = Object.keys(edits.errors).length
  return (
    <div className={classes.saveBar}>
      <Problem error={edits.error} />
      <Group gap="xs">
        <Button type="submit" loading={edits.saving} disabled={!edits.maySave}>
          {t('app.save')}
        </Button>
        <Button variant="default" disabled={edits.changes === 0} onClick={edits.discard}>
          {t('settings.rules.discard')}
        </Button>
        <Button variant="subtle" onClick={edits.toDefaults}>
          {t('settings.rules.toDefaults')}
        </Button>
        <Text size="sm" c={wrong > 0 ? 'red' : 'dimmed'} role="status" ml="auto">
          {wrong > 0
            ? t('settings.rules.wrong', { count: wrong })
            : edits.changes > 0 && t('settings.rules.changed', { count: edits.changes })}
        </Text>
      </Group>
    </div>
  )
}
