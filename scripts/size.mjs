// How much does a visitor wait for? Brotli sizes of the built page against their budgets; fails when one is over.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { circlesOf } from './circles.mjs';
import { root } from './install.mjs';

const dist = resolve(root, process.argv[2] ?? 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const compressed = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;

/** A chunk and everything it imports at once. */
function closureOf(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closureOf(next, found);
  return found;
}

/** What late entries import at once. */
function closureOfAll(entries) {
  const keys = new Set();
  for (const entry of entries) if (manifest[entry]) closureOf(entry, keys);
  return keys;
}

const filesOf = (keys) => [...new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]))];
const beside = (keys, loaded) => filesOf(keys).filter((file) => !loaded.includes(file));
/** By the part of its name before the hash: groups of chunks and workers stand under no source file. */
const named = (name) => readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
const assets = (name) => named(name).map((file) => `assets/${file}`);

// Before the canvas is drawn: the page's own first chunks, which hold React, React Flow, the canvas, the stores and the way to the worker.
const canvasPath = filesOf(closureOf('index.html'));
const isScript = (file) => file.endsWith('.js');
// Right after it, for everybody: the words of one language, the panes, the keyboard, reading and writing designs.
const panes = ['src/panels/panes.ts', 'src/actions/startActs.ts'];
const editor = [...canvasPath, ...assets('words-en'), ...assets('parse'), ...beside(closureOfAll(panes), canvasPath)];
const liveCharts = beside(closureOfAll(['src/charts/ChartStrip.tsx']), editor);
const worker = assets('worker');
const report = beside(closureOfAll(['src/charts/FailoverReport.tsx', 'src/charts/IncidentChart.tsx']), [...editor, ...liveCharts]);
const menus = beside(closureOfAll(['src/ui/menuParts.tsx', 'src/panels/menuIcons.ts']), editor);
// Asked for when the page has come to rest, so that the first part looked at, dialog or event is there at once.
const atRest = ['src/panels/inspector/parts.ts', 'src/charts/MarkLane.tsx'];
const parts = beside(closureOfAll(atRest), [...editor, ...liveCharts]);
const seen = [...editor, ...liveCharts, ...parts];
const theory = beside(closureOfAll(['src/panels/theory/TheorySection.tsx']), seen);
const dialogs = beside(closureOfAll(['src/panels/dialogs/Dialogs.tsx']), seen);
const physics = beside(closureOfAll(['src/panels/physics/PhysicsDialog.tsx']), [...seen, ...dialogs]);
const replicas = beside(closureOfAll(['src/panels/replicas/ReplicasDialog.tsx']), [...seen, ...dialogs]);

const budgets = [
  { name: 'canvas path, scripts', budgetKb: 150, files: canvasPath.filter(isScript) },
  { name: 'canvas path, styles', budgetKb: 10, files: canvasPath.filter((file) => !isScript(file)) },
  { name: 'words of one language', budgetKb: 14, files: assets('words-ko') },
  // Grows by half a kB with every kind; nobody waits for it but who opens a part in the first second.
  { name: 'words of settings, at rest', budgetKb: 22, files: assets('fields-ko') },
  { name: 'words of dialogs, at rest', budgetKb: 6, files: assets('dialogs.ko') },
  { name: 'whole editor, with live charts', budgetKb: 260, files: [...new Set([...editor, ...liveCharts])] },
  { name: 'settings of parts, at rest', budgetKb: 14, files: parts },
  { name: 'menus, when near', budgetKb: 30, files: menus },
  // Holds every kind's behaviour; comes after the canvas, while the visitor looks at it.
  { name: 'worker', budgetKb: 112, files: worker },
  { name: 'theory, when a part is seen', budgetKb: 30, files: [...theory, ...assets('theory.ko')] },
  { name: 'dialogs, when opened', budgetKb: 24, files: dialogs },
  { name: 'report, when opened', budgetKb: 95, files: report },
  { name: 'physics page, when opened', budgetKb: 24, files: [...physics, ...assets('physics.ko')] },
  { name: 'reference cases, with it', budgetKb: 30, files: assets('cases') },
  { name: 'replicas, when opened', budgetKb: 20, files: [...replicas, ...assets('replicas.ko')] },
];

let over = 0;
for (const { name, budgetKb, files } of budgets) {
  const sizes = files.map((file) => ({ file, kb: compressed(file) / 1000 })).sort((a, b) => b.kb - a.kb);
  const kb = sizes.reduce((sum, size) => sum + size.kb, 0);
  // A part without files is a part that this script no longer finds, not one that weighs nothing.
  const verdict = files.length === 0 ? 'NOT FOUND' : kb > budgetKb ? 'OVER' : 'ok';
  if (verdict !== 'ok') over += 1;
  console.log(`${name.padEnd(30)} ${kb.toFixed(1).padStart(6)} of ${budgetKb} kB brotli  ${verdict}`);
  for (const { file, kb: one } of sizes) if (one >= 1) console.log(`  ${one.toFixed(1).padStart(6)} ${file}`);
}
const lateEntries = [
  ...panes,
  ...atRest,
  'src/charts/ChartStrip.tsx',
  'src/charts/FailoverReport.tsx',
  'src/panels/dialogs/Dialogs.tsx',
  'src/panels/menuIcons.ts',
  'src/panels/physics/PhysicsDialog.tsx',
  'src/panels/replicas/ReplicasDialog.tsx',
  'src/panels/theory/TheorySection.tsx',
  'src/ui/menuParts.tsx',
];
for (const entry of lateEntries) {
  if (manifest[entry]) continue;
  console.log(`${entry} is no late entry any more`);
  over += 1;
}
if (['words-en', 'words-ko', 'fields-en', 'fields-ko', 'parse'].some((name) => named(name).length !== 1)) {
  console.log('the words of a language, or the parser, are not one chunk any more');
  over += 1;
}
// Of two chunks that import each other one runs before what it reads is set, and which one depends on which arrives first: a page that
// now and then does not start.
const circles = circlesOf(new Map(Object.entries(manifest).map(([key, { imports }]) => [key, imports ?? []])));
for (const circle of circles) console.log(`chunks in a circle: ${circle.join(' > ')}`);
process.exit(over > 0 || circles.length > 0 ? 1 : 0);
