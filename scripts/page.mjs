// The built page: made when it is missing or older than what it is made from, and served on this machine only.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { newestOf, sourcesOf } from './sources.mjs';

const madeFrom = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'CHANGELOG.md'];

export async function buildIfOld() {
  const built = statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false });
  if (built && built.mtimeMs > newestOf(sourcesOf(...madeFrom))) return;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  await build({ root, logLevel: 'warn', mode: 'one-file' });
  const { buildEmbed } = await import('./buildEmbed.mjs');
  await buildEmbed();
}

/** Tries `port` first, then the next free ones. `packed`: as hosts send it, brotli for whoever takes it; for measurements of what a visitor waits for. */
export async function servePage(port, { packed = false } = {}) {
  const { preview } = await import('vite');
  const plugins = packed ? [await packing()] : [];
  const server = await preview({ root, plugins, logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: false } });
  return { address: server.resolvedUrls.local[0], close: () => server.close() };
}

async function packing() {
  const { default: compression } = await import('compression');
  return {
    name: 'packing',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use(compression({ threshold: 0 }));
    },
  };
}
