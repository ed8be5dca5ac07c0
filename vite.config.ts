/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/viteCsp.mjs';
import { singleIcons } from './scripts/viteIcons.mjs';
import { preloadOf } from './scripts/vitePreload.mjs';
import { slimD3 } from './scripts/viteSlimD3.mjs';

const main = fileURLToPath(new URL('src/main.tsx', import.meta.url));
const paths = (...files: string[]) => files.map((file) => fileURLToPath(new URL(file, import.meta.url)));
const rightAfter = paths('src/panels/panes.ts', 'src/actions/startActs.ts');
/** The page asks for these on its own, before the panes. */
const before = paths('src/store/runController.ts', 'src/design/parse.ts');
const first = new Set<string>();
const second = new Set<string>();

type InfoOf = (id: string) => { importedIds: readonly string[] } | null;

/** Modules, and what they import at once, straight or through others. */
function closureOf(entries: readonly string[], infoOf: InfoOf): Set<string> {
  const found = new Set(entries);
  for (const known of found) for (const next of infoOf(known)?.importedIds ?? []) found.add(next);
  return found;
}

/** The page itself, or what stands round the canvas right after it; nothing else is one chunk as a whole. */
function chunkOf(id: string, infoOf: InfoOf): 'page' | 'editor' | null {
  if (first.size === 0) {
    for (const known of closureOf([main], infoOf)) first.add(known);
    const alone = closureOf(before, infoOf);
    for (const known of closureOf(rightAfter, infoOf)) if (!alone.has(known)) second.add(known);
  }
  // The entries themselves stay entries, by which the manifest is read.
  if (id === main || rightAfter.includes(id)) return null;
  return first.has(id) ? 'page' : second.has(id) ? 'editor' : null;
}

export default defineConfig({
  // Relative, so that the built page runs from any folder of any static host.
  base: './',
  plugins: [singleIcons(), react(), slimD3(), contentSecurityPolicy(), preloadOf('src/store/runController.ts')],
  resolve: {
    // The menus' scroll lock writes <style> elements, which our policy forbids; ours adopts a sheet instead.
    alias: { 'react-style-singleton': fileURLToPath(new URL('src/ui/styleSingleton.ts', import.meta.url)) },
  },
  // Top-level `const` stays what it is: the engine's compiler folds its value, that of a `var` it does not (docs/performance.md).
  worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false } } },
  build: {
    target: 'es2022',
    // Every browser that runs es2022 preloads modules by itself.
    modulePreload: { polyfill: false },
    // Read by scripts/size.mjs: who loads whom, at once or later.
    manifest: true,
    // A data: URL would be one more source for the policy to allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Else what a group shares with the page would move into the group, and the page would wait for it.
          includeDependenciesRecursively: false,
          // Changes less often than our own code, so it stays in the browser's cache over a new version. What only charts import
          // (Recharts, uPlot) is not named here: it stays in the lazy chunk that `import('./charts/...')` makes.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // All that the first picture needs is one chunk, all that comes right after it another; else what they share with late
            // chunks would be many small ones.
            { name: (id, context) => chunkOf(id, (known) => context.getModuleInfo(known)) },
            // The words of settings and numbers, for whoever looks at a part.
            { name: 'fields-en', test: /src[\\/](i18n[\\/]late[\\/]link|nodes[\\/](.*[\\/])?fields)\.en\.ts$/ },
            { name: 'fields-ko', test: /src[\\/](i18n[\\/]late[\\/]link|nodes[\\/](.*[\\/])?fields)\.ko\.ts$/ },
            // The other words of a language, names of the kinds included: one request, and only for those who read it.
            { name: 'words-en', test: /src[\\/](i18n[\\/]en[\\/]|nodes[\\/].*\.en\.ts$)/ },
            { name: 'words-ko', test: /src[\\/](i18n[\\/]ko[\\/]|nodes[\\/].*\.ko\.ts$)/ },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'cli/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/fixedDraws.ts'],
    // All cores: the default leaves one idle, which on a small machine is half of it.
    maxWorkers: '100%',
    // A busy machine takes three times as long; no test is about time.
    testTimeout: 30_000,
  },
});
