import { describe, expect, it } from 'vitest';
import { addNode, emptyDesign } from '../design/edits.ts';
import { cardHeight, cardWidth, cellAt, cellGrid, cellX, cellY, grid, heightFor, shownInstances } from './cardGeometry.ts';
import { freeSpot } from './freeSpot.ts';

const counts = [1, 2, 4, 5, 8, 9, 16, 31, 32, 33, 96, 97, 500];

describe('a card', () => {
  it('is 168 by 72 and grows in whole grid steps', () => {
    expect([cardWidth, heightFor(1), heightFor(8)]).toEqual([168, cardHeight, cardHeight]);
    for (const count of counts) expect(heightFor(count) % grid).toBe(0);
    expect(heightFor(9)).toBeGreaterThan(cardHeight);
    expect(heightFor(500)).toBeLessThanOrEqual(160);
  });

  it('keeps every cell inside its border', () => {
    for (const count of counts) {
      const cells = cellGrid(count);
      for (let cell = 0; cell < cells.cells; cell++) {
        expect(cellX(cells, cell)).toBeGreaterThanOrEqual(8);
        expect(cellX(cells, cell) + cells.width).toBeLessThanOrEqual(cardWidth - 8);
        expect(cellY(cells, cell) + cells.height).toBeLessThanOrEqual(heightFor(count) - 4);
      }
    }
  });

  it('stands for every instance, several to a cell only in a crowd', () => {
    for (const count of counts) {
      const { cells, each } = cellGrid(count);
      expect(cells * each).toBeGreaterThanOrEqual(count);
      expect((cells - 1) * each).toBeLessThan(count);
      expect(each).toBe(count <= 96 ? 1 : Math.ceil(count / 96));
    }
  });

  it('finds the cell under the pointer', () => {
    for (const count of counts) {
      const cells = cellGrid(count);
      for (let cell = 0; cell < cells.cells; cell++) expect(cellAt(cells, cellX(cells, cell) + 1, cellY(cells, cell) + 1)).toBe(cell);
      expect(cellAt(cells, 4, 50)).toBe(-1);
      expect(cellAt(cells, 20, 10)).toBe(-1);
    }
  });

  it('shows a database’s primary beside its replicas, and no cell for users', () => {
    const design = addNode(addNode(emptyDesign(), 'database', { x: 0, y: 0 }, { params: { replicas: 2 } }), 'users', { x: 0, y: 0 });
    expect(design.nodes.map(shownInstances)).toEqual([3, 0]);
  });
});

describe('a free spot', () => {
  const box = { x: 0, y: 0, width: 168, height: 72 };

  it('is the wanted one when nothing stands there', () => {
    expect(freeSpot([{ ...box, x: 400 }], box)).toEqual({ x: 0, y: 0 });
  });

  it('is beside what stands there, on the grid', () => {
    const taken = [box, { ...box, x: 96 }, { ...box, y: -80 }];
    const spot = freeSpot(taken, { ...box, x: 3, y: 5 });
    expect([spot.x % grid, spot.y % grid].map(Math.abs)).toEqual([0, 0]);
    for (const other of taken) {
      const apart = Math.abs(spot.x - other.x) >= box.width || Math.abs(spot.y - other.y) >= box.height;
      expect(apart).toBe(true);
    }
  });
});
