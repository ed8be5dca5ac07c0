// Are the walls standing? Reads every source file with a real parser, says each break with its reason, fails on any.
// `node scripts/walls.mjs [folder]`. A checker that reads nothing would pass everything, so it says how much it read.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'vite';
import { circlesOf } from './circles.mjs';
import { codeWalls, importWalls, kindOf } from './wallRules.mjs';

const longestFile = 400;
const places = ['src', 'cli', 'e2e', 'scripts'];
const unwanted = /(^|\/)((utils?|helpers?|common|types|shared)\/|(utils?|helpers?)\.)/;
const isSource = (path) => /\.(tsx?|mjs|css)$/.test(path) && !path.endsWith('.d.mts');
const isTest = (path) => /\.test\.tsx?$/.test(path);

function filesOf(root) {
  const files = [];
  for (const place of places) {
    if (!existsSync(join(root, place))) continue;
    for (const entry of readdirSync(join(root, place), { recursive: true })) {
      const path = join(place, entry).replaceAll('\\', '/');
      if (isSource(path) && statSync(join(root, path)).isFile()) files.push(path);
    }
  }
  return files.sort();
}

/** Every import a file has, in whatever form: `{ specifier, late, typeOnly }`. */
function importsOf(text, { module, program }) {
  const found = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, late: false, typeOnly: entries.length > 0 && entries.every(({ isType }) => isType) });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, late: false, typeOnly: isType });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"`][^$]*['"`]$/.test(written)) found.push({ specifier: written.slice(1, -1), late: true, typeOnly: false });
  }
  new Visitor({
    TSImportType: (node) => found.push({ specifier: node.source.value, late: false, typeOnly: true }),
    // `new URL('./worker.ts', import.meta.url)` is an import to the bundler.
    NewExpression: ({ callee, arguments: [path, base] }) => {
      const isHere = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
      if (callee.name === 'URL' && isHere && path.type === 'Literal' && /^\.\.?\/.*\.\w+$/.test(path.value)) {
        found.push({ specifier: path.value, late: true, typeOnly: false });
      }
    },
  }).visit(program);
  return found;
}

/** A barrel only passes on what others export. */
function isBarrel(path, program) {
  if (/(^|\/)index\.[jt]sx?$/.test(path)) return true;
  const statements = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  const passesOn = ({ type, source }) => type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source);
  return statements.some(({ type }) => type === 'ExportAllDeclaration') || (statements.length > 0 && statements.every(passesOn));
}

/** Reads the tree under `root`; says what is broken, where and why, and how much was read. */
export function checkWalls(root) {
  const files = filesOf(root);
  const kinds = new Set(files.map(kindOf).filter(Boolean));
  const broken = [];
  const imports = new Map();
  let read = 0;

  for (const from of files) {
    const text = readFileSync(join(root, from), 'utf8');
    const say = (name, reason, detail) => broken.push({ name, reason, from, detail });
    if (text.split('\n').length > longestFile + 1) say('no long files', `a file tells one story in at most ${longestFile} lines`, '');
    if (unwanted.test(from)) say('no rooms without a name', 'a thing belongs where it is used or to what it is about', '');
    if (from.endsWith('.css')) continue;

    const tree = parseSync(from, text);
    if (tree.errors.length > 0) {
      say('every file can be read', 'what cannot be parsed cannot be checked', tree.errors[0].message);
      continue;
    }
    const found = importsOf(text, tree);
    if (found.length > 0) read += 1;
    if (isBarrel(from, tree.program)) say('no barrels', 'import a thing from the file that makes it', '');

    const targets = [];
    imports.set(from, targets);
    for (const { specifier, late, typeOnly } of found) {
      const isLocal = specifier.startsWith('.');
      const to = isLocal ? relative(root, join(root, dirname(from), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/') : null;
      if (isLocal && !existsSync(join(root, to))) say('imports name a file', 'with its ending, as it stands on disk', specifier);
      // Types may speak of each other: that is a shape, not an order of loading.
      if (to !== null && !late && !typeOnly) targets.push(to);
      // Tests may look at anything that helps them judge their own room.
      if (isTest(from) || from.startsWith('scripts/')) continue;
      const name = isLocal ? null : specifier;
      for (const wall of importWalls) {
        if (wall.broken({ from, to, name, late, typeOnly })) say(wall.name, wall.reason, `imports ${specifier}`);
      }
    }
    if (isTest(from) || from.startsWith('scripts/')) continue;
    const check = (node) => {
      for (const wall of codeWalls) {
        if (!wall.broken({ from, node, kinds })) continue;
        say(
          wall.name,
          wall.reason,
          `line ${text.slice(0, node.start).split('\n').length}: ${text.slice(node.start, node.end).slice(0, 60)}`,
        );
      }
    };
    new Visitor({ MemberExpression: check, BinaryExpression: check, AssignmentExpression: check }).visit(tree.program);
  }

  for (const circle of circlesOf(imports)) {
    broken.push({
      name: 'no circles',
      reason: 'of two files that need each other, a third part is missing',
      from: circle[0],
      detail: circle.join(' > '),
    });
  }
  return { broken, files: files.length, read };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { broken, files, read } = checkWalls(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
  for (const { name, reason, from, detail } of broken) console.error(`${from}: ${name}: ${detail}\n    because: ${reason}`);
  console.log(`walls: ${files} files, ${read} with imports, ${broken.length} broken`);
  if (read === 0) console.error('Nothing was read: the checker itself is broken.');
  process.exit(broken.length > 0 || read === 0 ? 1 : 0);
}
