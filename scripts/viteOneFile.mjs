// `vite build --mode one-file`: the whole page as dist/faultline.html, which opens by double-click, without a host. Scripts, styles and the
// workers' code stand in it; its policy allows these by their hashes, and workers from what it holds, and nothing else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const prefix = '\0worker in the file:';
const suffix = '?worker&url';
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app-worker',
  ].join('; ');

/** A worker's code, with everything it imports. */
export async function workerCode(file) {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      write: false,
      rolldownOptions: { input: file, output: { format: 'iife', topLevelVar: false, codeSplitting: false } },
    },
  });
  return result.output.find(({ type, isEntry }) => type === 'chunk' && isEntry).code;
}

/** @returns {import('vite').Plugin} */
export function oneFile() {
  let folder = '';
  return {
    name: 'one file',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      folder = config.root;
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
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const [script, ...others] = files.filter(({ type }) => type === 'chunk').map(({ code }) => code.trim());
        if (others.length > 0) throw new Error('the page is more than one script, so it does not fit into one file');
        const style = files.flatMap((file) => (file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('\n');
        const html = String(bundle['index.html'].source);
        const icon = encodeURIComponent(readFileSync(join(folder, 'public/favicon.svg'), 'utf8'));
        // In a script only these two would be read as HTML.
        const safe = script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
        const head = [
          `<meta http-equiv="Content-Security-Policy" content="${policyOf(safe, style)}">`,
          `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${icon}">`,
          `<style>${style}</style>`,
        ];
        const whole = html
          .replace(/\s*<link\b[^>]*>/g, '')
          .replace(/\s*<script\b[^>]*><\/script>/g, '')
          .replace('<meta charset="utf-8" />', (charset) => [charset, ...head].join('\n    '))
          .replace('</body>', () => `<script type="module">${safe}</script>\n  </body>`);
        for (const { fileName } of files) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: 'faultline.html', source: whole });
      },
    },
  };
}
