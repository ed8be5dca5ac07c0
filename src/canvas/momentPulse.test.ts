import { describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../design/design.ts';
import type { Frame, Note } from '../engine/frame.ts';
import { HEALTH } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { GLANCE } from '../runner/protocol.ts';
import { momentColumns, momentPulse } from './momentPulse.ts';
import { CELL } from './pulse.ts';

const none: ReadonlySet<number> = new Set();

/** Plays a design second by second, and asks of each how the instances were: by a glance at it then, and by what frames and notes tell later. */
function seconds(design: Design, count: number) {
  const { plan, index } = compile(design);
  if (!plan || !index) throw new Error('cannot run');
  const run = createRun(plan, behaviorList);
  const frames: Frame[] = [];
  const notes: Note[] = [];
  const glances: Float32Array[] = [];
  for (let second = 1; second <= count; second++) {
    run.advance(second, Number.POSITIVE_INFINITY);
    frames.push(...run.takeFrames());
    notes.push(...run.takeNotes());
    const rows = new Float32Array(run.slots * GLANCE.size);
    run.glance(rows);
    glances.push(rows);
  }
  const columns = momentColumns(run.layout, index.nodes);
  return frames.map((frame, i) => ({ frame, rows: glances[i], pulse: momentPulse(frame, columns, notes, frame.end, none) }));
}

const of = (id: string, scenario: readonly ScenarioEvent[] = []): Design => {
  const design = templateNamed(id)?.design as Design;
  return { ...design, scenario: [...design.scenario, ...scenario].sort((a, b) => a.at - b.at) };
};
const idOf = (design: Design, kind: string): string => design.nodes.find((node) => node.kind === kind)?.id ?? '';
const chapter = of('chapter');
const broken = of('chapter', [
  { at: 3.5, act: 'crash', node: idOf(chapter, 'web-server'), instance: 1 },
  { at: 5.5, act: 'hang', node: idOf(chapter, 'cache'), instance: null },
  { at: 6.5, act: 'slow', node: idOf(chapter, 'web-server'), instance: 2, factor: 4 },
  { at: 8.5, act: 'recover', node: idOf(chapter, 'web-server'), instance: 1 },
  { at: 9.5, act: 'crash', node: idOf(chapter, 'database'), instance: 0 },
  { at: 14.5, act: 'recover', node: idOf(chapter, 'cache'), instance: null },
]);

describe('momentPulse', () => {
  it.each([
    ['the full design in trouble', broken, 30],
    ['an autoscaled tier', of('autoscaled'), 90],
    ['a release in steps', of('canary'), 60],
    ['a lost data centre', of('geo-failover'), 60],
  ])('tells of %s who was dead, silent, slow, not there and primary as a glance at that moment did', (_, design, count) => {
    for (const { frame, rows, pulse } of seconds(design, count)) {
      for (let slot = 0; slot < pulse.slots; slot++) {
        const row = slot * GLANCE.size;
        const health = rows[row + GLANCE.health];
        const where = `slot ${slot} at ${frame.end}`;
        const told = pulse.cell[slot] === CELL.down ? HEALTH.crashed : pulse.cell[slot] === CELL.hung ? HEALTH.hung : HEALTH.up;
        if (rows[row + GLANCE.exists] === 1) {
          expect(told, where).toBe(health);
          expect(pulse.slowFactor[slot], where).toBeCloseTo(rows[row + GLANCE.slowFactor]);
          expect(pulse.isPrimary[slot], where).toBe(rows[row + GLANCE.isPrimary] ? 1 : 0);
        } else if (rows[row + GLANCE.phase] === 0 && rows[row + GLANCE.utilization] === 0) {
          expect(pulse.cell[slot], where).toBe(CELL.absent);
        }
      }
    }
  });

  it('shows the mean load of the second, and since when somebody was down', () => {
    const all = seconds(broken, 12);
    const web = compile(broken).index?.nodes.find(({ id }) => id === idOf(broken, 'web-server'));
    const slot = (web?.firstSlot ?? 0) + 1;
    expect(all[5].pulse.cell[slot]).toBe(CELL.down);
    expect(all[5].pulse.downSince[slot]).toBe(3.5);
    expect(all[9].pulse.downSince[slot]).toBe(-1);
    expect(all[2].pulse.load[slot]).toBeGreaterThan(0.2);
    expect(all[5].pulse.load[slot]).toBe(0);
  });

  it('lets concealed faults look well', () => {
    const { plan, index } = compile(broken);
    if (!plan || !index) throw new Error('cannot run');
    const run = createRun(plan, behaviorList);
    run.advance(5, Number.POSITIVE_INFINITY);
    const [frame] = run.takeFrames().slice(-1);
    const slot = (index.nodes.find(({ id }) => id === idOf(broken, 'web-server'))?.firstSlot ?? 0) + 1;
    const columns = momentColumns(run.layout, index.nodes);
    const notes = run.takeNotes();
    expect(momentPulse(frame, columns, notes, 5, none).cell[slot]).toBe(CELL.down);
    expect(momentPulse(frame, columns, notes, 5, new Set([slot])).cell[slot]).toBeLessThan(CELL.hung);
  });
});
