import { describe, expect, it } from 'vitest';
import { addGroup, emptyDesign } from '../design/edits.ts';
import { twoDatacentres } from '../library/twoDatacentres.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import { levelAt, worldOf } from './levels.ts';
import type { NodeHealth } from './pulse.ts';
import { columnsByNode, emptyTally, linkRates, type Reading, readNode } from './readings.ts';

describe('the level', () => {
  it('changes at a threshold and does not change back before another', () => {
    expect(levelAt(0.31, 'parts', true)).toBe('parts');
    expect(levelAt(0.29, 'parts', true)).toBe('world');
    expect(levelAt(0.31, 'world', true)).toBe('world');
    expect(levelAt(0.35, 'world', true)).toBe('parts');
    expect(levelAt(1.45, 'parts', true)).toBe('parts');
    expect(levelAt(1.5, 'parts', true)).toBe('inside');
    expect(levelAt(1.45, 'inside', true)).toBe('inside');
    expect(levelAt(1.39, 'inside', true)).toBe('parts');
  });

  it('is never the world where there are no regions', () => {
    expect(levelAt(0.15, 'parts', false)).toBe('parts');
  });
});

describe('the world', () => {
  const { design } = twoDatacentres;
  const { plan } = compile(design);
  if (!plan) throw new Error('does not run');
  const { frames, layout } = runHeadless(plan, behaviors, { seconds: 10 });
  const columns = columnsByNode(layout);
  const frame = frames[frames.length - 1];
  const readings = new Map<string, Reading>(design.nodes.map(({ id }, i) => [id, readNode(columns[i], frame)]));
  const rates = linkRates(design.links, (node) => readings.get(node)?.ratePerSecond ?? -1, emptyTally());
  const up: NodeHealth = { word: 'ok', lost: 0, total: 2, isSlow: false };
  const health = new Map(design.nodes.map(({ id }) => [id, up]));
  const world = worldOf(design, { health, readings, rates });

  it('shows every part in exactly one place', () => {
    expect(world.places.reduce((sum, { parts }) => sum + parts, 0)).toBe(design.nodes.length);
    expect(world.places.filter(({ group }) => group !== null)).toHaveLength(design.groups.length);
  });

  it('adds up the calls of the very frame that the parts show', () => {
    const home = new Map(design.nodes.map(({ id, group }) => [id, group ?? id]));
    for (const road of world.roads) {
      const bare = (id: string) => id.replace('group:', '');
      const wires = design.links.filter(({ from, to }) => home.get(from) === bare(road.from) && home.get(to) === bare(road.to));
      expect(road.wires).toBe(wires.length);
      expect(road.ratePerSecond).toBeCloseTo(
        wires.reduce((sum, { id }) => sum + (rates.get(id)?.ratePerSecond ?? 0), 0),
        9,
      );
    }
    expect(world.roads.some(({ ratePerSecond }) => ratePerSecond > 0)).toBe(true);
    for (const place of world.places.filter(({ group }) => group !== null)) {
      const into = world.roads.filter(({ to }) => to === place.id).reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
      const own = design.nodes
        .filter(({ kind, group }) => kind === 'users' && group === place.group)
        .reduce((sum, { id }) => sum + (readings.get(id)?.ratePerSecond ?? 0), 0);
      expect(place.ratePerSecond).toBeCloseTo(into + own, 9);
    }
  });

  it('is as well as its worst part, and counts what is lost', () => {
    const [node] = design.nodes.filter(({ group }) => group === design.groups[0].id);
    const hurt = new Map([...health, [node.id, { word: 'down', lost: 2, total: 2, isSlow: false } satisfies NodeHealth]]);
    const place = worldOf(design, { health: hurt, readings, rates }).places.find(({ group }) => group === design.groups[0].id);
    expect(place).toMatchObject({ worst: 'down', lost: 2 });
  });

  it('says nothing of rates before anything was measured', () => {
    const still = worldOf(design, { health: new Map(), readings: new Map(), rates: new Map() });
    expect(still.places.every(({ ratePerSecond, worst }) => ratePerSecond === -1 && worst === 'rest')).toBe(true);
  });

  it('shows a region within a region as part of it', () => {
    const nested = addGroup(
      addGroup(emptyDesign(), { x: 0, y: 0 }, { width: 900, height: 600 }),
      { x: 40, y: 60 },
      { width: 200, height: 200 },
    );
    expect(worldOf(nested, { health: new Map(), readings: new Map(), rates: new Map() }).places.map(({ group }) => group)).toEqual([
      'dc-1',
    ]);
  });
});
