/** Whatever is done to a design in whatever order, it stays one that files and links give back unchanged. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { engineMajor } from '../engine/version.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { copyParts, duplicateParts, pasteParts } from './clipboard.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { type Design, regionIds, type ScenarioEvent } from './design.ts';
import {
  addGroup,
  addNode,
  addScenarioEvent,
  connect,
  groupAt,
  moveParts,
  type Parts,
  removeScenarioEvent,
  replayTrace,
  resizeGroup,
  setGroupOf,
  setLabel,
  setLinkParam,
  setParam,
  setRegion,
  setSeconds,
  setSeed,
  setTitle,
  setTrace,
  setWorkloadParam,
} from './edits.ts';
import { arbitraryDesign } from './fixtures/arbitraryDesign.ts';
import { linkFields } from './linkFields.ts';
import { addNote, moveNotes, notesOf, removeChosen, resizeNote, setNoteText } from './notes.ts';
import { parseDesign, parseFile, toFile } from './parse.ts';
import { problemsOf } from './rules.ts';
import { specOf } from './wires.ts';
import { workloadFields } from './workloadFields.ts';

type Edit = (design: Design) => Design;

const number = fc.oneof(fc.double(), fc.integer({ min: -1000, max: 5000 }));
const value = fc.oneof(number, fc.boolean(), fc.constantFrom('lru', 'fixed', 'spike', 'trace', 'nonsense'));
const text = fc.string({ unit: 'binary', maxLength: 200 });
/** A part by its place in the list, so that it is one that exists then; past the end it names nobody. */
const pick = fc.nat(14);
const idAt = (parts: readonly { id: string }[], index: number) => parts[index % (parts.length + 1)]?.id ?? 'nobody';
const nameAt = (fields: object, index: number) =>
  [...Object.keys(fields), '__proto__', 'toString'][index % (Object.keys(fields).length + 2)];
const someParts = (design: Design, [a, b, c]: readonly number[]): Parts => ({
  nodes: [idAt(design.nodes, a), idAt(design.nodes, b)],
  links: [idAt(design.links, c)],
  groups: c % 3 === 0 ? [idAt(design.groups, a)] : [],
  notes: [idAt(notesOf(design), b)],
});

const acts = ['crash', 'hang', 'slow', 'recover', 'set', 'set-link', 'set-workload'] as const;
const event = fc.tuple(number, fc.constantFrom(...acts), pick, pick, value);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...nodeKinds), number, number, pick).map(
    ([kind, x, y, g]): Edit =>
      (d) =>
        addNode(d, kind, { x, y }, { group: idAt(d.groups, g) }),
  ),
  fc.tuple(number, number).map(
    ([x, y]): Edit =>
      (d) =>
        addGroup(d, { x, y }, { width: x, height: y }),
  ),
  fc.tuple(pick, pick).map(
    ([a, b]): Edit =>
      (d) =>
        connect(d, idAt(d.nodes, a), idAt(d.nodes, b)),
  ),
  fc.tuple(pick, pick, pick).map(
    (chosen): Edit =>
      (d) =>
        removeChosen(d, someParts(d, chosen)),
  ),
  fc.tuple(pick, number, number).map(
    ([a, x, y]): Edit =>
      (d) =>
        moveParts(d, [{ id: idAt([...d.nodes, ...d.groups], a), x, y }]),
  ),
  fc.tuple(pick, number, number, number, number).map(
    ([a, x, y, width, height]): Edit =>
      (d) =>
        resizeGroup(d, idAt(d.groups, a), { x, y, width, height }),
  ),
  fc.tuple(pick, number, number).map(
    ([a, x, y]): Edit =>
      (d) =>
        setGroupOf(d, [idAt(d.nodes, a)], groupAt(d, { x, y })),
  ),
  fc.tuple(pick, pick, value).map(
    ([a, f, v]): Edit =>
      (d) => {
        const node = d.nodes[a % (d.nodes.length + 1)];
        return node ? setParam(d, node.id, nameAt(specOf(node.kind).fields, f), v) : d;
      },
  ),
  fc.tuple(pick, pick, value).map(
    ([a, f, v]): Edit =>
      (d) =>
        setLinkParam(d, idAt(d.links, a), nameAt(linkFields, f), v),
  ),
  fc.tuple(pick, value).map(
    ([f, v]): Edit =>
      (d) =>
        setWorkloadParam(d, nameAt(workloadFields, f), v),
  ),
  fc.tuple(text, fc.array(fc.double(), { minLength: 1, maxLength: 300 }), number).map(
    ([name, values, seconds]): Edit =>
      (d) =>
        setTrace(d, { name, values, seconds }),
  ),
  fc.tuple(number).map(
    ([peak]): Edit =>
      (d) =>
        replayTrace(d, { name: 'x', values: [1], seconds: 60 }, peak),
  ),
  fc.constant<Edit>((d) => setTrace(d, null)),
  fc.tuple(pick, text).map(
    ([a, label]): Edit =>
      (d) =>
        setLabel(d, idAt([...d.nodes, ...d.groups], a), label),
  ),
  text.map(
    (title): Edit =>
      (d) =>
        setTitle(d, title),
  ),
  text.map(
    (seed): Edit =>
      (d) =>
        setSeed(d, seed),
  ),
  number.map(
    (seconds): Edit =>
      (d) =>
        setSeconds(d, seconds),
  ),
  fc.tuple(pick, fc.constantFrom(...regionIds)).map(
    ([a, region]): Edit =>
      (d) =>
        setRegion(d, idAt(d.groups, a), region),
  ),
  fc.tuple(pick, pick, pick).map(
    (chosen): Edit =>
      (d) =>
        duplicateParts(d, someParts(d, chosen)).design,
  ),
  fc.tuple(pick, pick, pick, number).map(
    ([a, b, c, x]): Edit =>
      (d) => {
        const pasted = pasteParts(d, copyParts(d, someParts(d, [a, b, c])), c % 2 === 0 ? { x, y: x } : undefined);
        return 'error' in pasted ? d : pasted.design;
      },
  ),
  fc.tuple(number, number, text).map(
    ([x, y, words]): Edit =>
      (d) =>
        addNote(d, { x, y }, { text: words, width: x, height: y }),
  ),
  fc.tuple(pick, text, text).map(
    ([a, words, more]): Edit =>
      (d) =>
        setNoteText(d, idAt(notesOf(d), a), `${words}\r\n${more}`),
  ),
  fc.tuple(pick, number, number, number).map(
    ([a, x, y, width]): Edit =>
      (d) =>
        moveNotes(resizeNote(d, idAt(notesOf(d), a), { x: y, y: x, width, height: x }), [{ id: idAt(notesOf(d), a), x, y }]),
  ),
  event.map(
    ([at, act, a, f, value]): Edit =>
      (d) => {
        const node = d.nodes[a % (d.nodes.length + 1)];
        const link = d.links[a % (d.links.length + 1)];
        const make = (): ScenarioEvent | null => {
          if (act === 'set-workload') return { at, act, field: nameAt(workloadFields, f), value };
          if (act === 'set-link') return link ? { at, act, link: link.id, field: nameAt(linkFields, f), value } : null;
          if (!node) return null;
          if (act === 'set') return { at, act, node: node.id, field: nameAt(specOf(node.kind).fields, f), value };
          return { at, act, node: node.id, instance: f % 3 === 0 ? null : f };
        };
        const made = make();
        return made ? addScenarioEvent(d, made) : d;
      },
  ),
  pick.map(
    (index): Edit =>
      (d) =>
        removeScenarioEvent(d, index),
  ),
);

it('stays whole under any edits', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDesign, fc.array(edit, { minLength: 1, maxLength: 40 }), async (start, edits) => {
      let design = start;
      for (const change of edits) {
        design = change(design);
        expect(parseDesign(design)).toEqual({ ok: true, design, repairs: [], madeWith: null });
      }
      problemsOf(design);
      expect(parseFile(toFile(design))).toMatchObject({ ok: true, design, repairs: [] });
      const decoded = await decodeLink(await encodeLink(design));
      if (design.nodes.length <= 300) expect(decoded).toEqual({ ok: true, design, repairs: [], madeWith: engineMajor, moment: null });
    }),
    { numRuns: 120 },
  );
});
