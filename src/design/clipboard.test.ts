import { describe, expect, it } from 'vitest';
import { copyParts, duplicateParts, pasteParts } from './clipboard.ts';
import type { Design } from './design.ts';
import { addGroup, addNode, connect, emptyDesign, setGroupOf, setLabel, setParam } from './edits.ts';
import { currentFormat } from './migrations.ts';
import { addNote, notesOf } from './notes.ts';
import { fileLimits } from './parse.ts';

/** Two wired servers in a group, users outside. */
function sample(): Design {
  let design = addGroup(emptyDesign(), { x: 300, y: 100 }, { width: 600, height: 300 });
  design = addNode(design, 'users', { x: 0, y: 150 });
  design = addNode(design, 'web-server', { x: 340, y: 150 }, { group: 'dc-1' });
  design = addNode(design, 'database', { x: 600, y: 150 }, { group: 'dc-1', label: 'Orders' });
  design = connect(connect(design, 'users-1', 'web-1'), 'web-1', 'db-1');
  return setParam(design, 'web-1', 'vcpu', 8);
}

const pasted = (design: Design, text: string, at?: { x: number; y: number }) => {
  const result = pasteParts(design, text, at);
  if ('error' in result) throw new Error(result.error);
  return result;
};

describe('notes', () => {
  it('are copied with the parts they stand beside, and pasted under new names', () => {
    const design = addNote(sample(), { x: 10, y: 20 }, { text: 'Why?' });
    const text = copyParts(design, { nodes: ['web-1'], notes: ['note-1'] });
    const pasted = pasteParts(design, text);
    if ('error' in pasted) throw new Error(pasted.error);
    expect(notesOf(pasted.design)).toMatchObject([
      { id: 'note-1', x: 10, y: 20 },
      { id: 'note-2', text: 'Why?', x: 42, y: 52 },
    ]);
    expect(pasted.selection).toMatchObject({ nodes: ['web-2'], notes: ['note-2'] });
    // and one alone is something to copy
    expect(copyParts(design, { notes: ['note-1'] })).toContain('Why?');
    expect(duplicateParts(design, { notes: ['note-1'] }).selection.notes).toEqual(['note-2']);
  });
});

describe('duplicating', () => {
  it('copies nodes, their values and the wires among them, beside the originals', () => {
    const { design, selection } = duplicateParts(sample(), { nodes: ['web-1', 'db-1'] });
    expect(selection).toEqual({ nodes: ['web-2', 'db-2'], links: ['l3'], groups: [], notes: [] });
    expect(design.nodes.slice(3)).toMatchObject([
      { id: 'web-2', label: 'Web server 2', x: 372, y: 182, group: 'dc-1', params: { vcpu: 8 } },
      { id: 'db-2', label: 'Orders', group: 'dc-1' },
    ]);
    expect(design.links.at(-1)).toMatchObject({ from: 'web-2', to: 'db-2' });
  });

  it('copies a group with everything in it', () => {
    const { design, selection } = duplicateParts(sample(), { groups: ['dc-1'] });
    expect(selection).toEqual({ nodes: ['web-2', 'db-2'], links: ['l3'], groups: ['dc-2'], notes: [] });
    expect(design.nodes.slice(3).map((node) => node.group)).toEqual(['dc-2', 'dc-2']);
    expect(design.groups[1]).toMatchObject({ label: 'Data centre 2', x: 332, y: 132 });
  });

  it('changes nothing without nodes or groups', () => {
    const design = sample();
    expect(duplicateParts(design, { links: ['l1'] })).toEqual({ design, selection: { nodes: [], links: [], groups: [], notes: [] } });
    expect(duplicateParts(design, { links: ['l1'] }).design).toBe(design);
  });
});

describe('copy and paste', () => {
  it('puts the upper left corner where it is told', () => {
    const text = copyParts(sample(), { nodes: ['web-1', 'db-1'] });
    const { design, selection } = pasted(sample(), text, { x: 1000, y: 500 });
    expect(design.nodes.slice(3)).toMatchObject([
      { id: 'web-2', x: 1000, y: 500, group: 'dc-1' },
      { id: 'db-2', x: 1260, y: 500, label: 'Orders' },
    ]);
    expect(selection.links).toEqual(['l3']);
  });

  it('pastes beside the original without a place', () => {
    expect(pasted(sample(), copyParts(sample(), { nodes: ['db-1'] })).design.nodes.at(-1)).toMatchObject({ x: 632, y: 182 });
  });

  it('pastes into another design, where the old group does not exist', () => {
    const { design } = pasted(emptyDesign(), copyParts(sample(), { nodes: ['web-1'] }));
    expect(design.nodes).toMatchObject([{ id: 'web-1', group: null, params: { vcpu: 8 } }]);
    const whole = pasted(emptyDesign(), copyParts(sample(), { groups: ['dc-1'], nodes: ['users-1'] }));
    expect(whole.design.groups).toHaveLength(1);
    expect(whole.design.nodes.map((node) => node.group)).toEqual([null, 'dc-1', 'dc-1']);
  });

  it('can be repeated without end', () => {
    const text = copyParts(sample(), { nodes: ['web-1'] });
    const { design } = pasted(pasted(sample(), text).design, text);
    expect(design.nodes.map((node) => node.id)).toEqual(['users-1', 'web-1', 'db-1', 'web-2', 'web-3']);
  });

  it('has nothing to copy without nodes or groups', () => {
    expect(copyParts(sample(), { links: ['l1'] })).toBe('');
  });

  it.each([
    '',
    'hello',
    '{"type":"excalidraw","elements":[]}',
    '{"nodes":[],"edges":[],"viewport":{}}',
    '[1,2]',
    '{"app":"faultline-parts"',
    'x'.repeat(1e6),
  ])('refuses what is not parts: %.40s', (text) => {
    expect(pasteParts(sample(), text)).toEqual({ error: 'not-parts' });
  });

  it('refuses parts of a newer version, none, and too many', () => {
    expect(pasteParts(sample(), `{"app":"faultline-parts","format":${currentFormat + 1},"nodes":[]}`)).toEqual({ error: 'newer-version' });
    expect(pasteParts(sample(), '{"app":"faultline-parts","format":1,"nodes":[]}')).toEqual({ error: 'empty' });
    const many = { app: 'faultline-parts', format: 1, nodes: Array.from({ length: fileLimits.nodes }, () => ({ kind: 'cache' })) };
    expect(pasteParts(sample(), JSON.stringify(many))).toEqual({ error: 'too-big' });
  });

  it('mends what somebody wrote by hand', () => {
    const text =
      '{"app":"faultline-parts","format":1,"nodes":[{"id":"__proto__","kind":"cache","x":1e99,"params":{"instances":-5}},{"kind":"toaster"}]}';
    expect(pasted(setLabel(sample(), 'db-1', 'x'), text).design.nodes.slice(3)).toMatchObject([
      { id: 'cache-1', params: { instances: 1 } },
    ]);
  });

  it('leaves the design it was given as it was', () => {
    const design = setGroupOf(sample(), ['users-1'], 'dc-1');
    const before = structuredClone(design);
    pasted(design, copyParts(design, { groups: ['dc-1'] }));
    expect(design).toEqual(before);
  });
});
