/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/viteCsp.mjs';
import { preloadOf } from './scripts/vitePreload.mjs';

const main = fileURLToPath(new URL('src/main.tsx', import.meta.url));
const first = new Set<string>();

/** Whether the page imports a module at once, straight or through others. */
function isFirst(id: string, infoOf: (id: string) => { importedIds: readonly string[] } | null): boolean {
  if (first.size === 0) {
    first.add(main);
    for (const known of first) for (const next of infoOf(known)?.importedIds ?? []) first.add(next);
  }
  // The entry itself stays an entry, by which the manifest is read; of the icons, which one file lists, only those in use may come.
  return first.has(id) && id !== main && !/lucide-react/.test(id);
}

export default defineConfig({
  // Relative, so that the built page runs from any folder of any static host.
  base: './',
  plugins: [react(), contentSecurityPolicy(), preloadOf('src/store/runController.ts')],
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
            // All that the first picture needs is one chunk; else what it shares with late chunks would be many small ones.
            { name: (id, context) => (isFirst(id, (known) => context.getModuleInfo(known)) ? 'page' : null) },
            // The words of a language, those of the kinds included: one request, and only for those who read it.
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
  },
});
