// What the page says of itself to others: its version, what is new in it (dist/changelog.txt), and the picture that a chat program shows
// beside a link to it. A link's design stands behind the #, which no chat program is told, so the picture is of the page.
import { readFileSync } from 'node:fs';

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** The address of the page's own folder, if whoever builds it knows it: `SITE_URL=https://example.org/faultline/ npm run build`. */
export function siteUrl(given = process.env.SITE_URL ?? '') {
  if (given === '') return './';
  const { href, protocol } = new URL(given);
  if (!/^https?:$/.test(protocol)) throw new Error(`SITE_URL is ${given}; it has to begin with http:// or https://`);
  return href.endsWith('/') ? href : `${href}/`;
}

/**
 * `import.meta.env.FAULTLINE`: what the page calls itself. Written in here, because for two numbers a window would fetch the parser.
 * @param {{ format: number, engine: number }} versions of documents and of the engine
 * @returns {import('vite').Plugin}
 */
export function about(versions) {
  const { version: release } = JSON.parse(read('package.json'));
  return {
    name: 'about',
    config: () => ({ define: { 'import.meta.env.FAULTLINE': JSON.stringify({ release, ...versions }) } }),
    transformIndexHtml: (html) => html.replace(/(<meta property="og:image" content=")\.\//, (_, before) => before + siteUrl()),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'changelog.txt', source: read('CHANGELOG.md') });
    },
  };
}
