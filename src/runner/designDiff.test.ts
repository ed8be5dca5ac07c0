import { describe, expect, it } from 'vitest';
import { addNode, connect, moveParts, removeParts, setLabel, setLinkParam, setParam, setWorkloadParam } from '../design/edits.ts';
import { diffOf } from './designDiff.ts';
import { idOf, shop, twoPlaces } from './designsForTests.ts';

const a = shop();
const [web, db] = [idOf(a, 'web-server'), idOf(a, 'database')];

describe('what differs between two designs', () => {
  it('is nothing where only places and labels do', () => {
    const moved = setLabel(moveParts(a, [{ id: web, x: 999, y: 9 }]), web, 'Front');
    const diff = diffOf(a, moved);
    expect([diff.changes, diff.added, diff.removed]).toEqual([[], { nodes: [], links: [] }, { nodes: [], links: [] }]);
    expect(diff.marked.map((ids) => ids.size)).toEqual([0, 0]);
    expect(diff.isOther).toBe(false);
  });

  it('is every setting, of parts, wires and traffic, marked where it stands in both', () => {
    const wire = a.links[0].id;
    const b = setWorkloadParam(setLinkParam(setParam(a, web, 'instances', 4), wire, 'retries', 3), 'traffic', 2);
    const diff = diffOf(a, b);
    expect(diff.changes).toEqual([
      { act: 'set', node: web, field: 'instances', value: 4 },
      { act: 'set-link', link: wire, field: 'retries', value: 3 },
      { act: 'set-workload', field: 'traffic', value: 2 },
    ]);
    expect(diff.marked.map((ids) => [...ids].sort())).toEqual([[web, wire].sort(), [web, wire].sort()]);
  });

  it('is what one has and the other has not, marked on the side that has it', () => {
    const more = addNode(a, 'cache', { x: 0, y: 300 });
    const cache = more.nodes.at(-1)!.id;
    const b = removeParts(connect(more, web, cache), { nodes: [db] });
    const diff = diffOf(a, b);
    expect(diff.added.nodes.map(({ id }) => id)).toEqual([cache]);
    expect(diff.removed.nodes.map(({ id }) => id)).toEqual([db]);
    expect(diff.removed.links).toHaveLength(1);
    expect(diff.marked[0].has(db)).toBe(true);
    expect(diff.marked[1].has(cache)).toBe(true);
    expect(diff.marked[1].has(db)).toBe(false);
  });

  it('of two strangers is that they are two', () => {
    expect(diffOf(a, twoPlaces()).isOther).toBe(true);
  });
});
