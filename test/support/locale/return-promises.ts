/**
 * Words that promise a return or deny a risk, which nobody at a counter may say about a product (K2). What a text says
 * against them, "不保证收益", is a warning and no promise.
 */
const PROMISES: readonly RegExp[] = [
  /(?<!不|非|没有|不能|不会)(保本|保收益|保息|保证(本金|收益|不亏)|承诺(收益|回报))/,
  /稳赚|包赚|稳赢|只赚不赔|零风险|无风险|没有(任何)?风险|不会亏|一定(能)?(赚|涨)|肯定(能)?(赚|涨)|高收益|翻倍/,
  /年化(收益率?)?\s*(可达|高达|达到)?\s*\d/,
  /(?<!not |no |never |n't )\bguarante(e|es|ed)\b/i,
  /\b(risk[- ]free|no risk|without risk|can(no|')t lose|sure profit|certain to (rise|gain)|high returns?)\b/i,
  /\b\d+(\.\d+)?\s*%\s*(a year|per year|annual|p\.a\.)/i,
]

/** The promises in a text, as they stand in it; none is what a 话术 has to have. */
export function returnPromisesIn(text: string): string[] {
  return PROMISES.flatMap((promise) => promise.exec(text)?.[0] ?? [])
}
