// `vite build --mode one-file`: the whole page as dist/faultline.html, which opens by double-click, without a host. Scripts, styles and the
// workers' code stand in it; its policy allows these by their hashes, and workers from what it holds, and nothing else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbersInPlace } from './viteNumbers.mjs';

const prefix = '\0worker in the file:';
const suffix = '?worker&url';
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (scripts, style) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app-worker',
  ].join('; ');

/** A classic script holds all it needs, so it never asks for its own address: `import.meta` in what fetches chunks is never reached. */
export const classic = { emptyImportMeta: false, bundlerTimings: false };

/** One classic script of a source and everything it imports, and its style sheet if it has one. */
async function standAlone(file) {
  const { build } = await import('vite');
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [numbersInPlace()],
    build: {
      target: 'es2022',
      write: false,
      // else the script would write the style into the page, which the policy forbids
      cssCodeSplit: false,
      rolldownOptions: { checks: classic, input: file, output: { format: 'iife', topLevelVar: false, codeSplitting: false } },
    },
  });
  const { code } = output.find(({ type, isEntry }) => type === 'chunk' && isEntry);
  const sheet = output.find(({ fileName }) => fileName.endsWith('.css'));
  return { code: code.trim(), style: String(sheet?.source ?? '').trim() };
}

export const workerCode = async (file) => (await standAlone(file)).code;

/** What runs before anything is drawn, and the style of what is drawn first. */
export const bootParts = () => standAlone(fileURLToPath(new URL('../src/boot.ts', import.meta.url)));

/**
 * Texts that stand beside the hosted page, made before this one, as blocks that no browser runs: whoever has the file alone has its licences, too.
 * `panels/dialogs/BesideLink.tsx` reads them.
 */
const textsBeside = (folder) =>
  ['licences', 'changelog'].map((name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/<(?=\/script|!--)/gi, '&lt;');
    return `<script type="text/plain" id="${name}">${text}</script>`;
  });

/** @returns {import('vite').Plugin} */
export function oneFile() {
  let folder = '';
  let built = '';
  return {
    name: 'one file',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      folder = config.root;
      built = join(config.root, config.build.outDir);
    },
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return null;
      const worker = await this.resolve(source.slice(0, -suffix.length), importer, { skipSelf: true });
      return prefix + worker.id;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const code = JSON.stringify(await workerCode(id.slice(prefix.length)));
      return `export default URL.createObjectURL(new Blob([${code}], { type: 'text/javascript' }));`;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle);
        const [script, ...others] = files.filter(({ type }) => type === 'chunk').map(({ code }) => code.trim());
        if (others.length > 0) throw new Error('the page is more than one script, so it does not fit into one file');
        const boot = await bootParts();
        const style = [boot.style, ...files.flatMap((file) => (file.fileName.endsWith('.css') ? [String(file.source)] : []))].join('\n');
        const html = String(bundle['index.html'].source);
        const icon = encodeURIComponent(readFileSync(join(folder, 'public/favicon.svg'), 'utf8'));
        // In a script only these two would be read as HTML.
        const safe = script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
        const head = [
          `<meta http-equiv="Content-Security-Policy" content="${policyOf([boot.code, safe], style)}">`,
          `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${icon}">`,
          `<style>${style}</style>`,
          `<script>${boot.code}</script>`,
        ];
        const whole = html
          .replace(/\s*<link\b[^>]*>/g, '')
          .replace(/\s*<script\b[^>]*><\/script>/g, '')
          .replace('<meta charset="utf-8" />', (charset) => [charset, ...head].join('\n    '))
          .replace('</body>', () => `${textsBeside(built).join('\n')}\n    <script type="module">${safe}</script>\n  </body>`);
        for (const { fileName } of files) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: 'faultline.html', source: whole });
      },
    },
  };
}
