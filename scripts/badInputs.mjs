// `node scripts/badInputs.mjs` renews docs/bad-inputs.md from the titles of the tests.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableOf } from './badInputGroups.mjs';

const root = join(fileURLToPath(import.meta.url), '../..');
export const page = join(root, 'docs/bad-inputs.md');

/** All test files of the project, by path. */
export function readTests() {
  return ['cli', 'e2e', 'scripts', 'src']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/')))
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
    .sort()
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, text } = tableOf(readTests());
  writeFileSync(page, text);
  const without = [...files].filter(([, found]) => found.length === 0).map(([number]) => number);
  console.log(without.length === 0 ? 'every group has a test' : `groups without a test: ${without.join(', ')}`);
}
