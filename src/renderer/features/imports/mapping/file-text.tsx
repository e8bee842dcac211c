import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { readFileText } from '../profile/file-text.ts'

/** A file's whole profile as its text: the way to everything that has no control of its own, faults told where they are. */
export function FileText(props: { readonly entry: FileProfile; onChange(entry: FileProfile): void }) {
  const { t } = useTranslation()
  const { entry, onChange } = props
  /** What is typed and no profile yet; otherwise the entry itself is shown, whatever changed it. */
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? null : readFileText(typed, entry.entity)
  return (
    <Textarea
      size="xs"
      autosize
      minRows={4}
      maxRows={14}
      label={t('imports.more.text')}
      description={t('imports.more.textHint')}
      value={typed ?? JSON.stringify(entry, null, 1)}
      error={
        read === null || read.ok ? null : t('imports.more.textWrong', { where: read.where, why: read.why })
      }
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        const now = readFileText(value, entry.entity)
        if (now.ok) onChange(now.entry)
      }}
      onBlur={() => {
        if (read?.ok === true) setTyped(null)
      }}
    />
  )
}
