import type { RefusalDetail } from '../../shared/domain/branch/refusal.ts'
import { CATALOGUES } from '../../shared/locale/index.ts'
import type { Language } from '../../shared/locale/languages.ts'
import type { Surroundings } from './command.ts'

const PLACEHOLDER = /\{\{(\w+)\}\}/g

/** What the windows would say about a refusal, for people: the answer on stdout carries the code for programs. */
export function sentenceFor(code: string, detail: RefusalDetail, env: Surroundings['env']): string {
  const [feature = '', name = ''] = code.split('.')
  const features: Readonly<Record<string, Readonly<Record<string, string>>>> =
    CATALOGUES[languageOf(env)].error
  const sentence = features[feature]?.[name] ?? ''
  const filled = sentence.replaceAll(PLACEHOLDER, (_, each: string) => String(detail[each] ?? '?'))
  const reason =
    typeof detail.reason === 'string' && !sentence.includes('{{reason}}') ? ` (${detail.reason})` : ''
  return `${code}: ${filled}${reason}`
}

/** As the terminal is set; English, the language of the help, where it says neither. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Surroundings['env']): Language {
  const set = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '')
  return set?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en'
}
