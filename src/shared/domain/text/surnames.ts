import { NAME_DOT } from './name-dots.ts'

/** Two-character surnames (复姓) still borne today; from the Hundred Family Surnames and the national name reports. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 司徒 司空 司寇 诸葛 夏侯 皇甫 尉迟 公孙 公羊 公冶 公西 令狐 慕容 宇文 长孙 轩辕 端木 ' +
    '东方 东郭 东门 西门 南宫 南门 百里 呼延 赫连 澹台 濮阳 淳于 太叔 申屠 钟离 闻人 鲜于 闾丘 亓官 万俟 ' +
    '仲孙 叔孙 季孙 宗政 羊舌 微生 梁丘 左丘 第五 拓跋 独孤 纳兰 叶赫 完颜 耶律 漆雕 乐正 壤驷 谷梁 巫马 ' +
    '颛孙 段干 归海 单于 达奚 哥舒 相里 子车 宰父 夹谷 南荣 ' +
    '歐陽 司馬 諸葛 尉遲 公孫 長孫 軒轅 東方 東郭 東門 西門 南宮 南門 赫連 澹臺 澹台 濮陽 淳於 鍾離 鐘離 聞人 鮮于 閭丘 ' +
    '萬俟 仲孫 叔孫 季孫 獨孤 納蘭 葉赫 完顏 樂正 壤駟 穀梁 巫馬 顓孫 段干 歸海 單于 達奚 宰父 夾谷 南榮'
  ).split(' '),
)

const HAN = /^\p{Script=Han}/u

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
