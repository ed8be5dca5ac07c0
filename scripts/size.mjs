// How much JavaScript does a visitor wait for? Gzipped sizes of the built page against their budgets; fails when one is over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** A chunk and everything it imports at once. */
function closureOf(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closureOf(next, found);
  return found;
}

/** What one late entry brings beside the first load, its own late parts included where `all`. */
function lateOf(entry, firstLoad, all = false) {
  if (!manifest[entry]) return [];
  const keys = closureOf(entry);
  const own = () => [...keys].filter((key) => !firstLoad.has(key));
  if (all) for (const key of own()) for (const later of manifest[key].dynamicImports ?? []) closureOf(later, keys);
  return own();
}

const firstLoad = closureOf('index.html');
const jsOf = (keys) => [...keys].map((key) => manifest[key].file);
const cssOf = (keys) => [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))];
const workers = readdirSync(join(dist, 'assets')).filter((file) => /^worker-.*\.js$/.test(file));

// React with React Flow alone weigh 130 kB; the rest of the first load is ours, Radix's menus, and the words of two languages.
const parts = [
  { name: 'first load, scripts', budgetKb: 270, files: jsOf(firstLoad) },
  { name: 'first load, styles', budgetKb: 20, files: cssOf(firstLoad) },
  { name: 'live charts, after it', budgetKb: 50, files: jsOf(lateOf('src/charts/ChartStrip.tsx', firstLoad)) },
  { name: 'report, when opened', budgetKb: 110, files: jsOf(lateOf('src/charts/FailoverReport.tsx', firstLoad, true)) },
  { name: 'worker', budgetKb: 30, files: workers.map((file) => `assets/${file}`) },
];

let over = 0;
for (const { name, budgetKb, files } of parts) {
  const sizes = files.map((file) => ({ file, kb: gzipped(file) / 1000 })).sort((a, b) => b.kb - a.kb);
  const kb = sizes.reduce((sum, size) => sum + size.kb, 0);
  // A part without files is a part that this script no longer finds, not one that weighs nothing.
  const verdict = files.length === 0 ? 'NOT FOUND' : kb > budgetKb ? 'OVER' : 'ok';
  if (verdict !== 'ok') over += 1;
  console.log(`${name.padEnd(22)} ${kb.toFixed(1).padStart(6)} of ${budgetKb} kB gzipped  ${verdict}`);
  for (const { file, kb: one } of sizes) console.log(`  ${one.toFixed(1).padStart(6)} ${file}`);
}
process.exit(over > 0 ? 1 : 0);
