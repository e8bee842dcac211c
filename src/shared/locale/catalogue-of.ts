/** The modules of one language; each exports its words under its own name. */
type Modules = Readonly<Record<string, object>>

type WordsOf<M extends Modules> = { [F in keyof M]: F extends keyof M[F] ? M[F][F] : never }

/** What the features that have such words say beside their own, each under its name. */
type PartOf<M extends Modules, Part extends string> = {
  [F in keyof M as Part extends keyof M[F] ? F : never]: Part extends keyof M[F] ? M[F][Part] : never
}

type Catalogue<M extends Modules> = WordsOf<M> & {
  readonly error: PartOf<M, 'errors'>
  readonly audit: { readonly action: PartOf<M, 'actions'> }
}

/**
 * One language of the catalogues. A feature keeps all of its words in one file; its refusals are found below `error` and
 * its actions below `audit.action`, beside those that belong to no feature.
 */
export function catalogueOf<M extends Modules>(modules: M): Catalogue<M> {
  const words: Readonly<Record<string, object>> = Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [name, objectAt(module, name)]),
  )
  const { error = {}, audit = {} } = words
  const whole: unknown = {
    ...words,
    error: { ...error, ...partOf(modules, 'errors') },
    audit: { ...audit, action: { ...objectAt(audit, 'action'), ...partOf(modules, 'actions') } },
  }
  // Put together by name, which the type says name by name.
  return whole as Catalogue<M>
}

function partOf(modules: Modules, part: 'errors' | 'actions'): object {
  return Object.fromEntries(
    Object.entries(modules).flatMap(([name, module]) =>
      part in module ? [[name, objectAt(module, part)]] : [],
    ),
  )
}

function objectAt(holder: object, name: string): object {
  const found: unknown = Reflect.get(holder, name)
  return typeof found === 'object' && found !== null ? found : {}
}
