import type { Design } from '../design/design.ts';
import { setParam, setWorkloadParam } from '../design/edits.ts';
import type { Knob } from '../design/embedLink.ts';
import { designStore } from '../store/designStore.ts';

export function valueOfKnob(design: Design, { part, field }: Knob): number {
  const params = part === null ? design.workload.params : design.nodes.find(({ id }) => id === part)?.params;
  return Number(params?.[field] ?? Number.NaN);
}

/** As an edit while it runs: an act at that simulated moment. */
export function turnKnob({ part, field }: Knob, value: number): void {
  designStore
    .getState()
    .edit('setParam', (design) => (part === null ? setWorkloadParam(design, field, value) : setParam(design, part, field, value)));
}
