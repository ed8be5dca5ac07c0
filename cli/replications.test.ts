import { describe, expect, it } from 'vitest';
import { worldSeed } from '../src/runner/worldSeed.ts';
import { CommandError } from './commandLine.ts';
import { sim } from './sim.ts';

const short = ['balanced', '--seconds', '4', '--replications', '5'];
const why = (args: readonly string[]) =>
  sim(args).then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof CommandError ? error.message : `threw ${String(error)}`),
  );

describe('sim --replications', () => {
  it('prints merged numbers with intervals, and the same bytes every time', async () => {
    const text = await sim(short);
    expect(await sim([...short, '--workers', '2'])).toBe(text);
    expect(text).toMatch(/worlds +5 of 4 s each/);
    expect(text).toMatch(/^p50 +[\d.]+ ms +[\d.]+ to [\d.]+ ms +(not converged: )?±[\d.]+ %$/m);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('refuses percentiles of too little data', async () => {
    const told = await sim(['first-visit', '--seconds', '1', '--replications', '3']);
    expect(told).toMatch(/p99\.9 +– +too little data/);
  });

  it('prints every world as data, and each is the run with its seed', async () => {
    const told = JSON.parse(await sim([...short, '--json']));
    const [design] = told.designs;
    expect(design.worlds.map(({ seed }: { seed: string }) => seed)).toEqual([1, 2, 3, 4, 5].map((n) => worldSeed('faultline', n)));
    const third = JSON.parse(await sim(['balanced', '--seconds', '4', '--seed', design.worlds[2].seed, '--json']));
    expect(third.framesHash).toBe(design.worlds[2].framesHash);
    expect(design.worlds[2].values.p99).toBe(third.all.latency.p99);
    const offered = design.worlds.map(({ seed }: { seed: string }) => sim(['balanced', '--seconds', '4', '--seed', seed, '--json']));
    const sum = (await Promise.all(offered)).reduce((total, text) => total + JSON.parse(text).all.offered, 0);
    expect(design.merged.offered).toBe(sum);
    expect(told.comparison).toBeNull();
    expect(told.failed).toEqual([]);
  });
});

describe('sim --compare', () => {
  it('finds nothing between a design and itself', async () => {
    const text = await sim([...short, '--compare', 'balanced']);
    expect(text).toContain('goodput: A and B are exactly equal in all 5 worlds.');
    expect(text).toMatch(/^goodput .* 0 of 5 +1\.0000 +–$/m);
  });

  it('tells a single server from a balanced one under the same users, in words first', async () => {
    const told = JSON.parse(await sim(['single', '--seconds', '5', '--replications', '6', '--compare', 'balanced', '--json']));
    const [a, b] = told.designs;
    expect([a.seed, b.seed, b.seconds]).toEqual(['faultline', 'faultline', 5]);
    expect(b.merged.offered).toBe(a.merged.offered);
    const text = await sim(['single', '--seconds', '5', '--replications', '6', '--compare', 'balanced']);
    expect(text.split('\n')[0]).toMatch(/beats|not real|too little/);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

it.each([
  [['balanced', '--replications', '2'], /--replications takes a number from 3 to 1000, not "2"/],
  [['balanced', '--replications', '5.5'], /--replications takes a whole number/],
  [['balanced', '--replications', 'many'], /not "many"/],
  [['balanced', '--workers', '2'], /--workers goes with --replications/],
  [['balanced', '--replications', '5', '--workers', '0'], /--workers takes a number from 1 to 64/],
  [['balanced', '--seconds', '4', '--compare', 'nothing.json'], /"nothing.json" is no file/],
])('says what is wrong with %j', async (args, message) => {
  expect(await why(args)).toMatch(message);
});
