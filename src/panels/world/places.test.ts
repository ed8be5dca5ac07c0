import { expect, it } from 'vitest';
import { regionIds } from '../../design/design.ts';
import { mapSize } from './land.ts';
import { bow, machinesAt, peopleAt, viewOf } from './places.ts';

it('shows the part of the world in which the regions lie, with people and bows inside it', () => {
  for (const a of regionIds) {
    for (const b of regionIds) {
      const view = viewOf([a, b]);
      expect(view.x).toBeGreaterThanOrEqual(0);
      expect(view.y).toBeGreaterThanOrEqual(0);
      expect(view.x + view.width).toBeLessThanOrEqual(mapSize.width + 1e-9);
      expect(view.y + view.height).toBeLessThanOrEqual(mapSize.height + 1e-9);
      for (const [x, y] of [machinesAt(a), machinesAt(b), peopleAt(a, view), peopleAt(b, view), bow(a, b, view).label]) {
        expect(x).toBeGreaterThan(view.x);
        expect(x).toBeLessThan(view.x + view.width);
        expect(y).toBeGreaterThan(view.y);
        expect(y).toBeLessThan(view.y + view.height);
      }
    }
  }
});

it('is as close as two coasts of one continent, and shows the world when it has to', () => {
  expect(viewOf(['us-east', 'us-west']).width).toBe(110);
  expect(viewOf(regionIds).width).toBeGreaterThan(250);
});
