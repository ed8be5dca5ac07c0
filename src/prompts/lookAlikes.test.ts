import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addNode, moveParts, setLabel, setLinkParam, setParam } from '../design/edits.ts';
import { templateNamed } from '../library/templates.ts';
import { alikesOf, printOf, similarity } from './lookAlikes.ts';
import { paired } from './taskForTests.ts';

const chapter = templateNamed('chapter')!.design;

/** The same drawing under other names, in another order. */
function renamed(design: Design): Design {
  const name = (id: string) => `x-${id}`;
  return {
    ...design,
    nodes: [...design.nodes].reverse().map((node) => ({ ...node, id: name(node.id), group: node.group && name(node.group) })),
    links: [...design.links].reverse().map((link) => ({ ...link, id: name(link.id), from: name(link.from), to: name(link.to) })),
    groups: design.groups.map((group) => ({ ...group, id: name(group.id), label: 'Mine' })),
  };
}

describe('a print', () => {
  it('is the same whatever the parts are called and wherever they stand', () => {
    const moved = setLabel(moveParts(chapter, [{ id: 'db-1', x: 0, y: 900 }]), 'web-1', 'My servers');
    expect(printOf(moved)).toEqual(printOf(chapter));
    expect(printOf(renamed(chapter))).toEqual(printOf(chapter));
  });

  it('is another one for another setting, another wire or its setting, another place', () => {
    const base = printOf(chapter).whole;
    expect(printOf(setParam(chapter, 'web-1', 'instances', 7)).whole).not.toBe(base);
    expect(printOf({ ...chapter, links: chapter.links.slice(1) }).whole).not.toBe(base);
    expect(printOf(setLinkParam(chapter, 'l5', 'timeoutMs', 2900)).whole).not.toBe(base);
    expect(printOf({ ...chapter, groups: chapter.groups.map((group) => ({ ...group, region: 'seoul' as const })) }).whole).not.toBe(base);
  });

  it('does not see what everybody was given', () => {
    expect(printOf(setParam(paired, 'users-1', 'ratePerSecond', 5))).toEqual(printOf(paired));
  });

  it('tells apart who is wired to whom, not only how many wires there are', () => {
    const node = (id: string, kind: 'service' | 'database', instances: number) => ({ ...paired.nodes[0], id, kind, params: { instances } });
    const wire = (from: string, to: string) => ({ ...paired.links[0], id: `${from}${to}`, from, to });
    const nodes = [node('a', 'service', 1), node('b', 'service', 2), node('c', 'database', 3), node('d', 'database', 4)];
    const straight = { ...paired, nodes, links: [wire('a', 'c'), wire('b', 'd')] };
    const crossed = { ...paired, nodes, links: [wire('a', 'd'), wire('b', 'c')] };
    expect(printOf(straight).features).toEqual(printOf(crossed).features);
    expect(printOf(straight).whole).not.toBe(printOf(crossed).whole);
  });
});

it('similarity counts what is there twice twice', () => {
  expect(similarity([1, 1, 2], [1, 2, 3])).toBe(0.5);
  expect(similarity([], [])).toBe(1);
  expect(similarity([1, 2], [3])).toBe(0);
  expect(similarity([1, 1, 1], [1, 1, 1])).toBe(1);
});

it('names the same and the nearly same, and leaves others alone', () => {
  const near = setParam(chapter, 'web-1', 'instances', 7);
  const far = templateNamed('geo-failover')!.design;
  const prints = [chapter, far, near, renamed(chapter)].map((design) => printOf(design));
  expect(alikesOf(prints)).toEqual([
    { same: [3], close: [2] },
    { same: [], close: [] },
    { same: [], close: [0, 3] },
    { same: [0], close: [2] },
  ]);
});

it('small designs are never close, only the same', () => {
  const other = setParam(paired, 'web-1', 'vcpu', 4);
  expect(alikesOf([printOf(paired), printOf(other), printOf(paired)]).map(({ same, close }) => [same, close])).toEqual([
    [[2], []],
    [[], []],
    [[0], []],
  ]);
});

it('what everybody was given is no feature of anybody', () => {
  const added = addNode(paired, 'cache', { x: 0, y: 0 });
  expect(printOf(paired, paired).features).toEqual([]);
  expect(printOf(added, paired).features).toHaveLength(1);
  expect(printOf(added, paired).whole).toBe(printOf(added).whole);
  // of two that were given, one that is twice there is one more
  expect(printOf(setParam(added, 'web-1', 'instances', 9), added).features).toHaveLength(1);
});
