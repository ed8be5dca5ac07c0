import { expect, it } from 'vitest';
import { addGroup, addNode, connect, emptyDesign, setGroupOf, setRegion } from '../../design/edits.ts';
import { outlineTree } from './outlineTree.ts';

const at = { x: 0, y: 0 };
const kinds = ['database', 'web-server', 'load-balancer', 'users', 'cache'] as const;
const drawn = kinds.reduce((design, kind) => addNode(design, kind, at), emptyDesign());
const [db, web, lb, users, cache] = drawn.nodes.map(({ id }) => id);
const wired = [
  [users, lb],
  [lb, web],
  [web, db],
].reduce((design, [from, to]) => connect(design, from, to), drawn);

it('reads as requests travel, whatever order the parts were drawn in', () => {
  const { regions, outside } = outlineTree(wired);
  expect(regions).toEqual([]);
  expect(outside.map(({ node }) => node.id)).toEqual([users, lb, web, db, cache]);
  const [, second] = outside;
  expect(second.receivesFrom.map(({ id }) => id)).toEqual([users]);
  expect(second.out.map(({ to }) => to)).toEqual([web]);
});

it('puts parts under their group, groups under their region, the region that is reached first before the others', () => {
  const withGroups = [1, 2, 3].reduce((design) => addGroup(design, at, {}), wired);
  const [one, two, three] = withGroups.groups.map(({ id }) => id);
  const grouped = setGroupOf(setGroupOf(withGroups, [db], one), [lb, web], two);
  const placed = setRegion(setRegion(setRegion(grouped, one, 'seoul'), two, 'ireland'), three, 'seoul');
  const { regions, outside } = outlineTree(placed);
  expect(regions.map(({ region }) => region)).toEqual(['ireland', 'seoul']);
  expect(regions[0].groups.map(({ parts }) => parts.map(({ node }) => node.id))).toEqual([[lb, web]]);
  expect(regions[1].groups.map(({ group, parts }) => [group.id, parts.map(({ node }) => node.id)])).toEqual([
    [one, [db]],
    [three, []],
  ]);
  expect(outside.map(({ node }) => node.id)).toEqual([users, cache]);
});

it('holds every part once, also in a design whose wires go round', () => {
  const round = { ...wired, links: [...wired.links, { id: 'x', from: db, to: lb, params: {} }] };
  const { outside } = outlineTree(round);
  expect(outside.map(({ node }) => node.id).sort()).toEqual(wired.nodes.map(({ id }) => id).sort());
});
