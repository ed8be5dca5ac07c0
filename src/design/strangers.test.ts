/** Parts of kinds that this version does not know go through it and come out as they came. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { engineMajor } from '../engine/version.ts';
import { compile } from '../runner/compile.ts';
import { copyParts, duplicateParts, pasteParts } from './clipboard.ts';
import { decodeLink, encodeLink } from './codec.ts';
import type { Design } from './design.ts';
import { addNode, connect, emptyDesign, moveParts, removeParts } from './edits.ts';
import { moveNotes, notesOf, removeChosen } from './notes.ts';
import { parseDesign, parseFile, toFile } from './parse.ts';
import { strangersOf } from './strangerNotes.ts';

/** As a later version would write it: two kinds of its own, one of them asked for by a web server, and a fault that only it knows. */
const later = {
  format: 2,
  title: 'later',
  groups: [{ id: 'dc-1', label: 'Here', region: 'seoul', x: 0, y: 0, width: 900, height: 500 }],
  nodes: [
    { id: 'users-1', kind: 'users', label: 'Users', x: 0, y: 0, group: null, params: {} },
    { id: 'web-1', kind: 'web-server', label: 'Web', x: 240, y: 0, group: 'dc-1', params: {} },
    {
      id: 'mesh-1',
      kind: 'service-mesh',
      label: 'Mesh',
      x: 480,
      y: 0,
      group: 'dc-1',
      params: { mtls: true, limits: { cpu: [1, 2] } },
      shape: 'hexagon',
    },
    { id: 'wasm-1', kind: 'wasm-edge', x: 720, y: 40, group: null, params: { __proto__: null } },
  ],
  links: [
    { id: 'l1', from: 'users-1', to: 'web-1', params: {} },
    { id: 'l2', from: 'web-1', to: 'mesh-1', params: { timeoutMs: 70, sidecar: 'yes' } },
    { id: 'l3', from: 'mesh-1', to: 'wasm-1', params: {} },
  ],
  scenario: [
    { at: 5, act: 'crash', node: 'web-1', instance: null },
    { at: 7, act: 'strike', node: 'mesh-1', instance: 0, fault: 'certificate-expired' },
    { at: 9, act: 'strike-link', link: 'l2', fault: 'cut', seconds: 3 },
  ],
};

function read(given: unknown): { design: Design; said: string[] } {
  const parsed = parseDesign(given);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return { design: parsed.design, said: parsed.repairs.map(({ code, part, given: what }) => `${code} ${part} ${what}`) };
}

interface File {
  nodes: { id: string; kind: string; group: string | null; x: number }[];
  links: { id: string }[];
  scenario: { act: string }[];
  notes?: unknown;
}
const written = (design: Design): File => JSON.parse(toFile(design)) as File;
const ofKind = (file: File, kind: string) => file.nodes.find((node) => node.kind === kind);
const { design, said } = read(later);

describe('a part of an unknown kind', () => {
  it('is said, and a note stands in its place with its name; all others are as they were', () => {
    expect(said).toEqual(['unknown-kind mesh-1 service-mesh', 'unknown-kind wasm-1 wasm-edge']);
    expect(design.nodes.map(({ id }) => id)).toEqual(['users-1', 'web-1']);
    expect(design.links.map(({ id }) => id)).toEqual(['l1']);
    expect(strangersOf(design)).toMatchObject([
      { id: 'mesh-1', text: 'Mesh', x: 480, y: 0, stranger: { part: { kind: 'service-mesh' }, wires: [{ id: 'l2' }, { id: 'l3' }] } },
      { id: 'wasm-1', text: 'Wasm edge', x: 720, y: 40, stranger: { part: { kind: 'wasm-edge' }, wires: [] } },
    ]);
  });

  it('takes no part in the run', () => {
    const without = read({
      ...later,
      nodes: later.nodes.slice(0, 2),
      links: later.links.slice(0, 1),
      scenario: later.scenario.slice(0, 1),
    });
    expect(compile(design)).toEqual(compile(without.design));
    expect(compile(design).plan).not.toBeNull();
  });

  it('stands in a file as it came, with its wires and its lines of the timeline', () => {
    const file = written(design);
    expect(ofKind(file, 'service-mesh')).toEqual(later.nodes[2]);
    expect(ofKind(file, 'wasm-edge')).toEqual(later.nodes[3]);
    expect(file.links.slice(1)).toEqual(later.links.slice(1));
    expect(file.scenario.slice(1)).toEqual(later.scenario.slice(1));
    expect(file.notes).toBeUndefined();
  });

  it('goes through files and links without loss, however often', async () => {
    const again = parseFile(toFile(design));
    expect(again).toMatchObject({ ok: true, design });
    const decoded = await decodeLink(await encodeLink(design));
    expect(decoded).toMatchObject({ ok: true, design });
    const twice = await decodeLink(await encodeLink((decoded as { design: Design }).design));
    expect(written((twice as { design: Design }).design)).toEqual(written(design));
  });

  it('of the first link and file that held one opens for ever, and a version that will know it finds it as it was written', async () => {
    const fixture = (name: string): string => readFileSync(new URL(`fixtures/strangers.${name}`, import.meta.url), 'utf8');
    const [file, decoded] = [parseFile(fixture('json')), await decodeLink(fixture('link'))];
    if (!file.ok || !decoded.ok) throw new Error('it does not open');
    expect(decoded.design).toEqual(file.design);
    expect(strangersOf(file.design).map(({ id, text }) => [id, text])).toEqual([
      ['mesh-1', 'Mesh'],
      ['wasm-1', 'Wasm edge'],
    ]);
    expect(written(decoded.design)).toEqual({ ...JSON.parse(fixture('json')), engineMajor });
  });

  it('is opened again in silence where only the page itself had it', () => {
    expect(read(design)).toEqual({ design, said: [] });
  });

  it('moves, and belongs to the group that it lies in then', () => {
    const moved = moveNotes(design, [{ id: 'wasm-1', x: 560, y: 120 }]);
    expect(ofKind(written(moved), 'wasm-edge')).toMatchObject({ x: 560, y: 120, group: 'dc-1' });
    const out = moveNotes(design, [{ id: 'mesh-1', x: 480, y: 2000 }]);
    expect(ofKind(written(out), 'service-mesh')).toMatchObject({ group: null });
    expect(ofKind(written(removeParts(design, { groups: ['dc-1'] })), 'service-mesh')).toMatchObject({ group: null });
  });

  it('goes with its wires and its lines when it is deleted; a wire whose other end is deleted goes, too', () => {
    const gone = written(removeChosen(design, { notes: ['mesh-1'] }));
    expect(gone.nodes.map(({ id }) => id)).toEqual(['users-1', 'web-1', 'wasm-1']);
    expect(gone.links.map(({ id }) => id)).toEqual(['l1']);
    expect(gone.scenario.map(({ act }) => act)).toEqual(['crash']);
    const alone = written(removeParts(design, { nodes: ['web-1'] }));
    expect(alone.links.map(({ id }) => id)).toEqual(['l3']);
    expect(alone.scenario.map(({ act }) => act)).toEqual(['strike']);
    expect(read(alone).said.filter((each) => !each.startsWith('unknown-kind'))).toEqual([]);
  });

  it('is copied with the wires among what is copied, under ids of its own', () => {
    const { design: twice, selection } = duplicateParts(design, { nodes: ['web-1'], notes: ['mesh-1'] });
    expect(selection.notes).toEqual(['service-mesh-1']);
    expect(strangersOf(twice).at(-1)).toMatchObject({
      text: 'Mesh',
      stranger: { wires: [{ from: 'web-2', to: 'service-mesh-1' }], events: [] },
    });
    expect(read(written(twice)).said.map((each) => each.split(' ')[0])).toEqual(['unknown-kind', 'unknown-kind', 'unknown-kind']);
    const pasted = pasteParts(emptyDesign(), copyParts(design, { notes: ['mesh-1', 'wasm-1'] }));
    if ('error' in pasted) throw new Error(pasted.error);
    expect(written(pasted.design).nodes.map(({ kind }) => kind)).toEqual(['service-mesh', 'wasm-edge']);
    expect(written(pasted.design).links).toHaveLength(1);
  });

  it('keeps its ids to itself: what is added takes others', () => {
    let more = addNode(design, 'cache', { x: 0, y: 300 });
    more = connect(more, 'web-1', 'cache-1');
    more = moveParts(more, [{ id: 'web-1', x: 8, y: 8 }]);
    expect(more.links.at(-1)?.id).toBe('l4');
    expect(read(written(more)).said.filter((each) => !each.startsWith('unknown-kind'))).toEqual([]);
  });
});

describe('what only looks like one', () => {
  it.each([undefined, null, 7, {}, [], '', '<b>', 'a b', 'x'.repeat(41), '__proto__'])('%j is no kind: left out, and said', (kind) => {
    const { design: read1, said: said1 } = read({ ...emptyDesign(), nodes: [{ id: 'a', kind, label: 'A', x: 0, y: 0, params: {} }] });
    expect(notesOf(read1)).toEqual([]);
    expect(said1.map((each) => each.split(' ')[0])).toEqual(['bad-part']);
  });

  it('a note whose stranger is rubbish is a note', () => {
    const whole = { part: { kind: 'x' }, wires: [], events: [] };
    const note = { id: 'n', text: 'N', x: 0, y: 0, width: 200, height: 80 };
    for (const stranger of [7, {}, { ...whole, part: 7 }, { ...whole, wires: 7 }, { ...whole, events: null }]) {
      const { design: read1, said: said1 } = read({ ...emptyDesign(), notes: [{ ...note, stranger }] });
      expect(notesOf(read1).map(({ text, stranger: kept }) => [text, kept])).toEqual([['N', undefined]]);
      expect(said1).toEqual([expect.stringMatching(/^unknown-field n/)]);
    }
    // lists with anything in them break nothing
    const broken = { ...note, stranger: { ...whole, wires: [7, null, {}], events: ['7', null, { at: 1, node: 'n' }] } };
    const odd = { ...emptyDesign(), groups: [null, 7], nodes: [null], notes: [broken] };
    expect(strangersOf(read(odd).design)).toMatchObject([{ id: 'n', text: 'X', stranger: { wires: [], events: [{ at: 1 }] } }]);
    expect(notesOf(read({ ...emptyDesign(), notes: [{ ...note, stranger: { ...whole, part: {} } }] }).design)).toEqual([]);
  });

  it('of names of the language nothing comes alive', () => {
    const text =
      '{"format":2,"nodes":[{"id":"e","kind":"evil","x":0,"y":0,"__proto__":{"polluted":1},"params":{"constructor":{"prototype":{"polluted":1}}}}]}';
    const parsed = parseFile(text);
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const out = toFile(parsed.design);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(out).toContain('"__proto__"');
  });
});
