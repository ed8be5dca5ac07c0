/**
 * Proves that every wall is watched: breaks each on purpose in a copy of the tree, and sees it caught. The copy lives in
 * the system's temporary folder, so that nothing is left in the tree whatever happens here.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintNeighbours, lintProbes, type Probe, typeProbes, wallProbes } from './wallProbes.ts';
import { codeWalls, importWalls } from './wallRules.mjs';
import { type Break, checkWalls } from './walls.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const base = realpathSync(mkdtempSync(join(tmpdir(), 'faultline-walls-')));
const manyFiles = 60;

afterAll(() => rmSync(base, { recursive: true, force: true }));

function put(copy: string, probes: readonly Omit<Probe, 'wall'>[]): void {
  for (const { path, text } of probes) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), `${text}\n`);
  }
}

function tool(copy: string, name: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', name), ...args], { cwd: copy, encoding: 'utf8' });
  return stdout + stderr;
}

describe('scripts/walls.mjs', () => {
  const copy = join(base, 'walls');
  let broken: Break[] = [];

  beforeAll(() => {
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    put(copy, wallProbes);
    broken = checkWalls(copy).broken;
  });

  it.each(wallProbes)('$wall: $path', ({ wall, path }) => {
    const caught = broken.filter(({ from, name, detail }) => name === wall && (from === path || detail.includes(path)));
    expect(caught.length).toBeGreaterThan(0);
    expect(caught[0]?.reason).not.toBe('');
  });

  it('has a probe for every named wall', () => {
    const proven = new Set(wallProbes.map(({ wall }) => wall));
    for (const { name } of [...importWalls, ...codeWalls]) expect(proven).toContain(name);
  });

  it('reads the whole tree', () => {
    expect(checkWalls(root).read).toBeGreaterThan(manyFiles);
  });

  it('reads nothing in an empty folder, and says so', () => {
    mkdirSync(join(base, 'empty'));
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/walls.mjs'), join(base, 'empty')], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing was read');
  });
});

describe('Biome', () => {
  const copy = join(base, 'lint');
  const caught = new Map<string, string[]>();

  beforeAll(() => {
    put(copy, [...lintProbes, ...lintNeighbours]);
    cpSync(join(root, 'biome.json'), join(copy, 'biome.json'));
    const said = tool(copy, '@biomejs/biome/bin/biome', 'lint', '--reporter=github', '--max-diagnostics=none', '.');
    for (const [, rule, path] of said.matchAll(/^::error title=lint\/\w+\/(\w+),file=([^,]+)/gm)) {
      const inside = relative(copy, path!).replaceAll('\\', '/');
      caught.set(inside, [...(caught.get(inside) ?? []), rule!]);
    }
  });

  it.each(lintProbes)('$wall: $path', ({ wall, path }) => {
    expect(caught.get(path) ?? []).toContain(wall);
  });
});

describe('the compiler', () => {
  const copy = join(base, 'types');
  let said = '';

  beforeAll(() => {
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    put(copy, typeProbes);
    for (const config of ['tsconfig.base.json', 'tsconfig.engine.json']) cpSync(join(root, config), join(copy, config));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    expect(existsSync(join(copy, 'tsconfig.engine.json'))).toBe(true);
    said = tool(
      copy,
      'typescript/bin/tsc',
      '-p',
      'tsconfig.engine.json',
      '--composite',
      'false',
      '--incremental',
      'false',
      '--pretty',
      'false',
    );
  });

  it.each(typeProbes)('knows no $wall in $path', ({ wall, path }) => {
    const lines = said.split('\n').filter((line) => line.startsWith(path));
    expect(lines.join('\n')).toContain(`Cannot find name '${wall}'`);
  });
});
