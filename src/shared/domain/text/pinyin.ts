import { pinyin } from 'pinyin-pro'

/**
 * Toneless syllables of a run of Han characters, `ü` written `v` as it is typed. Characters without a known reading
 * are left out.
 * @param atHead the run opens with a surname, which is read as one (单 shàn, 仇 qiú, 尉迟 yùchí)
 */
export function syllables(hanRun: string, atHead: boolean): string[] {
  return pinyin(hanRun, {
    toneType: 'none',
    type: 'array',
    surname: atHead ? 'head' : 'off',
    toneSandhi: false,
    nonZh: 'removed',
    v: true,
  })
}
