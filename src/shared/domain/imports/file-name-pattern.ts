const SYNTAX = /[\\^$.+?()[\]{}|]/g

/** A name from a profile, `*` standing for any characters; Windows folders do not tell upper from lower case. */
export function fileNamePattern(name: string): RegExp {
  return new RegExp(`^${name.replace(SYNTAX, '\\$&').replaceAll('*', '.*')}$`, 'i')
}
