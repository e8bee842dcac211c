import type { StripDock, StripEdge } from '../../shared/contract/strip.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A screen as the system describes it. All measures are in its own scaled pixels, so that scaling never enters here. */
export interface Display {
  readonly id: number
  readonly bounds: Area
  /** What the task bar leaves. */
  readonly workArea: Area
  readonly primary: boolean
}

/**
 * Where the strip stands: the whole height of its screen's work area, at its edge. While its screen is gone it stands on
 * the main one, and what was remembered stays as it is: the strip returns with the screen.
 */
export function place(displays: readonly Display[], dock: StripDock, width: number): Area {
  const area = screenOf(displays, dock)?.workArea ?? { x: 0, y: 0, width, height: 0 }
  const wide = Math.min(width, area.width)
  const x = dock.edge === 'left' ? area.x : area.x + area.width - wide
  return { x, y: area.y, width: wide, height: area.height }
}

/** One step to the left or the right: from edge to edge, over all screens, as they stand beside each other. */
export function dockBeside(displays: readonly Display[], dock: StripDock, towards: StripEdge): StripDock {
  const stops = [...displays].sort(byPlace).flatMap((display) => [
    { display, edge: 'left' as const },
    { display, edge: 'right' as const },
  ])
  const here = screenOf(displays, dock)
  const at = stops.findIndex(({ display, edge }) => display === here && edge === dock.edge)
  const next = stops[at + (towards === 'left' ? -1 : 1)]
  return at < 0 || next === undefined ? dock : dockAt(next.display, next.edge)
}

function dockAt({ id, bounds }: Display, edge: StripEdge): StripDock {
  const { x, y, width, height } = bounds
  return { edge, screen: { id, x, y, width, height } }
}

/** The remembered screen: by its number, or, as numbers change with a restart or a cable, by where and how large it is. */
function screenOf(displays: readonly Display[], { screen }: StripDock): Display | undefined {
  const main = displays.find(({ primary }) => primary) ?? displays[0]
  if (screen === null) return main
  return (
    displays.find(({ id }) => id === screen.id) ??
    displays.find(({ bounds }) => sameArea(bounds, screen)) ??
    main
  )
}

function sameArea(one: Area, other: Area): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

function byPlace(one: Display, other: Display): number {
  return one.bounds.x - other.bounds.x || one.bounds.y - other.bounds.y || one.id - other.id
}
