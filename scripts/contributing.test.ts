/** CONTRIBUTING.md promises that a kind is one folder and three lines. Here its example is added to a copy, word for word. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const copy = join(root, 'node_modules/.cache/faultline/contributing');
const folder = join(copy, 'src/nodes/file-store');
/** The files of the code blocks, in the order of the page. */
const files = ['spec.ts', 'behavior.ts', 'text.en.ts', 'text.ko.ts', 'fields.en.ts', 'fields.ko.ts', 'view.tsx', 'behavior.test.ts'];
const registries = [
  { file: 'specs.ts', name: 'fileStoreSpec', from: 'spec.ts', after: '  worker: workerSpec,' },
  { file: 'behaviors.ts', name: 'fileStoreBehavior', from: 'behavior.ts', after: '  worker: workerBehavior,' },
  { file: 'views.ts', name: 'fileStoreView', from: 'view.tsx', after: '  worker: workerView,' },
] as const;

const register = ({ file, name, from, after }: (typeof registries)[number]) => {
  const path = join(copy, 'src/nodes', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(after);
  writeFileSync(path, `import { ${name} } from './file-store/${from}';\n${text.replace(after, `${after}\n  'file-store': ${name},`)}`);
};

const tool = (name: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'node_modules', name), ...args], { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
const complaints = (act: () => string): string => {
  try {
    act();
    return '';
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
};

beforeAll(() => {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const path of [
    'src',
    'tsconfig.base.json',
    'tsconfig.engine.json',
    'tsconfig.app.json',
    'vite.config.ts',
    'scripts',
    'package.json',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  const blocks = [...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/```tsx?\n([\s\S]*?)```/g)].map(([, code]) => code);
  expect(blocks).toHaveLength(files.length);
  mkdirSync(folder);
  files.forEach((file, i) => {
    writeFileSync(join(folder, file), blocks[i]);
  });
  for (const language of ['en', 'ko']) writeFileSync(join(folder, `docs.${language}.md`), '# File store\n');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('the first line of the three makes the compiler ask for the other two', () => {
  register(registries[0]);
  const asked = complaints(() => tool('typescript/bin/tsc', '-p', 'tsconfig.app.json'));
  expect(asked).toContain('src/nodes/behaviors.ts');
  expect(asked).toContain('src/nodes/views.ts');
});

it('with all three it compiles, and its own test passes', () => {
  register(registries[1]);
  register(registries[2]);
  expect(complaints(() => tool('typescript/bin/tsc', '-p', 'tsconfig.app.json'))).toBe('');
  expect(complaints(() => tool('typescript/bin/tsc', '-p', 'tsconfig.engine.json'))).toBe('');
  expect(tool('vitest/vitest.mjs', 'run', 'src/nodes/file-store')).toMatch(/1 passed/);
});
