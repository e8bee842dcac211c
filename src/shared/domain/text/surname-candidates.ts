import { latinKey, withoutPassportVowels } from './latin-key.ts'
import { surnameReadings } from './surname-readings.ts'

/**
 * The surnames that nearly everybody bears, commonest first, with the letters they are typed by. The order follows the
 * name statistics that the public-security authorities publish.
 */
const SURNAMES =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 林lin 郭guo 何he ' +
  '高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 冯feng 韩han 曹cao 曾zeng 彭peng 肖xiao 蔡cai 潘pan ' +
  '田tian 董dong 袁yuan 于yu 余yu 叶ye 蒋jiang 杜du 苏su 魏wei 程cheng 吕lv 丁ding 沈shen 任ren 姚yao 卢lu 傅fu ' +
  '钟zhong 姜jiang 崔cui 谭tan 廖liao 范fan 汪wang 陆lu 金jin 石shi 戴dai 贾jia 韦wei 夏xia 邱qiu 方fang 侯hou 邹zou ' +
  '熊xiong 孟meng 秦qin 白bai 江jiang 闫yan 薛xue 尹yin 段duan 雷lei 黎li 史shi 龙long 陶tao 贺he 顾gu 毛mao 郝hao ' +
  '龚gong 邵shao 万wan 钱qian 严yan 赖lai 覃qin 洪hong 武wu 莫mo 孔kong 汤tang 向xiang 常chang 温wen 康kang 施shi ' +
  '文wen 牛niu 樊fan 葛ge 邢xing 安an 齐qi 易yi 乔qiao 伍wu 庞pang 颜yan 倪ni 庄zhuang 聂nie 章zhang 鲁lu 岳yue 翟zhai ' +
  '殷yin 詹zhan 申shen 欧ou 耿geng 关guan 兰lan 焦jiao 俞yu 左zuo 柳liu 甘gan 祝zhu 包bao 宁ning 尚shang 符fu 舒shu ' +
  '阮ruan 柯ke 纪ji 梅mei 童tong 凌ling 毕bi 单shan 季ji 裴pei 霍huo 涂tu 成cheng 苗miao 谷gu 盛sheng 曲qu 翁weng ' +
  '冉ran 骆luo 蓝lan 路lu 游you 辛xin 靳jin 管guan 柴chai 蒙meng 鲍bao 华hua 喻yu 祁qi 蒲pu 房fang 滕teng 屈qu 饶rao ' +
  '解xie 牟mou 艾ai 尤you 阳yang 时shi 穆mu 农nong 司si 卓zhuo 古gu 吉ji 缪miao 简jian 车che 项xiang 连lian 芦lu 麦mai ' +
  '欧阳ouyang 上官shangguan 司马sima 诸葛zhuge 夏侯xiahou 皇甫huangfu 尉迟yuchi 慕容murong 令狐linghu 公孙gongsun 东方dongfang'

const PARTS = /^(\p{Script=Han}+)([a-z]+)$/u
const BY_LETTERS: readonly (readonly [surname: string, letters: readonly string[]])[] = SURNAMES.split(
  ' ',
).map((entry) => {
  const [, surname = '', letters = ''] = PARTS.exec(entry) ?? []
  return [surname, [letters, ...spelledOtherwise(surname)]]
})

/** A family's surname is typed by any of its readings (覃 tan). */
function spelledOtherwise(surname: string): string[] {
  return surnameReadings(surname).map((reading) => reading.join(''))
}

/** As many as there are digits to choose by. */
const MOST_CANDIDATES = 9
/** `ly` on the way to `lyu`. */
const HALF_PASSPORT_VOWEL = /(?<=^[ln])y$/
const LETTERS_ONLY = /^[a-zü]+$/

/**
 * Surnames that typed letters may mean, commonest first, for a digit to choose: `w` and 1 is 王. Nothing for a text that
 * is not letters alone.
 */
export function surnameCandidates(typed: string): readonly string[] {
  const letters = withoutPassportVowels(latinKey(typed.trim())).replace(HALF_PASSPORT_VOWEL, 'v')
  if (!LETTERS_ONLY.test(letters)) return []
  return BY_LETTERS.filter(([, keys]) => keys.some((key) => key.startsWith(letters)))
    .slice(0, MOST_CANDIDATES)
    .map(([surname]) => surname)
}
