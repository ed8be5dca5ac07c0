// What is in the page, by the build's own account: builds it without writing anything, and prints as JSON which packages have code in a
// chunk of the page or of a worker, and which licences.txt lists. For licences.test.ts.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';
import { listedIn } from './viteLicences.mjs';

process.env.NODE_ENV = 'production';
const found = new Set();
/** By the code that a module gave, and by the nearest package.json that has a name: another way than that of the list. */
const witness = {
  name: 'witness',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      for (const [id, { renderedLength }] of Object.entries(file.modules ?? {})) {
        if (renderedLength > 0 && id.includes('node_modules')) found.add(packageAbove(id.replace(/^\0/, '').replace(/\?.*$/, '')));
      }
    }
  },
};

function packageAbove(path) {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (name && version) return `${name} ${version}`;
    } catch {
      // None here: further up.
    }
  }
  return path;
}

const { output } = await build({
  root,
  logLevel: 'silent',
  plugins: [witness],
  worker: { plugins: () => [witness] },
  build: { write: false, minify: false, reportCompressedSize: false },
});
const { source } = output.find(({ fileName }) => fileName === 'licences.txt');
console.log(JSON.stringify({ bundled: [...found].sort(), listed: listedIn(String(source)).sort() }));
