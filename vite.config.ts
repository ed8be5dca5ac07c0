/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { LongestFirst } from './scripts/longestFirst.mjs';
import { unitProjects } from './scripts/unitProjects.mjs';
import { about } from './scripts/viteAbout.mjs';
import { boot } from './scripts/viteBoot.mjs';
import { contentSecurityPolicy } from './scripts/viteCsp.mjs';
import { singleIcons } from './scripts/viteIcons.mjs';
import { licences } from './scripts/viteLicences.mjs';
import { numbersInPlace } from './scripts/viteNumbers.mjs';
import { oneFile } from './scripts/viteOneFile.mjs';
import { preloadOf, wordsOf } from './scripts/vitePreload.mjs';
import { serviceWorker } from './scripts/viteServiceWorker.mjs';
import { slimD3 } from './scripts/viteSlimD3.mjs';
import { slimFlow } from './scripts/viteSlimFlow.mjs';
import { wholeTests } from './scripts/viteWhole.mjs';
import { currentFormat } from './src/design/migrations.ts';
import { engineMajor } from './src/engine/version.ts';
import { editorQuery, phoneQuery } from './src/ui/phone.ts';

const paths = (...files: string[]) => files.map((file) => fileURLToPath(new URL(file, import.meta.url)));
const [main, editor, player] = paths('src/main.tsx', 'src/App.tsx', 'src/panels/phone/PhoneApp.tsx');
/** How a document comes into hand, on a phone, too. */
const opening = paths('src/library/templates.ts', 'src/store/files.ts', 'src/design/codec.ts');
/** What the player shows when it has come to rest, and when something is pressed or has happened. */
const playerSoon = paths('src/panels/spoken/Spoken.tsx', 'src/canvas/outcomeRing.ts');
const playerPressed = paths(
  'src/panels/phone/PartSheet.tsx',
  'src/panels/phone/PhoneNumbers.tsx',
  'src/panels/phone/ShareSheet.tsx',
  'src/panels/phone/happenings.ts',
  'src/panels/story/why/WhyLayer.tsx',
  'src/panels/story/why/Explanation.tsx',
);
const rightAfter = paths('src/panels/panes.ts', 'src/actions/startActs.ts');
/** The page asks for these on its own, before the panes. */
const before = paths('src/store/runController.ts', 'src/design/parse.ts');
/** Late parts of the phone need these, too: in a chunk of the editor's they would bring all of it along. */
const ofLatePhone = paths('src/engine/math.ts');

type InfoOf = (id: string) => { importedIds: readonly string[] } | null;

/** Modules, and what they import at once, straight or through others. */
function closureOf(entries: readonly string[], infoOf: InfoOf): Set<string> {
  const found = new Set(entries);
  for (const known of found) for (const next of infoOf(known)?.importedIds ?? []) found.add(next);
  return found;
}

type Chunk = 'page' | 'document' | 'canvas' | 'player' | 'both' | 'pressed' | 'editor';
let chunkBy: Map<string, Chunk> | null = null;

/**
 * What everybody needs first is one chunk, `page`; what only the editor's first picture needs another, `canvas`, and only the phone's,
 * `player`. What stands round the canvas right after it is `editor`, and what of that the player has too, `both`, or `pressed` where a phone
 * needs it only for what is pressed or opened.
 * `document` is what the canvas needs and a phone only for what is pressed or opened. Nothing else is one chunk as a whole.
 */
function chunkOf(id: string, infoOf: InfoOf): Chunk | null {
  if (!chunkBy) {
    chunkBy = new Map();
    const alone = closureOf([...before, ...ofLatePhone], infoOf);
    const ofPage = closureOf([main], infoOf);
    const ofEditor = closureOf([editor], infoOf);
    const ofPlayer = closureOf([player, ...playerSoon], infoOf);
    const ofPressed = closureOf([...playerPressed, ...opening], infoOf);
    const second = closureOf(rightAfter, infoOf);
    for (const known of new Set([...ofPage, ...ofEditor, ...ofPlayer, ...second])) {
      if (ofPage.has(known) || (ofEditor.has(known) && ofPlayer.has(known))) chunkBy.set(known, 'page');
      else if (ofEditor.has(known)) chunkBy.set(known, ofPressed.has(known) ? 'document' : 'canvas');
      else if (alone.has(known)) continue;
      else if (second.has(known)) chunkBy.set(known, ofPlayer.has(known) ? 'both' : ofPressed.has(known) ? 'pressed' : 'editor');
      else if (/src[\\/](panels[\\/]phone|canvas[\\/]player)[\\/]/.test(known)) chunkBy.set(known, 'player');
    }
    // The entries themselves stay entries, by which the manifest is read.
    for (const entry of [main, editor, player, ...playerSoon, ...playerPressed, ...rightAfter]) chunkBy.delete(entry);
  }
  return chunkBy.get(id) ?? null;
}

const chunks = {
  // Else what a group shares with the page would move into the group, and the page would wait for it.
  includeDependenciesRecursively: false,
  // Changes less often than our own code, so it stays in the browser's cache over a new version. What only charts import
  // (Recharts, uPlot) is not named here: it stays in the lazy chunk that `import('./charts/...')` makes.
  groups: [
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
    // All that the first picture needs is one chunk, all that comes right after it another; else what they share with late
    // chunks would be many small ones.
    { name: (id: string, context: { getModuleInfo: InfoOf }) => chunkOf(id, (known) => context.getModuleInfo(known)) },
    // The words of settings and numbers, for whoever looks at a part.
    { name: 'fields-en', test: /src[\\/](i18n[\\/]late[\\/]link|nodes[\\/](.*[\\/])?fields)\.en\.ts$/ },
    { name: 'fields-ko', test: /src[\\/](i18n[\\/]late[\\/]link|nodes[\\/](.*[\\/])?fields)\.ko\.ts$/ },
    // What is said of foolish settings, for whoever has some.
    { name: 'advice-en', test: /src[\\/]nodes[\\/](.*[\\/])?advice(Words)?\.en\.ts$/ },
    { name: 'advice-ko', test: /src[\\/]nodes[\\/](.*[\\/])?advice(Words)?\.ko\.ts$/ },
    // The other words of a language, names of the kinds included: one request, and only for those who read it.
    { name: 'words-en', test: /src[\\/](i18n[\\/]en[\\/]|nodes[\\/].*\.en\.ts$)/ },
    { name: 'words-ko', test: /src[\\/](i18n[\\/]ko[\\/]|nodes[\\/].*\.ko\.ts$)/ },
  ],
};

/** For a host: many files, each fetched when it is needed. */
const preloads = [preloadOf('src/App.tsx', editorQuery), preloadOf('src/panels/phone/PhoneApp.tsx', phoneQuery)];
const licenceList = licences();
const versions = about({ format: currentFormat, engine: engineMajor });
const hosted = [contentSecurityPolicy(), wordsOf(['en', 'ko']), boot(), ...preloads, licenceList.ofPage, serviceWorker()];

/** What the bundler would tell at every build of ours: how long its plugins took. A warning is to be something to mend. */
const checks = { bundlerTimings: false };

/** `--mode one-file`: all of it in dist/faultline.html, beside the other build. */
const isOneFile = (mode: string): boolean => mode === 'one-file';

export default defineConfig(({ mode }) => ({
  // Relative, so that the built page runs from any folder of any static host.
  base: './',
  plugins: [
    versions,
    wholeTests(/^(src|cli)[\\/]/, [{ ...versions, generateBundle: () => undefined }, singleIcons()]),
    singleIcons(),
    react(),
    slimD3(),
    slimFlow(),
    ...(isOneFile(mode) ? [oneFile()] : hosted),
  ],
  resolve: {
    // The menus' scroll lock writes <style> elements, which our policy forbids; ours adopts a sheet instead.
    alias: {
      'react-style-singleton': fileURLToPath(new URL('src/ui/styleSingleton.ts', import.meta.url)),
      // React has had the hook itself since 18; the stand-in for older ones is weight.
      'use-sync-external-store/shim/with-selector.js': 'use-sync-external-store/with-selector.js',
    },
  },
  // Top-level `const` stays what it is: the engine's compiler folds its value, that of a `var` it does not (docs/performance.md).
  worker: {
    format: 'es',
    plugins: () => [licenceList.ofWorkers, numbersInPlace()],
    rolldownOptions: { checks, output: { topLevelVar: false } },
  },
  build: {
    target: 'es2022',
    // Every browser that runs es2022 preloads modules by itself.
    modulePreload: { polyfill: false },
    // A data: URL would be one more source for the policy to allow.
    assetsInlineLimit: 0,
    // Read by scripts/size.mjs: who loads whom, at once or later.
    manifest: !isOneFile(mode),
    emptyOutDir: !isOneFile(mode),
    copyPublicDir: !isOneFile(mode),
    cssCodeSplit: !isOneFile(mode),
    // What is fetched when it is needed weighs little at first; in one file there is nothing to fetch.
    rolldownOptions: { checks, output: { codeSplitting: isOneFile(mode) ? false : chunks } },
  },
  test: {
    projects: unitProjects,
    environment: 'node',
    setupFiles: ['scripts/fixedDraws.ts'],
    // All cores: the default leaves one idle, which on a small machine is half of it.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // A busy machine takes ten times as long; no test is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
}));
