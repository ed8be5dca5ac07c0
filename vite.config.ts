/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/viteCsp.mjs';

export default defineConfig({
  // Relative, so that the built page runs from any folder of any static host.
  base: './',
  plugins: [react(), contentSecurityPolicy()],
  resolve: {
    // The menus' scroll lock writes <style> elements, which our policy forbids; ours adopts a sheet instead.
    alias: { 'react-style-singleton': fileURLToPath(new URL('src/ui/styleSingleton.ts', import.meta.url)) },
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
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
