import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addNode, emptyDesign, moveParts, removeParts, setLabel, setParam, setTitle, setWorkloadParam } from '../design/edits.ts';
import { designStore } from './designStore.ts';
import { emptyHistory, record } from './history.ts';

type Act = { name: 'edit'; which: number; n: number } | { name: 'open' } | { name: 'close' } | { name: 'undo' } | { name: 'redo' };

const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ name: fc.constant('edit' as const), which: fc.nat(5), n: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.constantFrom<Act>({ name: 'open' }, { name: 'close' }, { name: 'undo' }, { name: 'redo' }) },
  ),
  { maxLength: 60 },
);

function perform(act: Act): void {
  const { edit, beginGesture, endGesture, undo, redo } = designStore.getState();
  if (act.name === 'open') beginGesture('move');
  else if (act.name === 'close') endGesture();
  else if (act.name === 'undo') undo();
  else if (act.name === 'redo') redo();
  else
    edit('move', (design) => {
      const node = design.nodes[act.n % Math.max(1, design.nodes.length)];
      if (!node || act.which === 0) return addNode(design, 'web-server', { x: act.n, y: 0 });
      if (act.which === 1) return moveParts(design, [{ id: node.id, x: act.n, y: act.n }]);
      if (act.which === 2) return setLabel(design, node.id, `part ${act.n}`);
      if (act.which === 3) return removeParts(design, { nodes: [node.id] });
      if (act.which === 4) return setParam(design, node.id, 'vcpu', 1 + act.n);
      return setWorkloadParam(design, 'traffic', act.n);
    });
}

const begin = () => designStore.getState().open(emptyDesign(), null, 'mine');
const now = () => designStore.getState().design;

function undoAll(): number {
  let steps = 0;
  for (let before = null as unknown; before !== now(); steps++) {
    before = now();
    designStore.getState().undo();
  }
  return steps - 1;
}

afterEach(begin);

describe('history', () => {
  it('gives back the first design after every undo, and the last one after every redo', () => {
    fc.assert(
      fc.property(acts, (list) => {
        begin();
        const first = now();
        for (const act of list) perform(act);
        designStore.getState().endGesture();
        const last = now();
        const steps = undoAll();
        expect(now()).toEqual(first);
        const ahead = designStore.getState().history.future.length;
        for (let i = 0; i < steps; i++) designStore.getState().redo();
        if (!list.some(({ name }) => name === 'undo')) expect(now()).toBe(last);
        expect(ahead).toBeGreaterThanOrEqual(steps);
      }),
      { numRuns: 300 },
    );
  });

  it('makes a gesture one step, however many edits it holds, and none if it changed nothing', () => {
    begin();
    perform({ name: 'edit', which: 0, n: 1 });
    const before = now();
    const { beginGesture, endGesture, undo } = designStore.getState();
    beginGesture('move');
    for (let n = 0; n < 20; n++) perform({ name: 'edit', which: 1, n: n + 100 });
    endGesture();
    beginGesture('move');
    endGesture();
    expect(designStore.getState().history.past).toHaveLength(2);
    undo();
    expect(now()).toBe(before);
  });

  it('ends an open gesture on undo, and takes all of it back', () => {
    begin();
    perform({ name: 'edit', which: 0, n: 1 });
    const before = now();
    designStore.getState().beginGesture('move');
    perform({ name: 'edit', which: 1, n: 50 });
    designStore.getState().undo();
    expect(now()).toBe(before);
    expect(designStore.getState().history.gesture).toBeNull();
  });

  it('counts no edit that changes nothing, and forgets the future after one that does', () => {
    begin();
    perform({ name: 'edit', which: 0, n: 1 });
    designStore.getState().undo();
    designStore.getState().edit('rename', (design) => design);
    expect(designStore.getState().history.future).toHaveLength(1);
    designStore.getState().edit('rename', (design) => setTitle(design, 'new'));
    expect(designStore.getState().history.future).toHaveLength(0);
  });

  it('remembers three hundred steps', () => {
    let history = emptyHistory;
    for (let i = 0; i < 400; i++) history = record(history, `step ${i}`, emptyDesign());
    expect(history.past).toHaveLength(300);
    expect(history.past[0].label).toBe('step 100');
  });
});
