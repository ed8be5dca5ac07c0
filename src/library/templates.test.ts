import { describe, expect, it } from 'vitest';
import { parseDesign } from '../design/parse.ts';
import { problemsOf } from '../design/rules.ts';
import { leadingLinks, specOf } from '../design/wires.ts';
import { firstVisit, templateNamed, templates } from './templates.ts';

const [width, height, gap] = [168, 72, 60];

it('are found by id', () => {
  expect(templates.map(({ id }) => id)).toEqual([
    'first-visit',
    'single',
    'balanced',
    'chapter',
    'two-datacentres',
    'stampede',
    'far-users',
    'autoscaled',
    'canary',
    'stateful-tier',
    'stateless-tier',
    'photo-queue',
    'figure-1-19',
    'nightly-batch',
    'retry-storm',
    'cascade',
    'split-services',
    'api-gateway',
    'campaign',
    'netflix-2013',
    'geo-failover',
    'replicas',
    'stack-overflow-2013',
    'sharded',
    'celebrity',
  ]);
  expect(templateNamed('chapter')?.design.title).toBe('The full chapter');
  expect(templateNamed('toString')).toBeUndefined();
  expect(templateNamed('operated')?.id).toBe('figure-1-19');
  expect(firstVisit.id).toBe('first-visit');
});

describe.each(templates)('$id', ({ design, mustShow }) => {
  it('is a design like any other, without a fault', () => {
    expect(parseDesign(structuredClone(design))).toMatchObject({ ok: true, design, repairs: [] });
    expect(problemsOf(design).filter(({ code }) => !code.startsWith('state-'))).toEqual([]);
  });

  it('has room between its parts, which stand inside their groups and outside the others', () => {
    for (const [i, a] of design.nodes.entries()) {
      for (const b of design.nodes.slice(i + 1)) {
        const apart = Math.max(Math.abs(a.x - b.x) - width, Math.abs(a.y - b.y) - height);
        expect(apart, `${a.id} and ${b.id}`).toBeGreaterThanOrEqual(gap);
      }
      for (const group of design.groups) {
        const inside =
          a.x >= group.x + 16 &&
          a.y >= group.y + 32 &&
          a.x + width <= group.x + group.width - 16 &&
          a.y + height <= group.y + group.height - 16;
        const outside = a.x + width < group.x || a.x > group.x + group.width || a.y + height < group.y || a.y > group.y + group.height;
        expect(a.group === group.id ? inside : outside, `${a.id} and ${group.id}`).toBe(true);
      }
    }
  });

  it('flows from left to right', () => {
    const x = new Map(design.nodes.map((node) => [node.id, node.x]));
    // A worker hands its results back to the database before it; everything that users wait for goes forward.
    // Parts that hold the same stand beside each other.
    for (const { from, to } of leadingLinks(design)) {
      if (specOf(design.nodes.find((node) => node.id === from)!.kind).role !== 'consumer')
        expect(x.get(to), `${from} to ${to}`).toBeGreaterThan(x.get(from)!);
    }
  });

  it('promises numbers of parts it has, with values they can take', () => {
    expect(mustShow.length).toBeGreaterThan(2);
    for (const { of, given, from, to, least, most } of mustShow) {
      if (of !== 'users') expect(design.nodes.map(({ id }) => id)).toContain(of);
      for (const [id, field, value] of given ?? []) {
        const known = specOf(design.nodes.find((node) => node.id === id)!.kind).fields[field];
        if (typeof value === 'boolean') expect(known.type).toBe('flag');
        else if (typeof value === 'string') expect(known.type === 'choice' && known.options.includes(value)).toBe(true);
        else expect(known.type === 'number' && value >= known.min && value <= known.max).toBe(true);
      }
      expect([from < to, to <= design.seconds, least < most]).toEqual([true, true, true]);
    }
  });
});
