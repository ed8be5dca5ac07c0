import { beforeEach, expect, it } from 'vitest';
import { boxOf } from '../../canvas/cardGeometry.ts';
import { addGroup, emptyDesign, setGroupOf } from '../../design/edits.ts';
import { loadText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { addPart, moveToGroup } from './outlineEdits.ts';

const now = () => designStore.getState().design;

beforeEach(async () => {
  await loadText('en');
  designStore.getState().open(emptyDesign(), null, 'mine');
});

it('adds a part beside its caller, wired, in its region, as one step', () => {
  const users = addPart('users', null)!;
  designStore.getState().edit('addGroup', (design) => setGroupOf(addGroup(design, { x: 0, y: 0 }), [users.id], 'dc-1'));
  const web = addPart('web-server', users.id)!;
  expect(now().links.map(({ from, to }) => [from, to])).toEqual([[users.id, web.id]]);
  expect(now().nodes.at(-1)).toMatchObject({ id: web.id, group: 'dc-1' });
  expect(web.x).toBeGreaterThan(users.x + boxOf(users).width);
  expect(sessionStore.getState().selection.nodes).toEqual([web.id]);
  designStore.getState().undo();
  expect(now().nodes.map(({ id }) => id)).toEqual([users.id]);
});

it('never puts a card on another', () => {
  const users = addPart('users', null)!;
  for (let i = 0; i < 12; i++) addPart('web-server', users.id);
  addPart('cache', null);
  const boxes = now().nodes.map(boxOf);
  for (const a of boxes) {
    const covered = boxes.filter(
      (b) => a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    );
    expect(covered).toEqual([]);
  }
});

it('moves a part into a region, where it then stands, and out of it', () => {
  const cache = addPart('cache', null)!;
  designStore.getState().edit('addGroup', (design) => addGroup(design, { x: 1000, y: 800 }, { width: 480, height: 320 }));
  moveToGroup(cache.id, 'dc-1');
  const [inside] = now().nodes;
  expect(inside.group).toBe('dc-1');
  expect(inside.x).toBeGreaterThanOrEqual(1000);
  expect(inside.x + boxOf(inside).width).toBeLessThanOrEqual(1480);
  moveToGroup(cache.id, null);
  const [outside] = now().nodes;
  expect(outside.group).toBe(null);
  expect(outside.x).toBeGreaterThan(1480);
});
