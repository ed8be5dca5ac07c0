// The built page: made when it is missing or older than what it is made from, and served on this machine only.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
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

/**
 * Tries `port` first, then the next free ones. `packed`: as hosts send it, brotli for whoever takes it, packed before anybody asks; for
 * measurements of what a visitor waits for. `plain`: on this port or none, as it is, from memory. `onRequest` hears what is asked for.
 */
export async function servePage(port, { packed = false, plain = false, onRequest } = {}) {
  const { preview } = await import('vite');
  const plugins = [
    ...(onRequest ? [listening(onRequest)] : []),
    ...(packed ? [sending(await packAll(), 'br')] : []),
    ...(plain ? [sending(readAll(), null)] : []),
  ];
  const server = await preview({ root, plugins, logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: plain } });
  return { address: server.resolvedUrls.local[0], close: () => server.close() };
}

const listening = (onRequest) => ({
  name: 'listening',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      onRequest(request.url);
      next();
    });
  },
});

const dist = join(root, 'dist');
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', json: 'application/json' };
const typeOf = (name) => types[name.split('.').at(-1)];

/** Everything of the page that packing makes smaller, by its path. */
function readAll() {
  const names = readdirSync(dist, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => typeOf(name) && name !== 'faultline.html');
  return new Map(names.map((name) => [`/${name}`, readFileSync(join(dist, name))]));
}

async function packAll() {
  const pack = promisify(brotliCompress);
  return new Map(await Promise.all([...readAll()].map(async ([path, body]) => [path, await pack(body)])));
}

/** @param encoding of the bodies, for whoever takes it; null where they are as they were built */
const sending = (bodies, encoding) => ({
  name: 'sending from memory',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      const path = request.url.replace(/[?#].*$/s, '');
      const name = path === '/' ? '/index.html' : path;
      const body = bodies.get(name);
      if (!body || (encoding && !request.headers['accept-encoding']?.includes(encoding))) return next();
      const isForEver = name.startsWith('/assets/');
      response.writeHead(200, {
        'content-type': `${typeOf(name)}; charset=utf-8`,
        ...(encoding ? { 'content-encoding': encoding } : {}),
        'content-length': body.length,
        'cache-control': isForEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  },
});
