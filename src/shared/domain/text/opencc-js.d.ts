/** The package has no types for its single dictionaries. */
declare module 'opencc-js/dict/TSCharacters' {
  /** `written simple` pairs between bars. */
  const pairs: string
  export default pairs
}
