import { describe, expect, it } from 'vitest';
import { draw } from '../library/template.ts';
import { createBench } from './bench.ts';

const small = draw({
  title: 'small',
  seconds: 300,
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 20 } },
    { id: 'web-1', kind: 'web-server', at: [200, 0] },
  ],
  links: [['users-1', 'web-1']],
});

describe('a design on the bench', () => {
  it('takes a setting as an act of the run, and begins again where parts change', () => {
    const bench = createBench(small);
    bench.make({ play: 10 });
    bench.make({ set: ['users-1', 'ratePerSecond', 40] });
    expect(bench.situation().run?.done).toEqual([{ at: 10.001, act: 'set', node: 'users-1', field: 'ratePerSecond', value: 40 }]);
    bench.make({ play: 10 });
    const offered = bench.situation().run!.frames.map(({ values }, i) => [i, values]).length;
    expect(offered).toBe(20);
    bench.make({ add: { id: 'lb-1', kind: 'load-balancer', at: [100, 0] } });
    expect(bench.situation().run).toBeNull();
  });

  it('what is set before the run is how it begins', () => {
    const bench = createBench(small);
    bench.make({ set: ['users-1', 'ratePerSecond', 40] });
    bench.make({ play: 5 });
    expect(bench.situation().run?.done).toEqual([]);
    expect(bench.situation().run?.plan.nodes[0].params).toContain(40);
  });

  it('makes no move that a hand could not make', () => {
    const bench = createBench(small);
    expect(() => bench.make({ set: ['web-1', 'noSuchField', 1] })).toThrow(/cannot be made/);
    expect(() => bench.make({ set: ['users-1', 'ratePerSecond', -5] })).toThrow(/cannot be made/);
    expect(() => bench.make({ add: { id: 'web-7', kind: 'web-server', at: [0, 0] } })).toThrow(/cannot be made/);
    expect(() => bench.make({ wire: ['web-1', 'users-1'] })).toThrow();
    expect(() => bench.make({ unwire: ['web-1', 'users-1'] })).toThrow(/no wire/);
    expect(() => bench.make({ remove: 'nobody' })).toThrow(/cannot be made/);
    expect(() => bench.make({ act: { act: 'crash', node: 'nobody', instance: null } })).toThrow(/cannot be done/);
  });
});
