// `npm run -s bench -- --browser [--rounds n] [--json]`: models A and B beside their bare loops in a worker of Chromium that is built by
// the same road and with the same options as the page's worker. By the wall clock: a worker has no other.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, loadConfigFromFile, preview } from 'vite';
import { args as browserArgs, findBrowser } from './browser.mjs';
import { root } from './install.mjs';

const usage = 'Usage: npm run -s bench -- --browser [--rounds n] [--json]';

/** @param words of the command line */
export async function benchInBrowser(words) {
  const order = orderOf(words);
  if (order === null) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const { version, text } = await inWorker(order);
  console.log(order.json ? text : `Chromium ${version}, in a worker built as the page's is\n\n${text}`);
}

/** What the worker is told; null when the words are not understood. */
function orderOf(words) {
  const order = { rounds: 5, json: false };
  const left = words.flatMap((word) => word.split('='));
  while (left.length > 0) {
    const word = left.shift();
    if (word === '--json') order.json = true;
    else if (word === '--rounds') order.rounds = Number(left.shift());
    else if (word !== '--browser') return null;
  }
  return Number.isInteger(order.rounds) && order.rounds >= 1 && order.rounds <= 1000 ? order : null;
}

/** Builds, serves and runs it. */
async function inWorker(order) {
  const outDir = join(root, 'node_modules/.cache/faultline', `bench-${process.pid}`);
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'));
  const common = { root, configFile: false, logLevel: 'warn' };
  try {
    await build({
      ...common,
      publicDir: false,
      worker: config.worker,
      build: {
        outDir,
        target: config.build.target,
        assetsInlineLimit: 0,
        rolldownOptions: { input: join(root, 'cli/bench/browserPage.ts') },
      },
    });
    const file = readdirSync(join(outDir, 'assets')).find((name) => /^browserWorker-.*\.js$/.test(name));
    const server = await preview({ ...common, build: { outDir }, preview: { host: '127.0.0.1', port: 4275, strictPort: false } });
    const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args: browserArgs });
    try {
      const page = await browser.newPage();
      await page.route('**/empty.html', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      await page.goto(`${server.resolvedUrls.local[0]}empty.html`);
      const text = await page.evaluate(
        (message) =>
          new Promise((resolve, reject) => {
            const worker = new Worker(message.address, { type: 'module' });
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.onmessage = ({ data }) => resolve(data);
            worker.postMessage(message.order);
          }),
        { address: `assets/${file}`, order },
      );
      return { version: browser.version(), text };
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
