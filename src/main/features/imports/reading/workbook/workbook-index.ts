import type { DateSystem } from '../../../../../shared/domain/imports/cell-number.ts'
import type { PackageParts } from './package-parts.ts'
import type { Attributes } from './xml-part.ts'

/** One sheet with cells; charts, dialogs and macros are none. */
export interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** What a workbook says of itself. */
export interface WorkbookIndex {
  readonly sheets: readonly SheetEntry[]
  readonly dateSystem: DateSystem
  /** True where the writer left formulas to be computed by whoever opens the workbook: their noughts are none. */
  readonly uncomputed: boolean
  readonly texts: string | null
  readonly styles: string | null
}

interface Relation {
  /** The last word of its type, the same in the transitional and the strict form. */
  readonly kind: string
  readonly target: string
}

const DEFAULT_WORKBOOK = 'xl/workbook.xml'

/** The part that a relationship names, relative to the folder of the part that names it. */
function targetPart(target: string, folder: string): string {
  const path = decoded(target).replaceAll('\\', '/')
  const steps = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

async function relationsOf(parts: PackageParts, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const folder = folderOf(part)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!parts.has(name)) return relations
  await parts.readXml(name, {
    open: (tag, attributes, decode) => {
      if (tag !== 'Relationship') return
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes()
      if (TargetMode === 'External') return
      relations.set(Id, {
        kind: Type.slice(Type.lastIndexOf('/') + 1),
        target: targetPart(decode(Target), folder),
      })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return relations
}

async function workbookPart(parts: PackageParts): Promise<string> {
  const named = [...(await relationsOf(parts, '')).values()].find(({ kind }) => kind === 'officeDocument')
  if (named !== undefined && parts.has(named.target)) return named.target
  return [...parts.names()].find((name) => name.endsWith('/workbook.xml')) ?? DEFAULT_WORKBOOK
}

/** An attribute in a namespace, whatever its prefix. */
function qualified(attributes: Attributes, name: string): string {
  const found = Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))
  return found?.[1] ?? ''
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/**
 * Reads what a workbook says of its sheets, in their order.
 * @throws AppError imports.fileUnreadable with the part that is damaged or absent
 */
export async function readWorkbookIndex(parts: PackageParts): Promise<WorkbookIndex> {
  const part = await workbookPart(parts)
  const relations = await relationsOf(parts, part)
  const listed: { name: string; id: string; hidden: boolean }[] = []
  let dateSystem: DateSystem = 1900
  let uncomputed = false
  await parts.readXml(part, {
    open: (tag, attributes, decode) => {
      if (tag === 'sheet') {
        const given = attributes()
        const hidden = given.state === 'hidden' || given.state === 'veryHidden'
        listed.push({ name: decode(given.name ?? ''), id: qualified(given, 'id'), hidden })
      } else if (tag === 'workbookPr' && isTrue(attributes().date1904)) dateSystem = 1904
      else if (tag === 'calcPr' && isTrue(attributes().fullCalcOnLoad)) uncomputed = true
    },
    close: () => undefined,
    text: () => undefined,
  })
  const ofKind = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind && parts.has(relation.target))
      ?.target ?? null
  const sheets = listed.flatMap(({ name, id, hidden }): SheetEntry[] => {
    const relation = relations.get(id)
    return relation?.kind === 'worksheet' ? [{ name, part: relation.target, hidden }] : []
  })
  return { sheets, dateSystem, uncomputed, texts: ofKind('sharedStrings'), styles: ofKind('styles') }
}
