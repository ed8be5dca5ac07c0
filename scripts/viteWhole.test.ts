/** What is built of the unit tests before they run is what the test runner would have made of them, but for how fast it is. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildTests, isApart } from './viteWhole.mjs';

const root = join(import.meta.dirname, `../node_modules/.cache/faultline/whole-${process.pid}`);
const write = (name: string, ...lines: string[]) => writeFileSync(join(root, name), lines.join('\n'));
const load = async (file: string) => (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;

beforeAll(() => {
  mkdirSync(join(root, 'src/runner'), { recursive: true });
  write('src/runner/count.ts', 'export const counted: string[] = [];', 'export const self = import.meta.url;');
  write('src/runner/playWorker.ts', 'throw new Error("nobody asked for a worker");');
  for (const name of ['one', 'two'])
    write(
      `src/${name}.test.ts`,
      "import { expect } from 'vitest';",
      "import address from './runner/playWorker.ts?worker&url';",
      "import { counted, self } from './runner/count.ts';",
      `counted.push('${name}');`,
      'export const told = { address, counted, self, dirname: import.meta.dirname, expect, mode: import.meta.env.MODE, dev: import.meta.env.DEV };',
      "export const fail = () => { throw new Error('on line 6'); };",
    );
});
afterAll(() => rmSync(root, { recursive: true }));

it('modules know their own places, share what they import, and a failure names its line', async () => {
  const files = ['one', 'two'].map((name) => join(root, `src/${name}.test.ts`));
  const built = await buildTests(root, join(root, 'out'), files);
  expect([...built.keys()]).toEqual(files);
  const [one, two] = [await load(built.get(files[0]) as string), await load(built.get(files[1]) as string)];
  expect(two.told).toEqual({
    address: '/src/runner/playWorker.ts',
    counted: ['one', 'two'],
    self: pathToFileURL(join(root, 'src/runner/count.ts')).href,
    dirname: join(root, 'src'),
    expect,
    mode: import.meta.env.MODE,
    dev: import.meta.env.DEV,
  });
  expect((two.told as { counted: string[] }).counted).toBe((one.told as { counted: string[] }).counted);
  const [first] = files;
  const file = built.get(first) as string;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((text) => text.includes('throw'));
  expect(map.findEntry(line, 2)).toMatchObject({ originalSource: first, originalLine: 5 });
});

it('a test that puts another in the place of a module is left to the test runner', () => {
  expect(["vi.mock('./a.ts');", 'vi.resetModules();', 'await import(workerFile);'].map(isApart)).toEqual([true, true, true]);
  expect(["vi.spyOn(console, 'error');", "await import('./a.ts');", 'const mock = vi.fn();'].map(isApart)).toEqual([false, false, false]);
});
