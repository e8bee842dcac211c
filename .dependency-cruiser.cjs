/**
 * The table "Rooms, and who may know whom" of docs/architecture.md, as rules. `room` states everything that a room may
 * import; whatever it does not name is refused, so a new room starts with nothing.
 */

/** Libraries without I/O that the trade's rules and the contract may build on. */
const PURE_PACKAGES = 'node_modules/(zod|chinese-days|pinyin-pro|opencc-js|tyme4ts)/'

const room = (name, from, mayImport, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^src/', pathNot: mayImport },
})

module.exports = {
  forbidden: [
    room(
      'domain-knows-itself',
      '^src/shared/domain/',
      ['^src/shared/domain/'],
      'Rules of the trade are pure.',
    ),
    room('shared-knows-shared', '^src/shared/', ['^src/shared/'], 'Both sides of the router import it.'),
    room(
      'engine-knows-shared',
      '^src/main/engine/',
      ['^src/(shared|main/engine)/'],
      'The engine knows no feature.',
    ),
    room(
      'records-know-the-engine',
      '^src/main/records/',
      ['^src/(shared|main/(engine|records))/'],
      'A record is written in one place, whichever feature asks.',
    ),
    room(
      'features-stand-alone',
      '^src/main/features/([^/]+)/',
      ['^src/(shared|main/(engine|records))/', '^src/main/features/$1/'],
      'What two features share is a rule (domain), a record (records) or a technique (engine).',
    ),
    {
      name: 'features-meet-the-engine-once',
      severity: 'error',
      comment:
        'The list of all features is for what runs them, a thread or the command line, and for nobody else.',
      from: { path: '^src/', pathNot: '^src/main/(engine-worker\\.ts$|features/|cli/)' },
      to: { path: '^src/main/features/index\\.ts$' },
    },
    room(
      'vault-knows-engine',
      '^src/main/vault/',
      ['^src/(shared|main/(engine|vault))/'],
      'Keys know no feature.',
    ),
    room(
      'arrivals-know-no-branch',
      '^src/main/arrivals/',
      ['^src/(shared|main/arrivals)/', '^src/main/vault/durable-file\\.ts$'],
      'A machine in the lobby reports to whoever listens; it knows neither engine nor windows.',
    ),
    room(
      'diagnosis-knows-engine',
      '^src/main/diagnosis/',
      ['^src/(shared|main/(engine|diagnosis))/', '^src/main/vault/store-files\\.ts$'],
      'It hears of names, codes and times; what they mean is not its business.',
    ),
    room(
      'session-knows-no-window',
      '^src/main/session/',
      ['^src/(shared|main/(arrivals|engine|vault|session))/'],
      'Who is signed in, and what works beside the windows as long as somebody is.',
    ),
    room(
      'scheduler-knows-the-session',
      '^src/main/scheduler/',
      ['^src/(shared|main/(engine|session|scheduler))/'],
      'What time brings about while somebody is signed in.',
    ),
    room(
      'router-knows-no-feature',
      '^src/main/ipc/',
      ['^src/(shared|main/(arrivals|diagnosis|engine|vault|session|ipc))/'],
      'Every call is checked alike.',
    ),
    room(
      'shell-knows-the-router',
      '^src/main/shell/',
      ['^src/(shared|main/(diagnosis|ipc|scheduler|session|vault|shell))/'],
      'Windows ask through the router; the device lends the vault its key store.',
    ),
    room(
      'command-line-has-no-window',
      '^src/main/cli/',
      ['^src/(shared|main/(diagnosis|engine|features|vault|session|ipc|cli))/'],
      'Nightly jobs run where there is no display.',
    ),
    {
      name: 'command-line-never-reaches-electron',
      severity: 'error',
      comment: 'Not by any detour: it runs in plain Node.',
      from: { path: '^src/main/cli/' },
      to: { path: '(^|node_modules/)electron(/|$)', reachable: true },
    },
    room(
      'preload-knows-shared',
      '^src/preload/',
      ['^src/(preload|shared)/'],
      'The bridge carries, it does not think.',
    ),
    room(
      'renderer-knows-shared',
      '^src/renderer/',
      ['^src/(renderer|shared)/'],
      'A window has nothing but the router.',
    ),
    room(
      'window-ipc-knows-shared',
      '^src/renderer/ipc/',
      ['^src/(renderer/ipc|shared)/'],
      'How a window asks knows no screen.',
    ),
    room(
      'components-know-no-feature',
      '^src/renderer/ui/',
      ['^src/(renderer/ui|shared)/', '^src/renderer/ipc/call-error\\.ts$'],
      'A component that knows a feature belongs to it; of the router it knows what a refusal is.',
    ),
    room(
      'router-knows-no-screen',
      '^src/renderer/router/',
      ['^src/(renderer/(ipc|router)|shared)/'],
      'Screens are listed by the frame.',
    ),
    room(
      'input-knows-no-screen',
      '^src/renderer/input/',
      ['^src/(renderer/(ipc|ui|input)|shared)/'],
      'Keys are told apart before a screen sees them.',
    ),
    room(
      'window-shared-knows-no-feature',
      '^src/renderer/shared/',
      ['^src/(renderer/(ipc|ui|router|shared)|shared)/'],
      'What several features show belongs to none of them.',
    ),
    room(
      'screens-stand-alone',
      '^src/renderer/features/([^/]+)/',
      ['^src/(renderer/(ipc|ui|router|shared)|shared)/', '^src/renderer/features/$1/'],
      'What two features share is in renderer/shared; the frame puts their parts together.',
    ),
    {
      name: 'screens-meet-in-the-frame',
      severity: 'error',
      comment: 'A new folder of the windows knows no screen; the others say so in their own rule.',
      from: {
        path: '^src/renderer/',
        pathNot: '^src/renderer/(app|ipc|features|input|router|shared|ui)/',
      },
      to: { path: '^src/renderer/features/' },
    },
    {
      name: 'preload-takes-types-only',
      severity: 'error',
      comment: 'The sandboxed bridge is one small file without dependencies.',
      from: { path: '^src/preload/' },
      to: {
        path: ['^src/shared/', 'node_modules'],
        pathNot: 'node_modules/electron/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-program-asks-for-itself',
      severity: 'error',
      comment: 'No window, and no list that a window asks from, knows what only the program calls.',
      from: { path: '^src/', pathNot: '^src/(main/|shared/contract/internal/)' },
      to: { path: '^src/shared/contract/internal/' },
    },
    {
      name: 'electron-at-the-edge',
      severity: 'error',
      comment: 'The rest runs in plain Node, which is how it is tested.',
      from: { path: '^src/', pathNot: '^src/(main/(shell|ipc)/|main/index\\.ts$|preload/)' },
      to: { path: '(^|node_modules/)electron(/|$)' },
    },
    {
      name: 'no-node-in-windows-and-rules',
      severity: 'error',
      comment: 'Windows have no Node, and rules have no I/O.',
      from: { path: '^src/(shared|renderer|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-use-pure-packages',
      severity: 'error',
      comment: 'A library with I/O, a clock or a screen would make the rules untestable.',
      from: { path: '^src/shared/' },
      to: { path: 'node_modules/', pathNot: PURE_PACKAGES },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file or three.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import names something that exists.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.css', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
