// Runs the recipe of docs/marking.md as it stands there, on a small sheet, and holds what its parts come to against one machine's marks.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root } from './install.mjs';

installIfMissing({ quiet: true });
// below the package, so that `npm run` finds it from here
const folder = join(root, 'node_modules/.cache/faultline/spread');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const linkOf = (name) => readFileSync(join(root, 'src/design/fixtures', `${name}.link`), 'utf8').trim();
const rows = [
  ['name', 'link'],
  ['Kim', linkOf('v2-notes')],
  ['Lee', linkOf('v2-notes').slice(0, 40)],
  ['Park', linkOf('v2-notes')],
];
writeFileSync(join(folder, 'hand-ins.csv'), rows.map((row) => row.join(',')).join('\r\n'));

function shell(line) {
  const done = spawnSync('bash', ['-o', 'pipefail', '-c', line], { cwd: folder, encoding: 'utf8', timeout: 300_000 });
  if (done.status === 0) return done.stdout;
  console.error(`$ ${line}\n${done.stdout}${done.stderr}`);
  process.exit(1);
}

const has = (command) => spawnSync('bash', ['-c', `command -v ${command}`]).status === 0;
const tool = has('parallel') ? 'parallel' : 'xargs';
const recipes = [...readFileSync(join(root, 'docs/marking.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text);
const recipe = recipes.find((text) => text.startsWith('seq ') && text.includes(`| ${tool} `));
const sweep = recipes.find((text) => text.startsWith('for ') && text.includes('--sweep'));
if (!recipe || !sweep) {
  console.error(`docs/marking.md has no recipe with ${tool}, or none of a sweep.`);
  process.exit(1);
}
for (const line of recipe.trim().split('\n')) shell(line);
const whole = shell('npm run -s grade -- hand-ins.csv --prompt url-shortener --seeds 1 --csv whole.csv');
const [marks, alone] = ['marks.csv', 'whole.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));
if (marks !== alone || !/Not graded \(1\)/.test(whole) || !/same: Park/.test(whole)) {
  console.error(`Parts that were spread with ${tool} come to other marks than one machine's:\n${marks}\n${alone}\n${whole}`);
  process.exit(1);
}
console.log(`grading spread with ${tool}: ${marks.split('\r\n').length - 2} rows, the same bytes as from one machine`);

for (const line of sweep.trim().split('\n')) shell(line);
const asked = /-- (single .*?) --shard/.exec(sweep)[1];
if (shell(`npm run -s sim -- ${asked} --metric p99 --csv`) !== readFileSync(join(folder, 'sweep.csv'), 'utf8')) {
  console.error('A sweep in three parts comes to other numbers than in one.');
  process.exit(1);
}
console.log('sweep spread over three: the same bytes as in one');
