import { useTranslation } from 'react-i18next'
import { DEFAULT_STRIP_SHORTCUT } from '../../../shared/contract/strip.ts'
import { codesOf } from '../../../shared/domain/branch/function-codes.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useStripView } from '../../ipc/strip-view.ts'
import { useProductLetters } from '../../shared/keys/product-letters.ts'
import classes from './help.module.css'
import { type KeyGroup, type KeyLine, keyGroups } from './key-groups.ts'

/** The function codes and keys of the signed-in person's role (L9), the same on the screen and on paper. */
export function CodeCard() {
  const { t, i18n } = useTranslation()
  const { staff } = useOpenSession()
  const letters = useProductLetters()
  const stripShortcut = useStripView()?.shortcut ?? DEFAULT_STRIP_SHORTCUT
  const codes = codesOf(staff.role).map(({ code, zh, en }) => ({
    keys: [code],
    text: i18n.language === 'en' ? en : zh,
  }))
  return (
    <div className={classes.groups}>
      <Group title={t('help.codes')} lines={codes} />
      {keyGroups(staff.role, { letters, stripShortcut }, t).map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </div>
  )
}

function Group({ title, lines }: KeyGroup) {
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>{title}</h3>
      <dl className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.keys.join(' ')} {...line} />
        ))}
      </dl>
    </section>
  )
}

function Line({ keys, text }: KeyLine) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key} className={classes.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  )
}
