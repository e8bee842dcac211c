import pairs from 'opencc-js/dict/TSCharacters'

/**
 * Forms that OpenCC leaves alone, each with the everyday character of the same name: Unihan 16.0, kSemanticVariant and
 * kZVariant. They stand in names of Hong Kong, Macao, Taiwan and Japan.
 */
const VARIANTS =
  '𠮷吉 㐂喜 髙高 﨑崎 呉吴 戸户 黒黑 徳德 恵惠 広广 沢泽 浜滨 栄荣 渋涩 斎斋 竜龙 桜樱 邉边 辺边 兪俞 郞郎 凃涂 曺曹 滙汇 喩喻'

const SIMPLE = simpleForms()

function simpleForms(): ReadonlyMap<string, string> {
  const given = pairs.split('|').map((pair) => {
    const [written = '', simple = written] = pair.split(' ')
    return [written, simple] as const
  })
  const forms = new Map(given.filter(([written, simple]) => written !== simple))
  for (const pair of VARIANTS.split(' ')) {
    const [written = '', simple = ''] = pair
    forms.set(written, simple)
  }
  // 薴 gives 苧, which gives 苎: both end at the same character.
  for (const [written, simple] of forms) forms.set(written, forms.get(simple) ?? simple)
  return forms
}

/** Which UTF-16 units may stand for another character: those of the table, and halves of pairs. Most names have none. */
const MAY_DIFFER = unitsThatMayDiffer()

function unitsThatMayDiffer(): Uint8Array {
  const units = new Uint8Array(0x1_0000)
  for (const written of SIMPLE.keys()) units[written.charCodeAt(0)] = 1
  return units
}

function mayDiffer(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (MAY_DIFFER[text.charCodeAt(at)] === 1) return true
  return false
}

/**
 * A text with every traditional character and known variant as the simplified one it stands for, one for one by OpenCC's
 * `TSCharacters` (opencc-js 1.4.2), so that both ways of writing a name meet at one form (L2). Where one simplified character
 * stands for several (后 and 後, 范 and 範), all of them fall together: a form to look up by, never one to show.
 */
export function toSimplified(text: string): string {
  if (!mayDiffer(text)) return text
  let simple = ''
  for (const point of text) simple += SIMPLE.get(point) ?? point
  return simple
}
