/** What the lists offer: every part once, legal ones first, illegal ones with a reason. */

import { describe, expect, it } from 'vitest';
import type { Design } from '../../design/design.ts';
import { addGroup, addNode, connect, emptyDesign, setGroupOf } from '../../design/edits.ts';
import { canConnect, mayCall } from '../../design/wires.ts';
import { en } from '../../i18n/en/text.ts';
import { handsEn } from '../../i18n/late/hands.en.ts';
import type { Text } from '../../i18n/text.ts';
import { loadText } from '../../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../../nodes/specs.ts';
import { addRows, connectRows, disconnectRows, regionRows } from './partRows.ts';

const t: Text = await loadText('en');
const built = (kinds: readonly NodeKind[]): Design => kinds.reduce((design, kind) => addNode(design, kind, { x: 0, y: 0 }), emptyDesign());

describe('parts to add', () => {
  it.each(nodeKinds)('after a %s: each kind once, wired as it may be', (kind) => {
    const [node] = built([kind]).nodes;
    const rows = addRows(nodeKinds, node, t, handsEn);
    expect(rows.map((row) => row.kind).sort()).toEqual([...nodeKinds, 'region'].sort());
    for (const { kind: other, way } of rows) {
      if (other === 'region') expect(way).toBe('alone');
      else if (way === 'after') expect(mayCall(kind, other)).toBe(true);
      else if (way === 'before') expect(mayCall(other, kind)).toBe(true);
      else expect(mayCall(kind, other) || mayCall(other, kind)).toBe(false);
    }
    expect(rows.map(({ way }) => ['after', 'before', 'alone'].indexOf(way))).toEqual(
      rows.map(({ way }) => ['after', 'before', 'alone'].indexOf(way)).sort(),
    );
  });

  it('without a part in hand: in the order of the list of parts', () => {
    expect(addRows(nodeKinds, null, t, handsEn).map((row) => row.kind)).toEqual([...nodeKinds, 'region']);
  });
});

describe('whom to call', () => {
  const design = connect(built(['web-server', 'database', 'users', 'cache']), 'web-1', 'db-1');
  const [web] = design.nodes;
  const rows = connectRows(design, web, t, handsEn);

  it('lists every other part: those that may be called first, the others with the reason', () => {
    expect(rows).toHaveLength(design.nodes.length - 1);
    for (const row of rows) expect(row.whyNot === undefined).toBe(canConnect(design, web.id, row.target).ok);
    expect(rows[0].kind).toBe('cache');
    const refusals = rows.filter((row) => row.whyNot).map((row) => [row.kind, row.whyNot]);
    expect(refusals).toContainEqual(['database', en.events.connect.exists()]);
    expect(refusals.find(([kind]) => kind === 'users')?.[1]).toContain('Users');
  });
});

describe('wires to take away', () => {
  it('lists both directions by the other end', () => {
    const design = connect(connect(built(['users', 'web-server', 'database']), 'users-1', 'web-1'), 'web-1', 'db-1');
    const rows = disconnectRows(design, design.nodes[1], t, handsEn);
    expect(rows.map(({ name, way }) => [name, way])).toEqual([
      [design.nodes[2].label, 'after'],
      [design.nodes[0].label, 'before'],
    ]);
    expect(rows.map(({ target }) => target).sort()).toEqual(design.links.map(({ id }) => id).sort());
  });
});

describe('regions to move into', () => {
  it('offers all, none as well, and says where everything is already', () => {
    const drawn = addGroup(addGroup(built(['database']), { x: 0, y: 0 }), { x: 600, y: 0 });
    const [first] = drawn.groups;
    const design = setGroupOf(drawn, ['db-1'], first.id);
    const rows = regionRows(design, ['db-1'], t, handsEn);
    expect(rows.map(({ target }) => target)).toEqual([...design.groups.map(({ id }) => id), '']);
    expect(rows.filter((row) => row.whyNot).map(({ target }) => target)).toEqual([first.id]);
  });
});
