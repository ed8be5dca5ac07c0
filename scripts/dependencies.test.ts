/** What the project is built from: fixed versions, nothing that runs while it is installed, licences that may be passed on. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
const lock = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

/** May be passed on with a page; MPL only stays in the tools, where nothing of it is passed on. */
const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];
const freeInTools = [
  ...free,
  'MPL-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Artistic-2.0',
];
/** Tools that say their licence in a file of theirs and not in their package.json. */
const saidElsewhere: Readonly<Record<string, string>> = { 'node_modules/parse-cache-control': 'BSD-3-Clause' };
const namesIn = (expression = ''): string[] => expression.replace(/[()]/g, '').split(/ (?:OR|AND) /);

describe('dependencies', () => {
  it('there are some', () => expect(locked.length).toBeGreaterThan(100));

  it.each(Object.entries({ ...dependencies, ...devDependencies }))('%s is pinned', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('nothing runs while they are installed', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
    expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  it('each is known by what is in it', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  it('each has a licence under which it may be used here', () => {
    const wrong = locked.filter(
      ([path, { license, dev }]) => !namesIn(license ?? saidElsewhere[path]).every((name) => (dev ? freeInTools : free).includes(name)),
    );
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
