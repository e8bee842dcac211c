/** What a start is judged by. */
export interface StartFacts {
  /** Everything behind the program's own name. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Whether the account is the system's own, which Chromium's sandbox refuses to work for. */
  readonly root: boolean
  /** Whether a debugger can reach the main process already. */
  readonly inspected: boolean
  /** Whether Chromium has this switch, however it came by it: another spelling, a variable. */
  hasSwitch(name: string): boolean
}

/** What the program itself is told on its command line; what follows `--cli` the command line reads for itself. */
const OWN_SWITCHES = ['data-dir', 'demo-as-of', 'demo-customers', 'no-sandbox']

/** What the people on call turn when a PC shows nothing, or shows it too small. None of them lets anybody look in. */
const DISPLAY_SWITCHES = [
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'disable-direct-composition',
  'force-color-profile',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'high-dpi-support',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'use-angle',
  'use-gl',
]

const KNOWN: ReadonlySet<string> = new Set([...OWN_SWITCHES, ...DISPLAY_SWITCHES])

/**
 * Switches that let somebody look into the running program or take its guards away. Beyond the list of what is known they
 * are asked for by name: Chromium reads them from places where our list of words does not look.
 */
export const DEBUGGING_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'debug-port',
  'experimental-network-inspection',
  'js-flags',
  'disable-web-security',
  'disable-site-isolation-trials',
  'single-process',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'log-net-log',
  'wait-for-debugger-children',
] as const

/** Variables by which Node is told to load or open something before the program begins. */
const DEBUGGING_VARIABLES = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']

const NO_SANDBOX = 'no-sandbox'

/**
 * What a start at a counter was told that it does not take: a switch that the program does not know, a switch or variable
 * that lets somebody look into it. Empty where there is nothing. Names only: a value may be anything.
 */
export function refusedAtStart(facts: StartFacts): readonly string[] {
  const refused = new Set<string>()
  for (const name of switchNames(beforeCommand(facts.argv), facts.platform))
    if (!KNOWN.has(name)) refused.add(`--${name}`)
  for (const name of DEBUGGING_SWITCHES) if (facts.hasSwitch(name)) refused.add(`--${name}`)
  // The system's own account has no sandbox either way; anybody else's windows are never left without.
  if (!facts.root && facts.hasSwitch(NO_SANDBOX)) refused.add(`--${NO_SANDBOX}`)
  for (const name of DEBUGGING_VARIABLES) if ((facts.env[name] ?? '').trim() !== '') refused.add(name)
  if (facts.inspected && refused.size === 0) refused.add('--inspect')
  return [...refused]
}

function beforeCommand(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--cli')
  return at < 0 ? argv : argv.slice(0, at)
}

/** Names of switches as Chromium reads them: one hyphen does as well as two, on Windows a slash, and there in any case. */
function switchNames(argv: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const windows = platform === 'win32'
  const form = windows ? /^\s*(?:--?|\/)([^=]*)/ : /^\s*--?([^=]*)/
  return argv.flatMap((word) => {
    const name = form.exec(word)?.[1]?.trimEnd()
    return name === undefined ? [] : [windows ? name.toLowerCase() : name]
  })
}
