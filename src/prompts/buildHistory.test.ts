import { expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addNode, connect, moveParts, removeParts, setParam, setSetting, setTitle } from '../design/edits.ts';
import { type BuildStep, changeBetween, designsOf, digestOf, isSameDesign, mostSteps, stepAt, withStep } from './buildHistory.ts';
import { paired, taskForTests } from './taskForTests.ts';

const { given } = taskForTests;

/** Plays edits and notes each of them. */
function built(edits: readonly [at: number, label: string, edit: (design: Design) => Design][]): {
  steps: readonly BuildStep[];
  all: Design[];
} {
  const all = [given];
  let steps: readonly BuildStep[] = [];
  for (const [at, label, edit] of edits) {
    const next = edit(all[all.length - 1]);
    steps = withStep(steps, all[all.length - 1], next, at, label);
    all.push(next);
  }
  return { steps, all };
}

const edits: Parameters<typeof built>[0] = [
  [3, 'begin', (design) => setTitle(design, 'Mine')],
  [10, 'addNode', (design) => addNode(design, 'web-server', { x: 200, y: 0 })],
  [12, 'connect', (design) => connect(design, 'users-1', 'web-1')],
  [20, 'addNode', (design) => addNode(design, 'database', { x: 400, y: 0 })],
  [21, 'connect', (design) => connect(design, 'web-1', 'db-1')],
  [30, 'setParam', (design) => setParam(design, 'web-1', 'instances', 3)],
  [40, 'move', (design) => moveParts(design, [{ id: 'db-1', x: 480, y: 80 }])],
  [50, 'remove', (design) => removeParts(design, { nodes: ['web-1'] })],
];

it('plays back every design that there was, and holds little more than what changed', () => {
  const { steps, all } = built(edits);
  expect(steps.map(({ at }) => at)).toEqual([3, 10, 12, 20, 21, 30, 40, 50]);
  const again = designsOf(given, steps);
  expect(again).toHaveLength(all.length);
  for (const [i, design] of again.entries()) expect(design).toEqual(all[i]);
  expect(JSON.stringify(steps[5].change)).toBe('{"nodes":{"web-1":{"params":{"instances":[3]}}}}');
});

it('an undo is a step back, and parts keep their order', () => {
  const { all } = built(edits);
  const back = withStep([], all[8], all[7], 60, 'undo');
  expect(designsOf(all[8], back)[1]).toEqual(all[7]);
  const turned = { ...paired, nodes: [...paired.nodes].reverse() };
  expect(designsOf(paired, withStep([], paired, turned, 1, 'x'))[1].nodes.map(({ id }) => id)).toEqual(turned.nodes.map(({ id }) => id));
});

it('what a step takes away is gone: settings that stand at their usual value again', () => {
  const set = setSetting(paired, 'browserMs', 900);
  expect(set).not.toEqual(paired);
  expect(designsOf(set, withStep([], set, paired, 1, 'setSetting'))[1]).toEqual(paired);
});

it('nothing changed is no step, and one and the same design', () => {
  expect(withStep([], given, structuredClone(given), 1, 'move')).toEqual([]);
  expect(changeBetween(given, given)).toBeNull();
  expect(isSameDesign(paired, setParam(paired, 'web-1', 'instances', 3))).toBe(false);
});

it('a very long history ends in one last step that holds the rest', () => {
  let [design, steps]: [Design, readonly BuildStep[]] = [paired, []];
  for (let i = 1; i <= mostSteps + 20; i++) {
    const next = moveParts(i % 2 ? setParam(design, 'web-1', 'instances', 1 + (i % 7)) : design, [{ id: 'db-1', x: i * 8, y: 0 }]);
    steps = withStep(steps, design, next, i, 'move');
    design = next;
  }
  expect(steps).toHaveLength(mostSteps);
  expect(steps.at(-1)).toMatchObject({ at: mostSteps + 20, label: 'more' });
  expect(designsOf(paired, steps).at(-1)).toEqual(design);
});

it('a history that somebody made up ends where it can no longer be read, and pollutes nothing', () => {
  const steps = JSON.parse(
    '[{"at":1,"label":"x","change":{"__proto__":{"polluted":[1]},"title":["T"]}},{"at":2,"label":"x","change":{"format":["none"]}},{"at":3,"label":"x","change":{}}]',
  ) as BuildStep[];
  const designs = designsOf(paired, steps);
  expect(designs).toHaveLength(2);
  expect(designs[1].title).toBe('T');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('says which step a second shows, and gives every history a text of its own', () => {
  const { steps } = built(edits);
  expect([0, 3, 11.9, 12, 999].map((at) => stepAt(steps, at))).toEqual([-1, 0, 1, 2, 7]);
  expect(digestOf(steps)).toMatch(/^[0-9a-f]{16}$/);
  expect(digestOf(steps)).not.toBe(digestOf(steps.slice(1)));
});
