/** From one side of a comparison to what its picture draws: glances into a pulse, the newest frame into readings. As the canvas does it. */

import type { LiveState } from '../../canvas/liveFeed.ts';
import { CELL, createPulse, hear, nodeHealth, type Pulse, takeGlance } from '../../canvas/pulse.ts';
import { columnBySlot, columnsByNode, countJourney, emptyTally, fade, linkRates, type Reading, readNode } from '../../canvas/readings.ts';
import type { Design, Id } from '../../design/design.ts';
import { controlLinks, sourcesOf } from '../../design/wires.ts';
import type { FrameLayout } from '../../engine/frame.ts';
import { SAMPLE } from '../../runner/protocol.ts';
import type { RunState } from '../../store/runStore.ts';

export interface SideFeed {
  pulse(): Pulse;
  live(): LiveState;
  /** Instances of a part that are there; 0 before the run has said. */
  existing(id: Id): number;
  /** Takes in what the run has shown. */
  follow(state: RunState): void;
  heard(rows: Float64Array, state: RunState): void;
}

export function createSideFeed(design: Design): SideFeed {
  let pulse = createPulse(0);
  let live: LiveState = { health: new Map(), readings: new Map(), rates: new Map() };
  let tally = emptyTally();
  let layout: FrameLayout | null = null;
  let columns: ReturnType<typeof columnsByNode> = [];
  let busy: Int32Array = new Int32Array(0);
  let arrivals: Int32Array = new Int32Array(0);
  let lastFrame = -1;
  let runId = -1;
  let existing = new Map<Id, number>();
  const outside = new Set(sourcesOf(design).map(({ id }) => id));
  const control = controlLinks(design);
  const calling = design.links.filter(({ id }) => !control.has(id));

  const readFrame = ({ frames, index, layout: next }: RunState): void => {
    const frame = frames.at(-1);
    if (!frame || !index || !next || frame.index === lastFrame) return;
    if (next !== layout) {
      layout = next;
      columns = columnsByNode(next);
      busy = columnBySlot(next, index.nodes, 'utilization');
      arrivals = columnBySlot(next, index.nodes, 'arrived');
    }
    for (let slot = 0; slot < pulse.slots; slot++) pulse.mean[slot] = slot < busy.length && busy[slot] >= 0 ? frame.values[busy[slot]] : -1;
    hear(pulse, arrivals, frames, frame.index < lastFrame ? -1 : lastFrame);
    lastFrame = frame.index;
    const readings = new Map<Id, Reading>(index.nodes.map(({ id }, i) => [id, readNode(columns[i], frame)]));
    live = { ...live, readings, rates: linkRates(calling, (node) => readings.get(node)?.ratePerSecond ?? -1, tally) };
    fade(tally);
  };

  return {
    pulse: () => pulse,
    live: () => live,
    existing: (id) => existing.get(id) ?? 0,
    follow(state) {
      const { glance, index } = state;
      if (state.runId !== runId) {
        runId = state.runId;
        pulse = createPulse(0);
        tally = emptyTally();
        live = { health: new Map(), readings: new Map(), rates: new Map() };
        lastFrame = -1;
      }
      if (!glance || !index) return;
      const last = index.nodes.at(-1);
      const slots = last ? last.firstSlot + last.slots : 0;
      if (pulse.slots !== slots) pulse = createPulse(slots);
      readFrame(state);
      takeGlance(pulse, glance.instances, glance.time, state.frames.length > 0);
      live = {
        ...live,
        health: new Map(
          index.nodes.flatMap(({ id, firstSlot, slots: count }) =>
            outside.has(id) ? [] : [[id, nodeHealth(pulse, firstSlot, count)] as const],
          ),
        ),
      };
      existing = new Map(
        index.nodes.map(({ id, firstSlot, slots: count }) => {
          let there = 0;
          for (let slot = firstSlot; slot < firstSlot + count; slot++) if (pulse.cell[slot] !== CELL.absent) there++;
          return [id, there];
        }),
      );
    },
    heard(rows, { index }) {
      for (let row = 0; row + SAMPLE.size <= rows.length; row += SAMPLE.size) {
        if (rows[row + SAMPLE.back] === 0) countJourney(tally, index?.links[rows[row + SAMPLE.link]]?.drawn ?? []);
      }
    },
  };
}
