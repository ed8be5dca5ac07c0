import { describe, expect, it } from 'vitest';
import type { Design } from '../../design/design.ts';
import { setParam, setSeconds, setWorkloadParam } from '../../design/edits.ts';
import type { TemplateId } from '../../library/template.ts';
import { templateNamed } from '../../library/templates.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { runHeadless } from '../../runner/headless.ts';
import { summarise } from '../../runner/summary.ts';
import { type Capacity, capacityOf } from './capacity.ts';

const designNamed = (id: TemplateId): Design => ({ ...templateNamed(id)!.design, scenario: [] });

function knownOf(design: Design): Capacity {
  const found = capacityOf(design);
  if ('code' in found) throw new Error(`no capacity: ${found.code}`);
  return found;
}

/** Busy share of the limiting group at so many times what the design says. */
function measured(design: Design, load: number): { busy: number; failed: number; busiest: string } {
  const { perSecond } = knownOf(design);
  const now = knownOf(design).load * perSecond;
  const traffic = Number(design.workload.params.traffic) * ((load * perSecond) / now);
  const played = setSeconds(setWorkloadParam(setWorkloadParam(design, 'shape', 'steady'), 'traffic', traffic), 40);
  const { plan } = compile(played);
  if (!plan) throw new Error('cannot run');
  const summary = summarise({ plan, ...runHeadless(plan, behaviors) }, { start: 10, end: 40 });
  const busiest = summary.nodes.reduce((most, node) => ((node.utilization?.max ?? 0) > (most.utilization?.max ?? 0) ? node : most));
  return { busy: busiest.utilization?.max ?? 0, failed: 1 - (summary.all.availability ?? 0), busiest: busiest.id };
}

/** Whole designs whose every part has a formula, or whose unknown parts are named. `error`: of the busy share, as far as chance goes. */
const held: readonly (readonly [TemplateId, string, number])[] = [
  ['first-visit', 'web-1', 0.06],
  ['single', 'web-1', 0.06],
  ['balanced', 'web-1', 0.06],
  ['replicas', 'db-1', 0.06],
  ['autoscaled', 'web-1', 0.06],
  ['cascade', 'web-1', 0.06],
  ['retry-storm', 'web-1', 0.06],
  ['chapter', 'web-1', 0.06],
  ['far-users', 'web-1', 0.06],
];

describe('what a design can do at most', () => {
  it.each(held)('%s is limited by %s', (id, limit, error) => {
    const design = id === 'autoscaled' ? withoutScaler(designNamed(id)) : designNamed(id);
    const found = knownOf(design);
    expect(found.node).toBe(limit);
    const most = measured(design, 0.8);
    expect(most.busiest).toBe(limit);
    expect(Math.abs(most.busy - 0.8)).toBeLessThan(error + 0.08);
  });

  it('is reached: a tenth above it, users notice', () => {
    const design = designNamed('first-visit');
    expect(measured(design, 0.85).failed).toBeLessThan(0.001);
    expect(measured(design, 1.3).failed).toBeGreaterThan(0.1);
  });

  it('grows with the instances of the limit until something else is', () => {
    const design = designNamed('first-visit');
    const once = knownOf(design).perSecond;
    expect(once).toBeCloseTo(2000 / 4.5, 0);
    expect(knownOf(setParam(design, 'web-1', 'instances', 2)).perSecond / once).toBeCloseTo(2, 3);
    const many = knownOf(setParam(design, 'web-1', 'instances', 50));
    expect(many.node).not.toBe('web-1');
    expect(many.perSecond).toBeLessThan(50 * once);
  });

  it('says how many times overrun a design is', () => {
    const design = setWorkloadParam(designNamed('first-visit'), 'traffic', 8);
    expect(knownOf(design).load).toBeCloseTo((8 * 100) / knownOf(design).perSecond, 6);
  });

  it('names the parts that no formula knows, and says where there is none', () => {
    expect(knownOf(setWorkloadParam(designNamed('sharded'), 'feedShare', 0)).uncounted).toContain('router-1');
    expect(capacityOf(setWorkloadParam(designNamed('first-visit'), 'loginShare', 20))).toMatchObject({ code: 'workload' });
    expect(capacityOf({ ...designNamed('first-visit'), links: [] })).toMatchObject({ code: expect.stringMatching(/cannot-run|no-part/) });
  });
});

/** A tool that changes how many there are makes them no formula's. */
const withoutScaler = (design: Design): Design => ({
  ...design,
  nodes: design.nodes.filter(({ kind }) => kind !== 'autoscaler'),
  links: design.links.filter(({ from }) => from !== 'scaler-1'),
});
