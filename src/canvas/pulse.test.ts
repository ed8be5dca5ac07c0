import { describe, expect, it } from 'vitest';
import { HEALTH } from '../engine/plan.ts';
import { GLANCE } from '../runner/protocol.ts';
import { CELL, createPulse, hear, meanLoad, nodeHealth, type Pulse, takeGlance } from './pulse.ts';

interface Instance {
  utilization?: number;
  queue?: number;
  inside?: number;
  health?: number;
  slow?: number;
}

function glance(instances: readonly (Instance | null)[]): Float32Array {
  const out = new Float32Array(instances.length * GLANCE.size);
  instances.forEach((instance, i) => {
    if (!instance) return;
    const at = i * GLANCE.size;
    out[at + GLANCE.exists] = 1;
    out[at + GLANCE.health] = instance.health ?? HEALTH.up;
    out[at + GLANCE.slowFactor] = instance.slow ?? 1;
    out[at + GLANCE.utilization] = instance.utilization ?? 0;
    out[at + GLANCE.queue] = instance.queue ?? 0;
    out[at + GLANCE.inside] = instance.inside ?? 1;
  });
  return out;
}

function seen(pulse: Pulse, instances: readonly (Instance | null)[], time: number, times = 1): void {
  for (let i = 0; i < times; i++) takeGlance(pulse, glance(instances), time + i / 10, false);
}

describe('the pulse of instances', () => {
  it('sorts by busy share, queue and health', () => {
    const pulse = createPulse(7);
    const all = [
      { inside: 0 },
      { utilization: 0.4 },
      { utilization: 0.9 },
      { utilization: 1, queue: 12 },
      { health: HEALTH.hung, utilization: 1 },
      { health: HEALTH.crashed },
      null,
    ];
    seen(pulse, all, 1);
    expect([...pulse.cell]).toEqual([CELL.idle, CELL.ok, CELL.busy, CELL.saturated, CELL.hung, CELL.down, CELL.absent]);
  });

  it('calls a part idle only when no call came for a while', () => {
    const pulse = createPulse(2);
    const calm = [{ inside: 0 }, { inside: 0 }];
    const frame = (index: number, arrived: number) => ({
      index,
      start: index,
      end: index + 1,
      values: Float64Array.from([arrived]),
      latency: new Uint32Array(0),
    });
    const columns = Int32Array.from([0, -1]);
    seen(pulse, calm, 0.5);
    expect([...pulse.cell]).toEqual([CELL.idle, CELL.idle]);
    hear(pulse, columns, [frame(0, 6)], -1);
    seen(pulse, calm, 1);
    expect([...pulse.cell]).toEqual([CELL.ok, CELL.idle]);
    hear(pulse, columns, [frame(0, 6), frame(1, 0), frame(2, 0), frame(3, 0)], 0);
    seen(pulse, calm, 3.9);
    expect(pulse.cell[0]).toBe(CELL.ok);
    seen(pulse, calm, 4.2);
    expect(pulse.cell[0]).toBe(CELL.idle);
    seen(pulse, [{ inside: 1 }, { inside: 0 }], 5);
    seen(pulse, calm, 6);
    expect([...pulse.cell]).toEqual([CELL.ok, CELL.idle]);
    // A restart remembers nothing.
    seen(pulse, calm, 0);
    expect(pulse.cell[0]).toBe(CELL.idle);
  });

  it('does not flicker on one odd glance', () => {
    const pulse = createPulse(1);
    seen(pulse, [{ utilization: 0.5 }], 0, 10);
    seen(pulse, [{ utilization: 1 }], 1);
    expect(pulse.cell[0]).toBe(CELL.ok);
    seen(pulse, [{ utilization: 1 }], 1.1, 20);
    expect(pulse.cell[0]).toBe(CELL.busy);
    seen(pulse, [{ utilization: 0.78 }], 4, 20);
    expect(pulse.cell[0]).toBe(CELL.busy);
    seen(pulse, [{ utilization: 0.6 }], 8, 20);
    expect(pulse.cell[0]).toBe(CELL.ok);
  });

  it('takes the newest frame’s mean over the moment while frames come', () => {
    const pulse = createPulse(1);
    pulse.mean[0] = 0.62;
    takeGlance(pulse, glance([{ utilization: 1 }]), 1, true);
    expect(pulse.load[0]).toBeCloseTo(0.62);
    takeGlance(pulse, glance([{ health: HEALTH.crashed, utilization: 1 }]), 2, true);
    expect(pulse.load[0]).toBe(0);
  });

  it('remembers since when an instance is down, and forgets it on recovery and on a restart', () => {
    const pulse = createPulse(1);
    seen(pulse, [{}], 3);
    seen(pulse, [{ health: HEALTH.crashed }], 4);
    seen(pulse, [{ health: HEALTH.crashed }], 9);
    expect(pulse.downSince[0]).toBe(4);
    seen(pulse, [{ health: HEALTH.crashed }], 1);
    expect(pulse.downSince[0]).toBe(1);
    seen(pulse, [{}], 2);
    expect(pulse.downSince[0]).toBe(-1);
  });

  it('of a run that stands is the same whatever led to it', () => {
    const there = [{ utilization: 0.75, queue: 3 }, { utilization: 0.2 }];
    const [straight, wandering] = [createPulse(2), createPulse(2)];
    seen(wandering, [{ utilization: 1, queue: 40 }, { utilization: 0.9 }], 1, 12);
    seen(wandering, there, 5);
    // one computer has just had the second's means, another had them long ago
    for (const [pulse, hasFreshMeans] of [
      [straight, true],
      [wandering, false],
    ] as const) {
      pulse.mean.set([0.5, 0.2]);
      takeGlance(pulse, glance(there), 6, hasFreshMeans, true);
    }
    expect(wandering).toEqual(straight);
    expect(straight.load[0]).toBe(0.5);
    expect([...straight.queue]).toEqual([3, 0]);
  });

  it('never lets a number that is none through', () => {
    const pulse = createPulse(2);
    seen(pulse, [{ utilization: Number.NaN, queue: Number.NaN }, { utilization: Number.POSITIVE_INFINITY }], 1);
    expect([...pulse.load].every(Number.isFinite)).toBe(true);
    expect([...pulse.queue].every(Number.isFinite)).toBe(true);
  });

  it('averages over the instances there are, not over the room kept for more', () => {
    const pulse = createPulse(4);
    seen(pulse, [{ utilization: 1 }, { utilization: 0.5 }, null, null], 1);
    expect(meanLoad(pulse, 0, 4)).toBeCloseTo(0.75);
    expect(meanLoad(pulse, 2, 2)).toBe(-1);
  });

  it('calls a node down only when all of it is', () => {
    const pulse = createPulse(4);
    seen(pulse, [{ health: HEALTH.crashed }, { utilization: 0.9 }, { slow: 3 }, null], 1);
    expect(nodeHealth(pulse, 0, 4)).toEqual({ word: 'busy', lost: 1, total: 3, isSlow: true });
    expect(nodeHealth(pulse, 0, 1)).toEqual({ word: 'down', lost: 1, total: 1, isSlow: false });
    expect(nodeHealth(pulse, 3, 1).word).toBe('rest');
  });
});
