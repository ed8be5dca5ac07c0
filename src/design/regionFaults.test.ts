import { describe, expect, it } from 'vitest';
import { readingsOf } from '../engine/readings.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import type { Design } from './design.ts';
import { addScenarioEvent, connect, removeParts, setParam } from './edits.ts';
import { actsOnRegion, joinBetween, partitionBetween } from './regionFaults.ts';

const design = templateNamed('far-users')?.design as Design;
const [korea, usEast] = ['dc-1', 'dc-2'];

it('a region dies with all its machines, and not with its people', () => {
  expect(actsOnRegion(design, usEast, 'crash', 30)).toEqual(
    ['lb-1', 'web-1', 'db-1'].map((node) => ({ act: 'crash', node, instance: null, seconds: 30 })),
  );
  expect(actsOnRegion(design, korea, 'crash')).toEqual([]);
  expect(actsOnRegion(design, usEast, 'recover', 30)[0]).toEqual({ act: 'recover', node: 'lb-1', instance: null });
});

it('a region is cut off by the wires over its border, and by those alone', () => {
  const inside = new Set(['lb-1', 'web-1', 'db-1']);
  const cut = actsOnRegion(design, usEast, 'cut').map((act) => ('link' in act ? act.link : ''));
  const border = design.links.filter(({ from, to }) => inside.has(from) !== inside.has(to)).map(({ id }) => id);
  expect(cut).toEqual(border);
  expect(cut.length).toBeGreaterThan(0);
  const joined = actsOnRegion(design, usEast, 'join');
  expect([...new Set(joined.map(({ act }) => act))]).toEqual(['mend-link']);
  expect(joined.filter((act) => 'fault' in act && act.fault === 'partition').map((act) => ('link' in act ? act.link : ''))).toEqual(border);
});

it('a region without power loses what it had, and neither answers nor refuses', () => {
  const lost = actsOnRegion(design, usEast, 'lose', 60);
  expect(lost).toEqual([...actsOnRegion(design, usEast, 'crash', 60), ...actsOnRegion(design, usEast, 'cut', 60)]);
  expect(actsOnRegion(design, korea, 'lose')).toEqual([]);
});

it('a gray failure loses a little and delays all that crosses the border; a slow region is slow', () => {
  const cut = actsOnRegion(design, usEast, 'cut');
  const gray = actsOnRegion(design, usEast, 'gray', 60);
  expect(gray.length).toBe(2 * cut.length);
  expect(gray[0]).toMatchObject({ act: 'strike-link', fault: 'loss', value: 1, seconds: 60 });
  expect(gray.at(-1)).toMatchObject({ act: 'strike-link', fault: 'latency', value: 100, seconds: 60 });
  expect(actsOnRegion(design, usEast, 'slow', 60)[0]).toEqual({ act: 'slow', node: 'lb-1', instance: null, factor: 5, seconds: 60 });
});

describe('between two regions', () => {
  const two = setParam(templateNamed('two-datacentres')?.design as Design, 'dns-1', 'geoErrorPercent', 0);
  const [usUsers, koreanUsers, east, seoul] = ['dc-1', 'dc-2', 'dc-3', 'dc-4'];
  const toEast = two.links.find(({ from, to }) => from === 'dns-1' && to === 'lb-1')!.id;

  it('only the people of one region lose the way that a resolver has shown to all', () => {
    expect(partitionBetween(two, usUsers, east, 'both', 30)).toEqual([
      { act: 'strike-link', link: toEast, fault: 'partition', seconds: 30, from: 'users-1' },
    ]);
    expect(partitionBetween(two, koreanUsers, seoul, 'both')).toHaveLength(1);
    expect(partitionBetween(two, usUsers, koreanUsers, 'both')).toEqual([]);
  });

  it('who is wired to it directly has that wire alone, and who is gone is struck no more', () => {
    const acts = partitionBetween(connect(two, 'users-1', 'lb-1'), usUsers, east, 'both');
    expect(acts.map((act) => ('from' in act ? act.from : undefined))).toEqual([undefined]);
    const planned = addScenarioEvent(two, { at: 5, act: 'strike-link', link: toEast, fault: 'partition', from: 'users-1' });
    expect(planned.scenario).toHaveLength(1);
    expect(removeParts(planned, { nodes: ['users-1'] }).scenario).toEqual([]);
  });

  it('one way: calls out do not arrive, or their answers do not come back', () => {
    expect(partitionBetween(two, usUsers, east, 'out')).toMatchObject([{ fault: 'requests-lost', from: 'users-1' }]);
    expect(partitionBetween(two, usUsers, east, 'in')).toMatchObject([{ fault: 'answers-lost', from: 'users-1' }]);
    expect(partitionBetween(two, east, usUsers, 'in')).toMatchObject([{ fault: 'requests-lost', from: 'users-1' }]);
  });

  it('plays: those people fail, others and the checks go on', () => {
    const acts = partitionBetween(two, usUsers, east, 'both').map((act) => ({ at: 5, ...act }));
    const { plan } = compile({ ...two, seconds: 60, scenario: acts });
    const run = runHeadless(plan!, behaviors);
    const readings = readingsOf(plan!, run.layout, run.frames, run.notes);
    expect(readings.of('users-1', 'completed', { from: 20 })).toBe(0);
    expect(readings.of('users-1', 'failed', { from: 20 })).toBeGreaterThan(1000);
    expect(readings.of('users-2', 'failed')).toBe(0);
    expect(run.notes.some(({ code }) => code === 'marked-down')).toBe(false);
  });

  it('cut off from its checks alone, a region that is well leaves the answers', () => {
    const { plan } = compile({
      ...two,
      seconds: 60,
      scenario: [{ at: 1, act: 'strike-link', link: toEast, fault: 'partition', from: 'dns-1' }],
    });
    const run = runHeadless(plan!, behaviors);
    const readings = readingsOf(plan!, run.layout, run.frames, run.notes);
    expect(run.notes.some(({ code }) => code === 'marked-down')).toBe(true);
    expect(readings.of('users-1', 'failed')).toBe(0);
    expect(readings.of('users-1', 'sentTo4', { from: 50 })).toBeGreaterThan(0);
  });

  it('ends with all that has befallen the way', () => {
    const ended = joinBetween(two, usUsers, east).map((act) => ('fault' in act ? act.fault : ''));
    expect(ended).toEqual(['partition', 'requests-lost', 'answers-lost', 'loss', 'latency']);
  });
});
