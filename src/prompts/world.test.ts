import { expect, it } from 'vitest';
import { draw } from '../library/template.ts';
import { calmDesign } from './calmDesign.ts';
import { lone, taskForTests } from './taskForTests.ts';
import { inTheWorld } from './world.ts';

const wished = draw({
  title: '',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 1 } },
    { id: 'web-1', kind: 'web-server', at: [300, 0], params: { instances: 3, cpuDynamicMs: 0.01, service: 'none' } },
    { id: 'workers', kind: 'worker', at: [600, 0], params: { jobMs: 0.01, concurrency: 7 } },
    { id: 'provider', kind: 'object-storage', at: [900, 0], params: { writeLimit: 1_000_000 } },
  ],
  links: [['users-1', 'web-1', { rttMs: 0.1, jitter: 0, timeoutMs: 1234 }]],
});
const given = draw({
  title: '',
  nodes: [{ id: 'provider', kind: 'object-storage', at: [0, 0], params: { writeLimit: 250, errorPercent: 2 } }],
  links: [],
});
const paramsOf = (design: typeof wished, id: string) => design.nodes.find((node) => node.id === id)?.params;

it('nobody makes machines quicker, files smaller or places nearer; how many there are and how they are set is theirs', () => {
  const graded = inTheWorld(wished, [{ kind: 'worker', field: 'jobMs', value: 800 }], given);
  expect(paramsOf(graded, 'web-1')).toMatchObject({ instances: 3, cpuDynamicMs: 5, service: 'lognormal' });
  expect(paramsOf(graded, 'workers')).toMatchObject({ jobMs: 800, concurrency: 7 });
  expect(paramsOf(graded, 'provider')).toMatchObject({ writeLimit: 250, errorPercent: 2 });
  expect(graded.links[0].params).toMatchObject({ rttMs: 0, jitter: 0.1, timeoutMs: 1234 });
});

it('grading plays in it', () => {
  const quick = {
    ...lone,
    nodes: lone.nodes.map((node) => (node.kind === 'web-server' ? { ...node, params: { ...node.params, cpuDynamicMs: 0.01 } } : node)),
  };
  expect(calmDesign(taskForTests, quick, 1).nodes).toEqual(calmDesign(taskForTests, lone, 1).nodes);
});
