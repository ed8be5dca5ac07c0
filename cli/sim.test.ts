import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeLink } from '../src/design/codec.ts';
import type { Design } from '../src/design/design.ts';
import { addScenarioEvent, emptyDesign, setSeconds } from '../src/design/edits.ts';
import { toFile } from '../src/design/parse.ts';
import { templateNamed, templates } from '../src/library/templates.ts';
import { CommandError } from './commandLine.ts';
import { sim } from './sim.ts';
import { digits, percent } from './summaryTable.ts';

const folder = mkdtempSync(join(tmpdir(), 'sim-'));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

const short = ['--seconds', '8'];
const balanced = setSeconds(templateNamed('balanced')?.design as Design, 8);

describe('sim', () => {
  it('names the templates', async () => {
    const text = await sim(['--list']);
    expect(text.trimEnd().split('\n')).toHaveLength(templates.length);
    for (const { id } of templates) expect(text).toContain(id);
  });

  it('prints the same bytes for a template, its file and its link, every time', async () => {
    const text = await sim(['balanced', ...short]);
    expect(await sim(['balanced', '--seconds=8'])).toBe(text);
    expect(await sim([file('balanced.json', toFile(balanced))])).toBe(text);
    const link = await encodeLink(balanced);
    expect(await sim([link])).toBe(text);
    expect(await sim([`https://example.org/faultline/#${link}`])).toBe(text);
    expect(await sim([file('link.txt', `${link}\n`)])).toBe(text);
    expect(text).toMatch(/conservation +holds in every frame/);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('prints every metric as data', async () => {
    const told = JSON.parse(await sim(['balanced', ...short, '--json']));
    expect(told).toMatchObject({
      seed: 'faultline',
      seconds: 8,
      conserved: true,
      window: { start: 0, end: 8 },
      repairs: [],
      failovers: [],
    });
    expect(told.framesHash).toMatch(/^[0-9a-f]{16}$/);
    expect(told.all.offered).toBe(told.all.completed + told.all.failed + told.inFlight.atEnd);
    for (const name of ['static', 'read', 'write']) expect(told.classes[name].availability).toBeGreaterThan(0.9);
    expect(told.all.latency.p999).toBeGreaterThanOrEqual(told.all.latency.p50);
    expect(told.nodes.map(({ id }: { id: string }) => id)).toEqual(balanced.nodes.map(({ id }) => id));
    const other = JSON.parse(await sim(['balanced', ...short, '--seed', '7', '--json']));
    expect([other.seed, other.framesHash === told.framesHash]).toEqual(['7', false]);
  });

  it('tells the story of a failover', async () => {
    const chapter = addScenarioEvent(templateNamed('chapter')?.design as Design, { at: 5, act: 'crash', node: 'db-1', instance: 0 });
    const quick = { ...chapter, seconds: 45, workload: { ...chapter.workload, params: { ...chapter.workload.params, traffic: 0.2 } } };
    const text = await sim([file('failover.json', toFile(quick))]);
    expect(text).toMatch(/failover of db-1 +#1 → #[23]/);
    expect(text).toMatch(/writes refused +[1-9]/);
    expect(text).toMatch(/acknowledged writes lost +\d/);
  });

  it('keeps a concealed fault to itself until it is asked', async () => {
    const crash = { at: 5, act: 'crash' as const, node: 'web-1', instance: 0, hidden: true as const };
    const design = { ...addScenarioEvent(templateNamed('balanced')?.design as Design, crash), seconds: 20 };
    const name = file('concealed.json', toFile(design));
    expect(await sim([name])).toMatch(/1 concealed event of the timeline/);
    expect(await sim([name])).not.toMatch(/crash of/);
    expect(await sim([name, '--reveal'])).toMatch(/crash of web-1 #1 +5 s/);
    const notes = (text: string) => (JSON.parse(text).notes as { code: string }[]).filter(({ code }) => code === 'crash').length;
    expect([notes(await sim([name, '--json'])), notes(await sim([name, '--json', '--reveal']))]).toEqual([0, 1]);
  });

  it('says what is wrong', async () => {
    const refused: [string[], RegExp][] = [
      [[], /^Usage/],
      [['balanced', 'single'], /^Usage/],
      [['nothing-of-the-kind'], /no file that can be read, no share link, and no template \(.*chapter/],
      [['balanced', '--sed', '7'], /no --sed/],
      [['balanced', '--seconds', 'ten'], /a number from 1 to 86400, not "ten"/],
      [['balanced', '--seconds', '0'], /from 1 to/],
      [['balanced', '--seed'], /--seed needs a value/],
      [['balanced', '--seed='], /1 to 24/],
      [['balanced', '--json=yes'], /takes no value/],
      [[file('broken.json', '{"nodes": [')], /holds no design: not-json/],
      [[file('other.json', '{"name": "package"}')], /holds no design: not-a-design/],
      [[(await encodeLink(balanced)).slice(0, 60)], /cannot be opened: cut/],
      [[file('empty.json', toFile(emptyDesign()))], /cannot run:\n- no-users/],
    ];
    for (const [args, message] of refused) {
      const error = await sim(args).catch((thrown: unknown) => thrown);
      expect(error, args.join(' ')).toBeInstanceOf(CommandError);
      expect((error as Error).message).toMatch(message);
    }
  });
});

describe('numbers in the table', () => {
  it('have three significant digits and no exponent', () => {
    expect([0, 12, 123_456, 1234.5, 12.345, 1.2345, 0.12345, 0.00012345, 1e-9].map(digits)).toEqual([
      '0',
      '12',
      '123456',
      '1235',
      '12.3',
      '1.23',
      '0.123',
      '0.000123',
      '0',
    ]);
  });

  it('never round up to everything', () => {
    expect([1, 0.99999, 0.5, 0, null].map(percent)).toEqual(['100.00 %', '99.99 %', '50.00 %', '0.00 %', '–']);
  });
});
