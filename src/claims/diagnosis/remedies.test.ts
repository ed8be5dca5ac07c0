import { describe, expect, it, vi } from 'vitest';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { usersOver } from '../../runner/diagnosis/effect.ts';
import type { Lever } from '../../runner/diagnosis/remedies.ts';
import { runHeadless } from '../../runner/headless.ts';
import { brokenCases } from './brokenCases.ts';
import { diagnosedAt } from './diagnosed.ts';
import { fullCases } from './fullCases.ts';

// whole runs, on a machine that may be busy with others
vi.setConfig({ testTimeout: 120_000 });

const caseNamed = (name: string) => {
  const found = [...fullCases, ...brokenCases].find((each) => each.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
};

const known = new Map<string, readonly Lever[]>();
/** What is proposed in a case: asked of one run, however many tests look at it. */
function leversFor(name: string): readonly Lever[] {
  const { design, at } = caseNamed(name);
  const levers = known.get(name) ?? diagnosedAt(design, at).levers;
  known.set(name, levers);
  return levers;
}

const said = (lever: Lever): string =>
  lever.kind === 'set'
    ? `${lever.node} ${lever.field} ${lever.from} → ${lever.to}`
    : lever.kind === 'mend'
      ? `mend ${lever.node}`
      : lever.code;

describe('what is proposed', () => {
  it.each([
    ['servers that are too few', 'web instances 2 → 8'],
    ['a hot shard', 'router-1 hotKeys nothing → split'],
    ['a stampede', 'cache-1 stampede none → single-flight'],
    ['a pool that is too small', 'db poolSize 4 → 16'],
    ['connections that are used up', 'db maxConnections 10 → 20'],
    ['threads that are too few for slow answers', 'web threads 8 → 32'],
    ['retries that keep a storm going', 'web-1 discipline fifo → lifo'],
    ['a cut wire', 'mend db'],
    ['the only server dead', 'mend web-1'],
  ])('for %s begins with %s', (name, first) => {
    expect(leversFor(name).map(said)[0]).toBe(first);
  });

  it('for an autoscaler that has not caught up is to wait', () => {
    const { design, at } = caseNamed('an autoscaler whose servers start');
    expect(diagnosedAt(design, at).levers.map(said)).toContain('wait-boot');
  });

  it('is a load balancer where a second server would stand idle', () => {
    const { design } = caseNamed('the only server dead');
    const busy = { ...design, scenario: [], workload: { ...design.workload, params: { ...design.workload.params, traffic: 20 } } };
    const levers = diagnosedAt(busy, 40).levers.map(said);
    expect(levers).toContain('balance');
    expect(levers.some((lever) => lever.includes('instances'))).toBe(false);
  });
});

/** Played on with a proposal taken at the moment it is made: users, half a minute to a minute later. */
function withLever(name: string, taken: Lever | undefined, later: readonly [number, number]) {
  const { design, at } = caseNamed(name);
  const acts = !taken || taken.kind === 'hint' ? [] : taken.changes;
  const changed = { ...design, seconds: at + later[1], scenario: [...design.scenario, ...acts.map((change) => ({ at, ...change }))] };
  const { plan } = compile(changed);
  if (!plan) throw new Error('cannot run');
  const { layout, frames } = runHeadless(plan, behaviors);
  return usersOver(
    layout,
    frames.filter(({ start }) => start >= at + later[0]),
  );
}

describe('what is proposed first helps', () => {
  it.each([
    'servers that are too few',
    'threads that are too few for slow answers',
    'a pool that is too small',
    'connections that are used up',
    'retries that keep a storm going',
    'a hot shard',
    'a stampede',
    'a cut wire',
    'answers that go wrong',
    'the only server dead',
    'callers who give up too soon',
  ])('%s', (name) => {
    const [first] = leversFor(name);
    const [without, helped] = [withLever(name, undefined, [30, 50]), withLever(name, first, [30, 50])];
    const isBetter = helped.failedShare < 0.5 * without.failedShare || (helped.p99 ?? 99) < 0.5 * (without.p99 ?? 99);
    expect({ name, isBetter, helped: helped.failedShare, without: without.failedShare }).toMatchObject({ isBetter: true });
    expect(helped.failedShare).toBeLessThan(0.02);
  });
});
