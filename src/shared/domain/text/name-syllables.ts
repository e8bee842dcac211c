import { pinyin } from 'pinyin-pro'
import { toSimplified } from './simplified.ts'
import { surnameReadings } from './surname-readings.ts'
import { surnameLengthOf } from './surnames.ts'

/**
 * Toneless syllables of a run of Han characters, `ü` written `v` as it is typed. Characters without a known reading
 * are left out.
 * @param atHead the run opens with a surname, which is read as one (单 shàn, 仇 qiú, 尉迟 yùchí), in traditional
 *   characters as well (單, 尉遲)
 */
export function syllables(hanRun: string, atHead: boolean): string[] {
  if (!atHead) return read(hanRun, 'off')
  const [surname] = surnameReadings(hanRun)
  if (surname === undefined && toSimplified(hanRun) === hanRun) return read(hanRun, 'head')
  const points = [...hanRun]
  if (surname !== undefined) return [...surname, ...read(points.slice(surname.length).join(''), 'off')]
  const length = surnameLengthOf(hanRun)
  return read(toSimplified(points.slice(0, length).join('')) + points.slice(length).join(''), 'head')
}

function read(hanRun: string, surname: 'head' | 'off'): string[] {
  const found = lookUp(hanRun, surname)
  if (found.length === hanRun.length) return found
  const points = [...hanRun]
  if (found.length === points.length) return found
  // pinyin-pro 3.29.4 knows every character of 通用规范汉字表, yet few of their traditional and other forms (𠮷, 㐂).
  return points.flatMap((point) => {
    const own = lookUp(point, 'off')
    return own.length > 0 ? own : lookUp(toSimplified(point), 'off')
  })
}

function lookUp(hanRun: string, surname: 'head' | 'off'): string[] {
  if (hanRun === '') return []
  return pinyin(hanRun, {
    toneType: 'none',
    type: 'array',
    surname,
    toneSandhi: false,
    nonZh: 'removed',
    v: true,
  })
}
