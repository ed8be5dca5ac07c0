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

function lazyOf(pattern, firstLoad) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && pattern.test(manifest[key].src ?? key));
  const keys = new Set(entries.flatMap((key) => [...closureOf(key)]));
  return [...keys].filter((key) => !firstLoad.has(key));
}

const firstLoad = closureOf('index.html');
const jsOf = (keys) => [...keys].map((key) => manifest[key].file);
const cssOf = (keys) => [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))];
const workers = readdirSync(join(dist, 'assets')).filter((file) => /^worker-.*\.js$/.test(file));

const parts = [
  { name: 'first load, scripts', budgetKb: 150, files: jsOf(firstLoad) },
  { name: 'first load, styles', budgetKb: 20, files: cssOf(firstLoad) },
  { name: 'charts, loaded late', budgetKb: 110, files: jsOf(lazyOf(/^src\/charts\//, firstLoad)) },
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
