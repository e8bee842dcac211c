/** Two-character surnames (复姓) still borne today; from the Hundred Family Surnames and the national name reports. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 司徒 司空 司寇 诸葛 夏侯 皇甫 尉迟 公孙 公羊 公冶 公西 令狐 慕容 宇文 长孙 轩辕 端木 ' +
    '东方 东郭 东门 西门 南宫 南门 百里 呼延 赫连 澹台 濮阳 淳于 太叔 申屠 钟离 闻人 鲜于 闾丘 亓官 万俟 ' +
    '仲孙 叔孙 季孙 宗政 羊舌 微生 梁丘 左丘 第五 拓跋 独孤 纳兰 叶赫 完颜 耶律 漆雕 乐正 壤驷 谷梁 巫马 ' +
    '颛孙 段干 归海 歐陽 司馬 諸葛 尉遲 公孫 長孫 軒轅 東方 南宮 赫連 澹臺 濮陽 淳於 鍾離 聞人'
  ).split(' '),
)

const HAN = /^\p{Script=Han}/u

/** Separates the parts of a transliterated name (阿依古丽·买买提). */
export const NAME_DOT = '·'

/**
 * How many code points at the head of a name are the family's (or the first part of a dotted name).
 * Zero when the name is not written in Han characters. A compound surname needs a given name behind it: 东方 alone
 * is 东 + 方.
 */
export function surnameLengthOf(name: string): number {
  if (!HAN.test(name)) return 0
  const points = [...name]
  const dot = points.indexOf(NAME_DOT)
  if (dot > 0 && points.slice(dot).some((point) => point !== NAME_DOT)) return dot
  return points.length > 2 && COMPOUND_SURNAMES.has(points.slice(0, 2).join('')) ? 2 : 1
}
