/** What the lists of `PartPicker.tsx` offer, and why some of it cannot be chosen. Pure. */

import type { Design, DesignNode, Id } from '../../design/design.ts';
import { canConnect, mayCall } from '../../design/wires.ts';
import type { Text } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { refusalLine } from '../wireText.ts';
import type { HandsText } from './handsWords.ts';

/** How a new part is wired to the one in hand: called by it, calling it, or not at all. */
export type Way = 'after' | 'before' | 'alone';

export interface PartRow {
  id: string;
  /** The part, wire or region that is meant; '' for none. */
  target: Id;
  kind: NodeKind | 'region';
  way: Way;
  name: string;
  detail?: string;
  group?: string;
  whyNot?: string;
}

const ways: readonly Way[] = ['after', 'before', 'alone'];

/** Every kind once, those that the part may call first, then those that may call it. */
export function addRows(kinds: readonly NodeKind[], node: DesignNode | null, t: Text, { add }: HandsText): PartRow[] {
  const wayOf = (kind: NodeKind): Way =>
    !node ? 'alone' : mayCall(node.kind, kind) ? 'after' : mayCall(kind, node.kind) ? 'before' : 'alone';
  const rows = kinds.map((kind): PartRow => {
    const way = wayOf(kind);
    const group = !node ? {} : { group: way === 'alone' ? add.alone : add[way](node.label) };
    return { id: kind, target: kind, kind, way, name: t.kinds[kind].name, detail: t.kinds[kind].what, ...group };
  });
  const { name, what } = t.common.region;
  rows.push({ id: 'region', target: 'region', kind: 'region', way: 'alone', name, detail: what, ...(node ? { group: add.alone } : {}) });
  return ways.flatMap((way) => rows.filter((row) => row.way === way));
}

/** Every other part, those that may be called first. */
export function connectRows(design: Design, node: DesignNode, t: Text, { connect }: HandsText): PartRow[] {
  const rows = design.nodes
    .filter((other) => other.id !== node.id)
    .map((other): PartRow => {
      const answer = canConnect(design, node.id, other.id);
      const common = { id: other.id, target: other.id, kind: other.kind, way: 'after' as const, name: other.label };
      return answer.ok
        ? { ...common, group: connect.legal, detail: t.kinds[other.kind].name }
        : { ...common, group: connect.illegal, whyNot: refusalLine(answer.reason, t) };
    });
  return [...rows.filter((row) => !row.whyNot), ...rows.filter((row) => row.whyNot)];
}

/** Every wire of the part, by its other end: those that leave it first. */
export function disconnectRows(design: Design, node: DesignNode, t: Text, { disconnect }: HandsText): PartRow[] {
  const rowsOf = (end: 'from' | 'to', group: string): PartRow[] =>
    design.links
      .filter((link) => link[end] === node.id)
      .flatMap((link) => {
        const other = design.nodes.find(({ id }) => id === (end === 'from' ? link.to : link.from));
        if (!other) return [];
        const way = end === 'from' ? ('after' as const) : ('before' as const);
        return [{ id: link.id, target: link.id, kind: other.kind, way, name: other.label, detail: t.kinds[other.kind].name, group }];
      });
  return [...rowsOf('from', disconnect.calls), ...rowsOf('to', disconnect.called)];
}

export function regionRows(design: Design, nodes: readonly Id[], t: Text, { moveInto }: HandsText): PartRow[] {
  const now = new Set(design.nodes.filter(({ id }) => nodes.includes(id)).map(({ group }) => group ?? ''));
  const isHere = (id: Id): boolean => now.size === 1 && now.has(id);
  const row = (id: Id, name: string, detail: string): PartRow => ({
    id: id || 'nowhere',
    target: id,
    kind: 'region',
    way: 'alone',
    name,
    ...(isHere(id) ? { whyNot: moveInto.here } : { detail }),
  });
  return [...design.groups.map((group) => row(group.id, group.label, t.common.regions[group.region])), row('', moveInto.nowhere, '')];
}
