/**
 * A long sitting at random: edits of every kind, gestures, undo, redo, and other programs' drawings opened in between, on the real store
 * against a plain list of what the design was after each step. `FAULTLINE_DRAWS` draws other sittings (scripts/fixedDraws.ts).
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { emptyDesign, moveParts } from '../design/edits.ts';
import { arbitraryDesign } from '../design/fixtures/arbitraryDesign.ts';
import { arbitraryEdit, type Edit } from '../design/fixtures/arbitraryEdit.ts';
import { notesOf } from '../design/notes.ts';
import { parseDesign, parseFile, toFile } from '../design/parse.ts';
import { readForeign } from '../exchange/readForeign.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { drawing } from '../runner/drawingsForTests.ts';
import { framesHash } from '../runner/framesHash.ts';
import { runHeadless } from '../runner/headless.ts';
import { designStore } from './designStore.ts';

/** Draws in which a fault was found once, or one that was put in to see it found; they are played before all others. */
const keptDraws: readonly number[] = [1];

type Act =
  | { act: 'edit'; edit: Edit }
  | { act: 'gesture'; edits: readonly Edit[] }
  | { act: 'undo' | 'redo' | 'let-go' }
  | { act: 'import'; text: string };

const word = fc.constantFrom('Users', 'Web', 'Redis', 'MySQL', 'Kafka', 'Nginx', 'Worker', 'S3');
const mermaid = fc
  .array(fc.tuple(word, word), { minLength: 1, maxLength: 6 })
  .map((wires) => `flowchart LR\n${wires.map(([a, b]) => `${a} --> ${b}`).join('\n')}`);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 60, arbitrary: arbitraryEdit.map((edit): Act => ({ act: 'edit', edit })) },
  { weight: 8, arbitrary: fc.array(arbitraryEdit, { maxLength: 5 }).map((edits): Act => ({ act: 'gesture', edits })) },
  { weight: 16, arbitrary: fc.constant<Act>({ act: 'undo' }) },
  { weight: 12, arbitrary: fc.constant<Act>({ act: 'redo' }) },
  { weight: 3, arbitrary: fc.constant<Act>({ act: 'let-go' }) },
  { weight: 1, arbitrary: mermaid.map((text): Act => ({ act: 'import', text })) },
);

/** What the store must have: each design in turn, and at which of them it stands. */
interface Sitting {
  steps: Design[];
  at: number;
}

/** Designs that may be walked back to: the store keeps no more. */
const mostSteps = 300;

function step(sitting: Sitting, design: Design): void {
  if (design === sitting.steps[sitting.at]) return;
  sitting.steps.splice(sitting.at + 1, Number.POSITIVE_INFINITY, design);
  sitting.at++;
}

function perform(sitting: Sitting, done: Act): void {
  const store = designStore.getState();
  const now = () => designStore.getState().design;
  switch (done.act) {
    case 'edit':
      store.edit('move', done.edit);
      step(sitting, now());
      return;
    case 'gesture':
      store.beginGesture('move');
      for (const edit of done.edits) store.edit('move', edit);
      store.endGesture();
      // one step however many edits, and what lay ahead is gone as soon as one of them changed anything
      step(sitting, now());
      return;
    case 'undo':
      store.undo();
      sitting.at = Math.max(0, sitting.at - 1);
      return;
    case 'redo':
      store.redo();
      sitting.at = Math.min(sitting.steps.length - 1, sitting.at + 1);
      return;
    case 'let-go':
      store.endGesture();
      return;
    case 'import': {
      const read = readForeign(done.text);
      if (!read) throw new Error(`not read: ${done.text}`);
      store.open(read.design, null, 'mine');
      sitting.steps = [read.design];
      sitting.at = 0;
    }
  }
}

function holdsTogether(design: Design): void {
  const ids = [...design.nodes, ...design.groups, ...notesOf(design)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(design.links.map(({ id }) => id)).size).toBe(design.links.length);
  const nodes = new Set(design.nodes.map(({ id }) => id));
  for (const { from, to } of design.links) expect([nodes.has(from), nodes.has(to), from === to]).toEqual([true, true, false]);
  const groups = new Set(design.groups.map(({ id }) => id));
  for (const { group } of design.nodes) expect(group === null || groups.has(group)).toBe(true);
  expect(parseDesign(design)).toEqual({ ok: true, design, repairs: [], madeWith: null });
}

const sitting = fc.asyncProperty(
  fc.oneof(fc.constant(emptyDesign()), arbitraryDesign),
  fc.array(act, { minLength: 20, maxLength: 200 }),
  async (start, acts) => {
    designStore.getState().open(start, null, 'mine');
    const expected: Sitting = { steps: [start], at: 0 };
    for (const done of acts) {
      perform(expected, done);
      const { design } = designStore.getState();
      expect(design).toBe(expected.steps[expected.at]);
      if (done.act !== 'undo' && done.act !== 'redo') holdsTogether(design);
    }
    const last = designStore.getState().design;
    if (last.nodes.length <= 300) expect(await decodeLink(await encodeLink(last))).toMatchObject({ ok: true, design: last, repairs: [] });
    expect(parseFile(toFile(last))).toMatchObject({ ok: true, design: last, repairs: [] });
    // to the end of what was undone, to the very beginning, and back
    const { undo, redo } = designStore.getState();
    for (let i = 0; i < mostSteps; i++) redo();
    expect(designStore.getState().design).toBe(expected.steps.at(-1));
    for (let i = 0; i < mostSteps; i++) undo();
    expect(designStore.getState().design).toBe(expected.steps[0]);
    for (let i = 0; i < mostSteps; i++) redo();
    expect(designStore.getState().design).toBe(expected.steps.at(-1));
  },
);

it('a sitting of any edits stays whole, and is walked back to its beginning and forth to its end', async () => {
  for (const seed of keptDraws) await fc.assert(sitting, { seed, numRuns: 20 });
  await fc.assert(sitting, { numRuns: 40 });
});

it('wherever parts are moved, the run is the same to the last byte', () => {
  let ran = 0;
  const place = fc.integer({ min: -5000, max: 5000 });
  fc.assert(
    fc.property(drawing, fc.array(fc.tuple(fc.nat(40), place, place), { minLength: 1, maxLength: 20 }), (design, moves) => {
      const parts = [...design.nodes, ...design.groups];
      const moved = moveParts(
        design,
        moves.map(([which, x, y]) => ({ id: parts[which % parts.length].id, x, y })),
      );
      const [before, after] = [compile(design).plan, compile(moved).plan];
      expect(after).toEqual(before);
      if (!before || !after || ran >= 12) return;
      ran++;
      const [first, second] = [before, after].map((plan) => framesHash(runHeadless(plan, behaviors, { seconds: 4 }).frames));
      expect(second).toBe(first);
    }),
    { numRuns: 60 },
  );
  expect(ran).toBeGreaterThan(5);
});
