// Builds the embedded player: dist/embed.html and plain scripts beside it. It runs in a frame that a host sandboxes, where the page has no origin
// of its own: modules would need the host's leave, storage throws, and a worker starts only from what the frame itself holds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { embedPolicy } from './headers.mjs';
import { root } from './install.mjs';
import { singleIcons } from './viteIcons.mjs';
import { packagesIn, withListed } from './viteLicences.mjs';
import { classic, workerCode } from './viteOneFile.mjs';

const dist = join(root, 'dist');
const assets = join(dist, 'assets');
const engine = 'faultlineEngine';
const suffix = '?worker&url';

/** A worker is what the engine's script holds; the words of settings, which nobody reads here, are nothing. */
function slim(other) {
  return {
    name: 'slim embed',
    enforce: 'pre',
    resolveId(source) {
      return source.endsWith(suffix) ? '\0engine' : null;
    },
    load(id) {
      if (id === '\0engine') return `export default URL.createObjectURL(new Blob([globalThis.${engine}], { type: 'text/javascript' }));`;
      if (/src[\\/]nodes[\\/].*[\\/]fields\.(en|ko)\.ts$/.test(id)) return 'export {};';
      if (new RegExp(`src[\\\\/](i18n[\\\\/]${other}[\\\\/]|nodes[\\\\/].*\\.${other}\\.ts$)`).test(id)) return 'export {};';
      return null;
    },
    // The registry asks each kind for them by name.
    transform(code, id) {
      // What only the editor says.
      if (/src[\\/]i18n[\\/](en|ko)[\\/](actions|charts|edits|events|fields|panels|templates)\.ts$/.test(id))
        return [...code.matchAll(/export const (\w+)/g)].map(([, name]) => `export const ${name} = {};`).join('\n');
      if (!/src[\\/]nodes[\\/][^\\/]+[\\/]view\.tsx$/.test(id)) return null;
      return code.replace(/fieldText:\s*\{[^}]*\},?/, 'fieldText: {},');
    },
  };
}

/** One script and one style sheet of an entry. */
async function scriptOf(entry, { define = {}, without = 'none' } = {}) {
  const result = await build({
    root,
    configFile: false,
    mode: 'embed',
    logLevel: 'warn',
    publicDir: false,
    define,
    plugins: [singleIcons(), react(), slim(without)],
    resolve: { alias: { 'use-sync-external-store/shim/with-selector.js': 'use-sync-external-store/with-selector.js' } },
    build: {
      target: 'es2022',
      write: false,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { checks: classic, input: join(root, entry), output: { format: 'iife', codeSplitting: false, topLevelVar: false } },
    },
  });
  list(packagesIn(result.output));
  const code = result.output.find(({ type, isEntry }) => type === 'chunk' && isEntry).code;
  const style = result.output.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => String(source));
  return { code, style: style.join('\n') };
}

/** The page's list of licences holds for the embedded player, too: what only that is made of is added. */
function list(folders) {
  const file = join(dist, 'licences.txt');
  writeFileSync(file, withListed(readFileSync(file, 'utf8'), folders));
}

/** Named by what is in it, so that it may be kept for ever. */
function keep(name, ending, content) {
  const file = `embed-${name}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.${ending}`;
  writeFileSync(join(assets, file), content);
  return file;
}

export async function buildEmbed() {
  mkdirSync(assets, { recursive: true });
  for (const old of readdirSync(assets)) if (old.startsWith('embed-')) rmSync(join(assets, old));
  const worker = await workerCode(join(root, 'src/runner/worker.ts'));
  const engineFile = keep('engine', 'js', `globalThis.${engine} = ${JSON.stringify(worker)};`);
  // Each speaks one language, and nobody fetches the other.
  const players = {
    en: await scriptOf('src/embed/player.tsx', { without: 'ko' }),
    ko: await scriptOf('src/embed/player.tsx', { without: 'en' }),
  };
  const parts = {
    en: [engineFile, keep('player-en', 'js', players.en.code)],
    ko: [engineFile, keep('player-ko', 'js', players.ko.code)],
  };
  const poster = await scriptOf('src/embed/poster.ts', { define: { embedParts: JSON.stringify(parts) } });
  const posterFile = keep('poster', 'js', poster.code);
  const styles = [keep('poster', 'css', poster.style), keep('player', 'css', players.en.style)];
  const html = readFileSync(join(root, 'src/embed/embed.html'), 'utf8')
    .replace('<!-- policy -->', `<meta http-equiv="Content-Security-Policy" content="${embedPolicy}" />`)
    .replace('<!-- styles -->', styles.map((file) => `<link rel="stylesheet" href="./assets/${file}" />`).join('\n    '))
    .replace('<!-- script -->', `<script defer src="./assets/${posterFile}"></script>`);
  writeFileSync(join(dist, 'embed.html'), html);
}

if (process.argv[1] && import.meta.url.endsWith('/scripts/buildEmbed.mjs') && process.argv[1].endsWith('buildEmbed.mjs'))
  await buildEmbed();
