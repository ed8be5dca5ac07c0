// The walls of the house as data (docs/architecture.md draws them). Paths are relative to the root and use `/`.

/** Sides of a kind, told by the file's name: how it looks and reads, what it is, and else how it behaves. */
export function sideOf(path) {
  if (/^src\/nodes\/([^/]+\/)?(views?|(text|fields)\.[a-z]+|nodeView|kindText)\.tsx?$/.test(path)) return 'view';
  if (/^src\/nodes\/([^/]+\/)?specs?\.ts$/.test(path)) return 'spec';
  if (/^src\/nodes\//.test(path)) return 'behavior';
  return null;
}

/** The room a file lives in: a folder of src, or the name of a file that stands alone in it. */
export function roomOf(path) {
  const [top, second] = path.split('/');
  if (top !== 'src') return top;
  return second.replace(/\.(module\.css|tsx?)$/, '');
}

export const kindOf = (path) => path.match(/^src\/nodes\/([^/]+)\//)?.[1] ?? null;

const pure = ['engine', 'schema', 'economy', 'nodes', 'design'];
const data = [...pure, 'library', 'exchange', 'runner', 'goals', 'lessons', 'prompts'];
const proof = ['statistics', 'theory', 'physics'];
const seen = [...data, ...proof, 'store', 'ui', 'i18n', 'actions'];

/** Room -> rooms it may import, beside itself. What is not listed here may not be imported: no arrow runs up. */
export const mayImport = {
  engine: [],
  schema: [],
  ui: [],
  statistics: [],
  theory: [],
  economy: ['engine'],
  nodes: ['engine', 'schema', 'ui', 'theory', 'economy'],
  design: ['engine', 'schema', 'economy', 'nodes'],
  library: pure,
  exchange: pure,
  runner: [...pure, 'statistics'],
  goals: [...pure, 'statistics', 'runner'],
  lessons: [...pure, 'library', 'runner', 'goals'],
  prompts: [...pure, 'library', 'statistics', 'runner', 'goals'],
  physics: [...data, 'statistics', 'theory'],
  claims: [...data, 'statistics', 'theory'],
  store: [...data, ...proof],
  i18n: [...pure, ...proof, 'store', 'ui'],
  actions: seen,
  canvas: seen,
  charts: seen,
  panels: [...seen, 'canvas', 'charts', 'flags'],
  embed: [...seen, 'canvas', 'charts', 'panels'],
  flags: [],
  boot: ['store', 'ui', 'flags'],
  App: [...seen, 'canvas', 'charts', 'panels', 'flags'],
  Root: [...seen, 'canvas', 'charts', 'panels', 'flags', 'App'],
  main: [...seen, 'canvas', 'charts', 'panels', 'flags', 'App', 'Root'],
  cli: [...data, ...proof, 'claims'],
  e2e: [...data, ...proof, 'flags', 'cli', 'scripts'],
};

/** Rooms that run without a page, and so without a clock, chance, a language or a library of the page. */
export const belowTheLine = (path) => {
  const room = roomOf(path);
  if (room === 'nodes') return sideOf(path) !== 'view';
  if (room === 'runner')
    return !/\/(worker|pacer|reporter|client|ownWorker|pageCrew|linkWorker|replicaWorker|requestWorker)\.ts$/.test(path);
  return ['engine', 'schema', 'design', 'exchange', 'library', 'claims', 'goals', 'lessons', 'prompts'].includes(room);
};

const isReact = (name) => /^(react|react-dom|radix-ui|lucide-react|zustand)(\/|$)/.test(name);
const isNode = (name) => name.startsWith('node:');

/**
 * Walls a single import can break. `from` and `to` are paths inside the repository, `name` is a package's;
 * one of `to` and `name` is null.
 */
export const importWalls = [
  {
    name: 'no arrow runs up',
    reason:
      'main > App > panels > canvas · charts · actions > store > physics > runner · library · exchange > design > nodes > economy · engine · schema · theory · statistics · ui',
    broken: ({ from, to }) => to !== null && roomOf(from) !== roomOf(to) && !(mayImport[roomOf(from)] ?? []).includes(roomOf(to)),
  },
  {
    name: 'the engine imports nothing',
    reason: 'the engine is numbers in, numbers out; a package or a room would bring its clock, its luck or its page along',
    broken: ({ from, to, name }) => roomOf(from) === 'engine' && (name !== null || roomOf(to) !== 'engine'),
  },
  {
    name: 'kinds are islands',
    reason: 'what two kinds share moves down into engine or schema, never sideways',
    broken: ({ from, to }) => to !== null && kindOf(from) !== null && kindOf(to) !== null && kindOf(from) !== kindOf(to),
  },
  {
    name: 'a spec is data',
    reason: 'everybody reads specs, so a spec knows neither how its kind behaves nor how it looks',
    broken: ({ from, to }) => to !== null && sideOf(from) === 'spec' && ['behavior', 'view'].includes(sideOf(to)),
  },
  {
    name: 'a behavior has no face',
    reason: 'behaviors run in a worker and in Node, where there is no React',
    broken: ({ from, to }) => to !== null && sideOf(from) === 'behavior' && (sideOf(to) === 'view' || roomOf(to) === 'ui'),
  },
  {
    name: 'no views below the page',
    reason: 'design, library, runner and store must work without a page',
    broken: ({ from, to }) => to !== null && ['design', 'library', 'runner', 'store'].includes(roomOf(from)) && sideOf(to) === 'view',
  },
  {
    name: 'the design knows no behavior',
    reason: 'what a document means must not depend on how it runs; the runner brings both together',
    broken: ({ from, to }) =>
      to !== null && ['design', 'library', 'i18n'].includes(roomOf(from)) && to.startsWith('src/nodes/') && /behaviors?\.ts$/.test(to),
  },
  {
    name: 'only canvas knows React Flow',
    reason: 'so that the drawing library can be changed in one room',
    broken: ({ from, name }) => name !== null && /^@xyflow\//.test(name) && roomOf(from) !== 'canvas',
  },
  {
    name: 'only charts knows Recharts and uPlot',
    reason: 'they are heavy and load late; one import elsewhere puts them into the first load',
    broken: ({ from, name }) => name !== null && /^(recharts|uplot)(\/|$)/.test(name) && roomOf(from) !== 'charts',
  },
  {
    name: 'charts load late',
    reason: 'a plain import from outside would put the chart libraries into the first load; import() the room instead',
    broken: ({ from, to, late, typeOnly }) =>
      to !== null && /^src\/charts\/.*\.tsx$/.test(to) && roomOf(from) !== 'charts' && !late && !typeOnly,
  },
  {
    name: 'no React below the page',
    reason: 'below the store there is no page, and the store meets React in hooks.ts alone',
    broken: ({ from, name }) => {
      if (name === null || !isReact(name)) return false;
      if (roomOf(from) === 'store') return from !== 'src/store/hooks.ts' && name !== 'zustand/vanilla';
      return belowTheLine(from) || roomOf(from) === 'runner';
    },
  },
  {
    name: 'the page has no Node',
    reason: 'it is served as files and runs in a browser',
    broken: ({ from, name }) => name !== null && from.startsWith('src/') && isNode(name),
  },
  {
    name: 'only i18n knows Korean particles',
    reason: 'grammar belongs to the dictionary',
    broken: ({ from, name }) => name === 'es-hangul' && roomOf(from) !== 'i18n',
  },
];

/** Names of `Math` whose last digit ECMAScript leaves to the machine, and chance. */
const inexact = 'random|log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot';

/** Walls in a file's own code, found on its syntax tree. `node` is one node of the tree. */
export const codeWalls = [
  {
    name: 'own mathematics below the line',
    reason: 'the same input gives the same bytes in every browser only with + - * / and sqrt; engine/math.ts has the rest',
    broken: ({ from, node }) =>
      belowTheLine(from) &&
      ((isMember(node, 'Math') && new RegExp(`^(${inexact})$`).test(nameOf(node))) ||
        ((node.type === 'BinaryExpression' || node.type === 'AssignmentExpression') && /^\*\*=?$/.test(node.operator))),
  },
  {
    name: 'no language below the line',
    reason: 'sorting and printing by locale differs from machine to machine',
    broken: ({ from, node }) =>
      belowTheLine(from) &&
      node.type === 'MemberExpression' &&
      /^(localeCompare|toLocaleString|toLocaleUpperCase|toLocaleLowerCase)$/.test(nameOf(node)),
  },
  {
    name: 'no Object.assign',
    reason: 'on parsed data it writes the prototype of whoever is called __proto__; spread does not',
    broken: ({ from, node }) => from.startsWith('src/') && isMember(node, 'Object') && nameOf(node) === 'assign',
  },
  {
    name: 'one trusted-types policy',
    reason: 'only runner/ownWorker.ts makes one, and it returns nothing but addresses of scripts that were built with it',
    broken: ({ from, node }) => from !== 'src/runner/ownWorker.ts' && node.type === 'MemberExpression' && nameOf(node) === 'createPolicy',
  },
  {
    name: 'kinds speak for themselves',
    reason: 'what is special about a kind lives in its folder; others read its spec, role or registry entry',
    broken: ({ from, node, kinds }) =>
      from.startsWith('src/') &&
      roomOf(from) !== 'nodes' &&
      node.type === 'BinaryExpression' &&
      /^[!=]==?$/.test(node.operator) &&
      [node.left, node.right].some((side) => nameOf(side) === 'kind' || side.name === 'kind') &&
      [node.left, node.right].some((side) => side.type === 'Literal' && kinds.has(side.value)),
  },
];

function nameOf(node) {
  if (node?.type !== 'MemberExpression') return null;
  return node.computed ? node.property.value : node.property.name;
}

function isMember(node, object) {
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === object;
}
