// Before a run of the unit tests, those of `src` and `cli` are built with all of ours that they import, once for all. Else the test runner would
// carry a thousand modules one by one to the process of each test file; and every function would be reached through an object of the
// importing module, which makes the engine three times as slow as it is on the page. While files are watched nothing is built.
import { readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** The engine and all it plays are one chunk; what tests lend each other, and words, are not. */
const house =
  /[\\/]src[\\/](engine|schema|statistics|theory|economy|nodes|design|runner|physics)[\\/](?!.*(\.(test|en|ko)|ForTests)\.ts$|fixtures).*\.ts$/;

/** Whether a test puts another in the place of a module, loads one anew, or by a name that only it knows: those have to be modules still. */
export const isApart = (code) => /\bvi\.(mock|doMock|resetModules)\(|\bimport\(\w/.test(code);

/** What a module asks of the place where it lies is answered as if it lay there still; a worker's address is its source's, as for a dev server. */
function inPlace(root) {
  return {
    name: 'in place',
    enforce: 'pre',
    load: (id) => (id.endsWith('?worker&url') ? `export default ${JSON.stringify(`/${relative(root, id.split('?')[0])}`)};` : null),
    transform(code, id) {
      if (!id.startsWith(root) || relative(root, id).includes('node_modules') || !/import\.meta\.(url|dirname)/.test(code)) return null;
      const [file] = id.split('?');
      const placed = code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
      // no lines come or go
      return { code: placed.replaceAll('import.meta.dirname', JSON.stringify(dirname(file))), map: null };
    },
  };
}

/** @returns {Promise<Map<string, string>>} file -> what it was built to */
export async function buildTests(root, outDir, files, plugins = []) {
  const nameOf = (file) => relative(root, file).replace(/\.ts$/, '');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'test',
    plugins: [inPlace(root), ...plugins],
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      sourcemap: true,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [nameOf(file), file])),
        external: (id) => !/^[.\0]/.test(id) && !isAbsolute(id),
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: 'part-[hash].mjs',
          topLevelVar: false,
          // a failure names the file and its line; the sources are on the disk
          sourcemapExcludeSources: true,
          sourcemapPathTransform: (source, map) => resolve(dirname(map), source),
          codeSplitting: { groups: [{ name: 'house', test: house }] },
        },
      },
    },
  });
  return new Map(files.map((file) => [file, join(outDir, `${nameOf(file)}.mjs`)]));
}

/** What runs that were ended in the middle have left. */
async function clear(folder) {
  const yesterday = Date.now() - 24 * 3_600_000;
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < yesterday) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * @param {RegExp} which paths of test files that are built
 * @param {import('vite').Plugin[]} plugins of the page's build that what is tested needs
 */
export function wholeTests(which, plugins) {
  let begin = null;
  let built = null;
  return {
    name: 'whole-tests',
    enforce: 'pre',
    configureVitest({ project, vitest }) {
      if (vitest.config.watch) return;
      const { root } = vitest.config;
      const all = join(root, 'node_modules/.cache/faultline/unit');
      const outDir = join(all, `${process.pid}-${project.name}`);
      vitest.onClose(() => rm(outDir, { recursive: true, force: true }));
      begin = async () => {
        await clear(all);
        const { testFiles } = await project.globTestFiles(vitest.filenamePattern);
        const files = testFiles.filter((file) => which.test(relative(root, file)) && !isApart(readFileSync(file, 'utf8')));
        return files.length > 0 ? buildTests(root, outDir, files, plugins) : new Map();
      };
    },
    async load(id) {
      if (!begin || !/\.test\.ts$/.test(id)) return null;
      built ??= begin();
      const file = (await built).get(id);
      return file ? `import ${JSON.stringify(file)};` : null;
    },
  };
}
