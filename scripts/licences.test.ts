/** licences.txt lists exactly what is in the page: a package that came in by the back door is passed on with its licence, too. */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { listedIn, withListed } from './viteLicences.mjs';

it('lists the packages that have code in the page or a worker, each once, and no other', () => {
  const script = fileURLToPath(new URL('bundled.mjs', import.meta.url));
  const { bundled, listed } = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 1e8 })) as Record<
    string,
    string[]
  >;
  expect(bundled.length).toBeGreaterThan(40);
  expect(listed).toEqual(bundled);
}, 300_000);

it('an entry is a name, a version and a licence', () => {
  expect(listedIn('@a/b 1.2.3 (MIT)\n\nCopyright (c) 2020 (someone)\n\n---\n\nc 0.0.1-rc.1 (MIT AND ISC)\n\n')).toEqual([
    '@a/b 1.2.3',
    'c 0.0.1-rc.1',
  ]);
});

it('what a later bundle brings is put to the list once', () => {
  const folder = fileURLToPath(new URL('../node_modules/valibot', import.meta.url));
  const once = withListed('a 1.2.3 (MIT)\n\nText\n', [folder]);
  expect(listedIn(once)).toEqual(['a 1.2.3', expect.stringMatching(/^valibot \d/)]);
  expect(withListed(once, [folder])).toBe(once);
});
