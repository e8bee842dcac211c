/** One booked row of an account's day. */
export interface BookedRow {
  /** What it added, in fen; negative where money went out. */
  readonly signedFen: number
  /** The running balance behind it, in fen; null where the extract gives none. */
  readonly balanceFen: number | null
  /** Where the row stood when it first came; null where that is not known. */
  readonly place: { readonly file: number; readonly line: number } | null
}

/** What is known about the day apart from its rows. */
export interface DaySurroundings {
  /** The balance before the day, in fen; null where it is not known. */
  readonly openingFen: number | null
  /** How the files that hold the rows run, as their other days say; null where they do not. */
  readonly fileOrder: 'oldest-first' | 'newest-first' | null
}

/** Steps that banks round to, in fen: none, to ten fen and to whole yuan. Nothing coarser is believed. */
const ROUNDINGS = [1, 10, 100] as const

/**
 * The balance at the end of a day, from the rows that an account has on it. Serials say nothing about the order, so it is
 * found from the running balance: each row begins where another ended. Only where that leaves a choice the order of the
 * file decides, and where neither does the balance is not known.
 * @param lookAround asked where the rows alone do not tell
 * @returns fen, or null
 */
export function closingBalance(rows: readonly BookedRow[], lookAround: () => DaySurroundings): number | null {
  const steps = stepsOf(rows)
  const first = steps?.[0]
  if (steps === null || first === undefined) return null
  if (steps.every(({ to }) => to === first.to)) return first.to
  const rounding = roundingOf(steps)
  const chained = endOfSteps(steps, null, rounding)
  if (chained !== null) return chained
  const day = lookAround()
  return endOfSteps(steps, day.openingFen, rounding) ?? fileEnd(rows, steps, day)
}

/**
 * How the files run that hold two days of an account; null where they hold one of them only, or mix them.
 * @param earlier the rows of the earlier day
 */
export function fileOrderOf(
  earlier: readonly BookedRow[],
  later: readonly BookedRow[],
): DaySurroundings['fileOrder'] {
  const pairs = earlier.flatMap((before) =>
    later.flatMap(({ place }) =>
      place === null || before.place?.file !== place.file ? [] : [place.line - before.place.line],
    ),
  )
  if (pairs.length === 0) return null
  if (pairs.every((lines) => lines > 0)) return 'oldest-first'
  return pairs.every((lines) => lines < 0) ? 'newest-first' : null
}

interface Step {
  readonly from: number
  readonly to: number
}

/** Null where a row has no balance: whether it comes last cannot be told. */
function stepsOf(rows: readonly BookedRow[]): readonly Step[] | null {
  const steps: Step[] = []
  for (const { signedFen, balanceFen } of rows) {
    if (balanceFen === null) return null
    steps.push({ from: balanceFen - signedFen, to: balanceFen })
  }
  return steps
}

/** The file's own rounding in fen, which is as far as a balance may miss the one it continues; 1 where it rounds nothing. */
function roundingOf(steps: readonly Step[]): number {
  const coarsest = ROUNDINGS.findLast((fen) =>
    steps.every(({ from, to }) => from % fen === 0 && to % fen === 0),
  )
  return coarsest ?? 1
}

function endOfSteps(steps: readonly Step[], openingFen: number | null, rounding: number): number | null {
  if (rounding === 1) return chainEnd(steps, openingFen, 0)
  const exact = isNearCircle(steps, rounding) ? null : chainEnd(steps, openingFen, 0)
  return exact ?? chainEnd(steps, openingFen, rounding)
}

/** Whether the day comes back to where it began but for the rounding: then rows that fit to the fen may do so by chance. */
function isNearCircle(steps: readonly Step[], rounding: number): boolean {
  const begun = new Map<number, number>()
  for (const { from, to } of steps) {
    begun.set(from, (begun.get(from) ?? 0) + 1)
    begun.set(to, (begun.get(to) ?? 0) - 1)
  }
  const [start, end, another] = [...begun].filter(([, surplus]) => surplus !== 0)
  if (start === undefined || end === undefined || another !== undefined) return false
  return Math.abs(start[0] - end[0]) <= rounding
}

/** A balance that rows begin or end at; balances that miss each other by the rounding are one. */
interface Meeting {
  readonly balances: number[]
  begun: number
  ended: number
}

/**
 * Rows in a chain are a walk over balances that uses each row once. Such a walk ends where one row more ends than begins;
 * where none does, it ends where it began, which only the day before can say. Everything must hang together: a gap, as a
 * rejected row leaves one, gives several ends and so no answer.
 * @param toleranceFen how far a balance may miss the one that it continues
 */
function chainEnd(steps: readonly Step[], openingFen: number | null, toleranceFen: number): number | null {
  const meetings = meetingsOf(steps, toleranceFen)
  const byBalance = new Map(meetings.flatMap((met) => met.balances.map((fen) => [fen, met] as const)))
  const joined = new Joined<Meeting>()
  for (const { from, to } of steps) {
    const [start, end] = [byBalance.get(from), byBalance.get(to)]
    if (start === undefined || end === undefined) return null
    start.begun++
    end.ended++
    joined.join(start, end)
  }
  if (!joined.isOne(meetings)) return null
  const open = meetings.filter(({ begun, ended }) => begun !== ended)
  if (open.length === 0) return circleEnd(meetings, openingFen, steps, toleranceFen)
  const [end, second] = open.filter(({ begun, ended }) => ended - begun === 1)
  if (open.length !== 2 || end === undefined || second !== undefined) return null
  return balanceAt(end, steps)
}

/** A day that comes back to the balance it began with. */
function circleEnd(
  meetings: readonly Meeting[],
  openingFen: number | null,
  steps: readonly Step[],
  toleranceFen: number,
): number | null {
  if (openingFen === null) return null
  const start = meetings.filter(({ balances }) =>
    balances.some((fen) => Math.abs(fen - openingFen) <= toleranceFen),
  )
  const [only, another] = start
  return only === undefined || another !== undefined ? null : balanceAt(only, steps)
}

/**
 * Where the rows that end there all ended; null where rounding makes them differ: what begins there may continue either.
 */
function balanceAt({ balances }: Meeting, steps: readonly Step[]): number | null {
  const ends = new Set(steps.flatMap(({ to }) => (balances.includes(to) ? to : [])))
  const [only] = ends
  return ends.size === 1 && only !== undefined ? only : null
}

/** In the order of the balances; each begins further than the tolerance from the one before it. */
function meetingsOf(steps: readonly Step[], toleranceFen: number): Meeting[] {
  const balances = [...new Set(steps.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const meetings: Meeting[] = []
  for (const fen of balances) {
    const last = meetings.at(-1)
    if (last !== undefined && fen - (last.balances.at(-1) ?? 0) <= toleranceFen) last.balances.push(fen)
    else meetings.push({ balances: [fen], begun: 0, ended: 0 })
  }
  return meetings
}

/** Which things hang together. */
class Joined<Thing> {
  readonly #parents = new Map<Thing, Thing>()

  join(one: Thing, other: Thing): void {
    this.#parents.set(this.#rootOf(one), this.#rootOf(other))
  }

  isOne(things: readonly Thing[]): boolean {
    return new Set(things.map((thing) => this.#rootOf(thing))).size === 1
  }

  #rootOf(thing: Thing): Thing {
    let root = thing
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent
      parent = this.#parents.get(root)
    }
    return root
  }
}

/**
 * The last row of the file, or the first where it runs backwards. Rows of several files have no order among them, and a
 * file that says nowhere which way it runs has none either.
 */
function fileEnd(
  rows: readonly BookedRow[],
  steps: readonly Step[],
  { fileOrder }: DaySurroundings,
): number | null {
  const placed = rows.flatMap(({ place }, index) => {
    const step = steps[index]
    return place === null || step === undefined ? [] : [{ ...place, step }]
  })
  const [first] = placed
  if (first === undefined || placed.length < rows.length) return null
  if (placed.some(({ file }) => file !== first.file)) return null
  placed.sort((one, other) => one.line - other.line)
  const order = fileOrder ?? linkedOrder(placed.map(({ step }) => step))
  if (order === null) return null
  return (order === 'oldest-first' ? placed.at(-1) : placed[0])?.step.to ?? null
}

/** How the rows run as they stand: more of them continue the line above, or more the line below. */
function linkedOrder(steps: readonly Step[]): DaySurroundings['fileOrder'] {
  let [forward, backward] = [0, 0]
  for (let index = 1; index < steps.length; index++) {
    const [above, below] = [steps[index - 1], steps[index]]
    if (above === undefined || below === undefined) continue
    if (below.from === above.to) forward++
    if (above.from === below.to) backward++
  }
  if (forward === backward) return null
  return forward > backward ? 'oldest-first' : 'newest-first'
}
