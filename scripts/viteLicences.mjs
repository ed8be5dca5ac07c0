// Emits dist/licences.txt: every package that is in the built page and its workers, its version, its licence, and what its licence asks to
// be repeated.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the package that a module belongs to, or null for one of our own. */
function packageOf(module) {
  const path = module.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder && existsSync(join(folder, 'package.json')) ? folder : null;
}

/** Folders of the packages in the chunks of a bundle. */
export function packagesIn(chunks) {
  const modules = Object.values(chunks).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  return new Set(modules.map(packageOf).filter((folder) => folder !== null));
}

function entryOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return { name, version, license, text };
}

/** The first line of each entry of licences.txt, `name version`, in their order. */
export const listedIn = (text) => [...text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S*) \([^)\n]+\)$/gm)].map(([, entry]) => entry);

/** What stands there of the package in a folder. */
export function listedAs(folder) {
  const { name, version } = entryOf(folder);
  return `${name} ${version}`;
}

/** The list with those packages put to its end that it has not yet: of a bundle made after the page. */
export function withListed(text, folders) {
  const listed = listedIn(text);
  const missing = [...folders].filter((folder) => !listed.includes(listedAs(folder)));
  return [text, ...missing.map((folder) => partOf(entryOf(folder)))].join(between);
}

const between = `\n${'-'.repeat(80)}\n\n`;
const partOf = ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`;

/** @returns the plugin of the page, and the one of its workers, which are bundles of their own and made before it */
export function licences() {
  const inWorkers = new Set();
  return {
    /** @type {import('vite').Plugin} */
    ofWorkers: {
      name: 'licences of workers',
      generateBundle(_options, bundle) {
        for (const folder of packagesIn(bundle)) inWorkers.add(folder);
      },
    },
    /** @type {import('vite').Plugin} */
    ofPage: {
      name: 'licences',
      apply: 'build',
      generateBundle(_options, bundle) {
        const folders = [...new Set([...packagesIn(bundle), ...inWorkers])];
        const entries = folders.map(entryOf).sort((a, b) => (a.name < b.name ? -1 : 1));
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: entries.map(partOf).join(between) });
      },
    },
  };
}
