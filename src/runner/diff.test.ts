import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import {
  addNode,
  addScenarioEvent,
  moveParts,
  removeParts,
  setLinkParam,
  setParam,
  setSeconds,
  setSeed,
  setTitle,
  setTrace,
  setWorkloadParam,
} from '../design/edits.ts';
import type { Plan } from '../engine/plan.ts';
import { actsOf, applyChange, changesBetween } from './changes.ts';
import { compile } from './compile.ts';
import { idOf, shop, twoPlaces } from './designsForTests.ts';
import { actsBetween, withRoomOf } from './diff.ts';

const planOf = (design: Design) => compile(design).plan as Plan;
const between = (before: Design, after: Design) => actsBetween(planOf(before), planOf(after));

describe('actsBetween', () => {
  const design = shop();
  const web = idOf(design, 'web-server');

  it('sees nothing in places and titles', () => {
    expect(between(design, setTitle(moveParts(design, [{ id: web, x: 5, y: 5 }]), 'other'))).toBe('same');
  });

  it('turns numbers into acts', () => {
    expect(between(design, setParam(design, web, 'vcpu', 8))).toEqual([{ act: 'param', node: 2, field: 1, value: 8 }]);
    expect(between(design, setParam(design, web, 'instances', 8))).toEqual([{ act: 'instances', node: 2, count: 8 }]);
    expect(between(design, setWorkloadParam(design, 'traffic', 3))).toEqual([{ act: 'workload', field: 0, value: 3 }]);
    expect(between(design, setLinkParam(design, design.links[2].id, 'timeoutMs', 50))).toEqual([
      { act: 'link', link: 2, field: 'timeoutSeconds', value: 0.05 },
    ]);
  });

  it('begins again for anything else', () => {
    const trace = { name: 't', values: [0.5, 1], seconds: 10 };
    const edits = [
      addNode(design, 'cache', { x: 0, y: 0 }),
      removeParts(design, { nodes: [web] }),
      setSeed(design, 'other'),
      setSeconds(design, 61),
      setTrace(design, trace),
      addScenarioEvent(design, { at: 1, act: 'crash', node: web, instance: 0 }),
      setParam(design, web, 'instances', 9),
    ];
    for (const edited of edits) if (compile(edited).plan) expect(between(design, edited)).toBe('restart');
    expect(edits.filter((edited) => compile(edited).plan)).toHaveLength(6);
  });

  it('keeps the room the run began with', () => {
    const grown = setParam(design, web, 'instances', 6);
    const running = withRoomOf(planOf(design), planOf(grown));
    expect(planOf(grown).nodes[2].slots).toBe(16);
    expect(running.nodes[2]).toMatchObject({ instances: 6, slots: 8 });
    expect(actsBetween(running, planOf(setParam(design, web, 'instances', 10)))).toBe('restart');
  });
});

describe('changesBetween', () => {
  it('says in the design’s words what actsBetween says in the plan’s', () => {
    for (const before of [shop(), twoPlaces()]) {
      let after = setWorkloadParam(setParam(before, idOf(before, 'web-server'), 'instances', 3), 'shape', 'spike');
      after = setLinkParam(setLinkParam(after, before.links[0].id, 'retries', 2), before.links[0].id, 'delay', 'fixed');
      const { index } = compile(after);
      const changes = changesBetween(before, after);
      const told = changes.flatMap((change) => actsOf(after, index, change) ?? []);
      const order = (acts: unknown) => (acts as object[]).map((act) => JSON.stringify(act)).sort();
      expect(order(told)).toEqual(order(between(before, after)));
      expect(changes.reduce(applyChange, before)).toEqual(after);
    }
  });
});
