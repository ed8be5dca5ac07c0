import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandError } from './commandLine.ts';
import { sim } from './sim.ts';

const why = (args: readonly string[]) =>
  sim(args).then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof CommandError ? error.message : `threw ${String(error)}`),
  );

describe('sim --sweep', () => {
  const short = ['single', '--seconds', '5', '--seeds', '3'];

  it('prints a line per point, the same bytes every time, and each point is what the design at that value says', async () => {
    const csv = await sim([...short, '--sweep', 'workload.traffic=1,3,6', '--metric', 'p50', '--csv']);
    expect(await sim([...short, '--sweep', 'workload.traffic=1,3,6', '--metric', 'p50', '--csv', '--workers', '2'])).toBe(csv);
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toBe('workload.traffic,worlds,p50 (s),low (95 %),high (95 %)');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['1', '3'],
      ['3', '3'],
      ['6', '3'],
    ]);
    const alone = JSON.parse(await sim(['single', '--seconds', '5', '--replications', '3', '--json']));
    expect(Number(lines[1].split(',')[2])).toBe(alone.designs[0].estimates.p50.value);
    const text = await sim([...short, '--sweep', 'workload.traffic=1,3,6']);
    expect(text).toMatch(/^knee +none/m);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('of two numbers prints every pair, and of traffic says where it bends', async () => {
    const pairs = await sim([...short, '--sweep', 'web-1.instances=1,2', '--and', 'workload.traffic=1,2', '--csv']);
    expect(
      pairs
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(0, 2).join(' ')),
    ).toEqual(['1 1', '2 1', '1 2', '2 2']);
    expect(await sim(['single', '--seconds', '20', '--seeds', '3', '--sweep', 'workload.traffic=1..8'])).toMatch(
      /^knee +workload\.traffic = [67] /m,
    );
  });
});

describe('a sweep that several machines share', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-sweep-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const sweep = ['single', '--seconds', '5', '--seeds', '4', '--sweep', 'workload.traffic=1,3,6'];
  const parts = [1, 2, 3].map((part) => join(folder, `part-${part}.jsonl`));

  it('comes together to the same bytes as from one, in any order, for any number of the runs', async () => {
    for (const [i, path] of parts.entries()) writeFileSync(path, await sim([...sweep, '--metric', 'p50', '--shard', `${i + 1}/3`]));
    const runsIn = (path: string) => readFileSync(path, 'utf8').match(/^\{"run"/gm)?.length;
    expect(parts.map(runsIn)).toEqual([4, 4, 4]);
    const [a, b, c] = parts;
    for (const look of [[], ['--csv'], ['--json']]) {
      expect(await sim(['--merge', c, a, b, ...look])).toBe(await sim([...sweep, '--metric', 'p50', ...look]));
      expect(await sim(['--merge', a, b, c, '--metric', 'failed', ...look])).toBe(await sim([...sweep, '--metric', 'failed', ...look]));
    }
  });

  it('is refused where it is not one whole', async () => {
    const [a, b, c] = parts;
    expect(await why(['--merge', a, c])).toBe('Of 3 parts these are missing: 2.');
    expect(await why(['--merge', a, b, c, b])).toBe('Part 2 of 3 is there twice.');
    const other = join(folder, 'other.jsonl');
    writeFileSync(other, await sim([...sweep, '--seed', 'else', '--metric', 'p50', '--shard', '3/3']));
    expect(await why(['--merge', a, b, other])).toContain('is a part of another sweep');
    writeFileSync(other, readFileSync(c, 'utf8').split('\n').slice(0, -2).join('\n'));
    expect(await why(['--merge', a, b, other])).toContain('was cut off');
    writeFileSync(other, 'name,link');
    expect(await why(['--merge', other])).toContain('is no part of a sweep');
    expect(await why(['--merge'])).toContain('Name the parts');
    expect(await why(['single', '--capacity', '--shard', '1/2'])).toBe('--shard goes with --sweep.');
  });
});

it('sim --capacity brackets what the design can take, and names the part that is the limit', async () => {
  const { found } = JSON.parse(await sim(['single', '--seconds', '15', '--capacity', '--precision', '30', '--json']));
  expect(found.found).toBe('between');
  expect(found.low.factor).toBeGreaterThan(4);
  expect(found.high.factor).toBeLessThan(8);
  const text = await sim(['single', '--seconds', '15', '--capacity', '--precision', '30']);
  expect(text).toMatch(/^capacity +between [\d.]+ times the traffic \(\d+ requests\/s\) and /m);
  expect(text).toMatch(/^limit +web-1, 9\d/m);
});

it('sim --weak-points ranks what is taken away, the worst first', async () => {
  const { found } = JSON.parse(await sim(['single', '--weak-points', '--seeds', '1', '--json']));
  expect(found.map(({ broken }: { broken: { what: string; id: string } }) => `${broken.what} ${broken.id}`)).toHaveLength(4);
  expect(found[0].damage.isSinglePoint).toBe(true);
  const failed = found.map(({ damage }: { damage: { failed: number } }) => damage.failed);
  expect(failed).toEqual([...failed].sort((a, b) => b - a));
});

it.each([
  [['single', '--sweep', 'web-9.instances=1..3'], /--sweep takes a number of a part/],
  [['single', '--sweep', 'web-1.service=1..3'], /--sweep takes a number of a part/],
  [['single', '--sweep', 'web-1.instances'], /--sweep takes a number of a part/],
  [['single', '--sweep', 'web-1.instances=many'], /--sweep takes values such as 1\.\.8/],
  [['single', '--sweep', 'web-1.instances=1..3', '--metric', 'p98'], /--metric takes mean, p50/],
  [['single', '--sweep', 'web-1.instances=1..3', '--capacity'], /two trials/],
  [['single', '--sweep', 'workload.traffic=0..9:1000', '--seeds', '1000'], /That is 1000000 runs; at most 3000/],
  [['single', '--sweep', 'workload.traffic=0..9:1000000000'], /asks for 1000000000 values; at most 3000/],
  [['single', '--seeds', '3'], /--seeds goes with/],
  [['single', '--capacity', '--availability', '100'], /--availability takes a number from 0 to 99.999/],
])('says what is wrong with %j', async (args, message) => {
  expect(await why(args)).toMatch(message);
});
