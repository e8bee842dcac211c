import { z } from 'zod'

/**
 * Inputs that an operation may be asked with, by its schema: every value of its enumerations and flags, alone and with every value
 * of each other field; numbers and texts from what the test gives. Of an input within an input, each field alone, and
 * every order (`sort`) with each of the others. An option that is added to the contract is among them at once.
 * @param given values for texts, dates and numbers; where a field takes some of them, the first two are tried
 */
export function inputsOf(schema: z.ZodType, given: readonly unknown[]): readonly unknown[] {
  const whole =
    schema instanceof z.ZodObject ? objectsOf(schema.shape, given, () => true) : choicesOf(schema, given)
  return whole.filter((each) => schema.safeParse(each).success)
}

/** Of one field, before the whole input is tried; `undefined` leaves it out. */
function choicesOf(schema: unknown, given: readonly unknown[]): readonly unknown[] {
  if (schema instanceof z.ZodObject) return objectsOf(schema.shape, given, (name) => name === 'sort')
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return [undefined, ...choicesOf(schema.unwrap(), given)]
  if (schema instanceof z.ZodNullable) return [null, ...choicesOf(schema.unwrap(), given)]
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion)
    return schema.options.flatMap((each) => choicesOf(each, given))
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodLiteral) return [...schema.values]
  if (schema instanceof z.ZodBoolean) return [false, true]
  if (schema instanceof z.ZodArray) {
    return [[], choicesOf(schema.element, given), ...given.filter(Array.isArray)]
  }
  return schema instanceof z.ZodType ? given.filter((each) => schema.safeParse(each).success).slice(0, 2) : []
}

/** The fields that are paired with every value of each other one, the rest alone; what is not varied is left unsaid. */
function objectsOf(
  shape: Readonly<Record<string, unknown>>,
  given: readonly unknown[],
  isPaired: (name: string) => boolean,
): Record<string, unknown>[] {
  const fields = Object.entries(shape).map(([name, field]) => ({ name, choices: choicesOf(field, given) }))
  const usual = Object.fromEntries(fields.map(({ name, choices }) => [name, choices[0]]))
  const found = new Map<string, Record<string, unknown>>()
  const add = (varied: Record<string, unknown>) => {
    const input = Object.fromEntries(
      Object.entries({ ...usual, ...varied }).filter(([, value]) => value !== undefined),
    )
    found.set(JSON.stringify(input), input)
  }
  add({})
  for (const one of fields) {
    for (const mine of one.choices) {
      add({ [one.name]: mine })
      for (const other of fields) {
        if (other !== one && isPaired(one.name))
          for (const theirs of other.choices) add({ [one.name]: mine, [other.name]: theirs })
      }
    }
  }
  return [...found.values()]
}
