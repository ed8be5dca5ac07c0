import { beforeEach, expect, it } from 'vitest';
import { emptyDesign } from '../design/edits.ts';
import { designStore } from './designStore.ts';
import { ask, giveToDesign, parseWishes, requirementsStore, takeFromDesign, targetsOf } from './requirements.ts';

beforeEach(() => {
  requirementsStore.setState({ wishes: {} });
  designStore.getState().open(emptyDesign(), null, 'mine');
});

it('reads what was stored, the first two wishes there were included, and nothing that makes no sense', () => {
  expect(parseWishes('{"p99Ms":200,"rtoSeconds":30}')).toEqual({ p99Ms: 200, rtoSeconds: 30 });
  expect(parseWishes('{"p99Seconds":0.2,"availability":0.999}')).toEqual({ p99Ms: 200, availabilityPercent: 99.9 });
  expect(parseWishes('{"p99Seconds":null,"availability":0.9995}')).toEqual({ availabilityPercent: 99.95 });
  for (const text of [null, '', 'nonsense', '[]', '{"p99Ms":"fast"}', '{"rtoSeconds":-1}', '{"__proto__":{"p99Ms":1}}', 'null'])
    expect(parseWishes(text)).toEqual({});
});

it('are the reader’s until they are made part of the design, and then those of the design, which can be undone', () => {
  const design = () => designStore.getState().design;
  ask('p99Ms', 200);
  expect(design().targets).toBeUndefined();
  expect(targetsOf(design())).toEqual({ p99Ms: 200 });
  giveToDesign();
  ask('rtoSeconds', 30);
  expect(targetsOf(design())).toEqual({ p99Ms: 200, rtoSeconds: 30 });
  expect(requirementsStore.getState().wishes).toEqual({ p99Ms: 200 });
  designStore.getState().undo();
  expect(targetsOf(design())).toEqual({ p99Ms: 200 });
  takeFromDesign();
  expect(design().targets).toBeUndefined();
  ask('p99Ms', null);
  expect(targetsOf(design())).toEqual({});
});
