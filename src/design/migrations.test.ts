/**
 * Documents of every released version, kept as they were written and opened for ever. Nothing in `fixtures/v*` is ever changed: a
 * test that fails here says that somebody's saved work would open as something else, and asks for a migration.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeLink } from './codec.ts';
import { currentFormat, type Migration, migrate, migrations } from './migrations.ts';
import { parseFile } from './parse.ts';

const folder = new URL('fixtures/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const named = (ending: string) => readdirSync(folder).filter((file) => /^v\d+-/.test(file) && file.endsWith(ending));
const versionOf = (file: string) => Number(/^v(\d+)-/.exec(file)?.[1]);
const files = named('.json');
const links = named('.link');

/** What the file says, without what is beside the design in it. Fields that came later are allowed on top. */
function written(file: string): Record<string, unknown> {
  const { app: _app, engineMajor: _major, ...design } = JSON.parse(textOf(file)) as Record<string, unknown>;
  return { ...design, format: currentFormat };
}

describe('frozen documents', () => {
  it('exist as file and as link for every version', () => {
    for (let version = 1; version <= currentFormat; version += 1) {
      expect(files.filter((file) => versionOf(file) === version).length).toBeGreaterThan(0);
      expect(links.filter((file) => versionOf(file) === version).length).toBeGreaterThan(0);
    }
  });

  it.each(files)('%s opens without repairs', (file) => {
    const parsed = parseFile(textOf(file));
    expect(parsed).toMatchObject({ ok: true, repairs: [] });
    if (versionOf(file) === currentFormat) expect(parsed).toMatchObject({ design: written(file) });
  });

  it.each(links)('%s opens as the same design as its file', async (file) => {
    const decoded = await decodeLink(textOf(file));
    const parsed = parseFile(textOf(file.replace(/\.link$/, '.json')));
    if (!decoded.ok || !parsed.ok) throw new Error('does not open');
    expect(decoded).toMatchObject({ repairs: [], madeWith: parsed.madeWith });
    expect(decoded.design).toEqual(parsed.design);
  });
});

describe('steps', () => {
  it('lead from the first version to today’s without a gap, each with a name of its own', () => {
    expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: currentFormat - 1 }, (_, i) => i + 1));
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });

  it('are all run by some frozen document', () => {
    const ran = new Set<string>();
    const watched = migrations.map((step): Migration => {
      const up: Migration['up'] = (design) => {
        ran.add(step.name);
        return step.up(design);
      };
      return { ...step, up };
    });
    for (const file of files) expect(migrate(JSON.parse(textOf(file)), versionOf(file), watched).format).toBe(currentFormat);
    expect([...ran].sort()).toEqual(migrations.map(({ name }) => name).sort());
  });

  it('run in order, only those that are needed, and raise the version', () => {
    const step = (from: number): Migration => ({
      name: `step-${from}`,
      from,
      up: (design) => ({ ...design, seen: [...((design.seen as number[]) ?? []), from] }),
    });
    const steps = [step(1), step(2), step(3)];
    expect(migrate({ format: 1 }, 1, steps)).toEqual({ format: 4, seen: [1, 2, 3] });
    expect(migrate({ format: 3 }, 3, steps)).toEqual({ format: 4, seen: [3] });
    const today = { format: 4 };
    expect(migrate(today, 4, steps)).toBe(today);
  });
});
