/** What a move of a lesson does to a design. Acts on a run, playing and beginning again are for whoever runs it. Pure. */

import type { Design, Id } from '../design/design.ts';
import { addGroup, addNode, connect, removeParts, setLinkParam, setParam, setWorkloadParam } from '../design/edits.ts';
import { addNote } from '../design/notes.ts';
import { canConnect } from '../design/wires.ts';
import type { Values } from '../schema/fields.ts';
import type { Move, Step } from './lesson.ts';

type Edit = Exclude<Move, { act: unknown } | { play: unknown } | { restart: unknown }>;

/** Whether a move changes the design, as against the run. */
export const isEdit = (move: Move): move is Edit => !('act' in move || 'play' in move || 'restart' in move);

/** Whether a step asks for nothing but to be played. */
export const onlyPlays = ({ moves }: Pick<Step, 'moves'>): boolean => moves.every((move) => 'play' in move);

/**
 * @returns the design after the move; parts that are added get the ids that the palette would give them
 * @throws where the move means nothing there: a part or field that does not exist, a value out of range, a wire that may not be, or an
 *   added part whose id would be another one
 */
export function edited(design: Design, move: Edit): Design {
  if ('set' in move) {
    const [part, field, value] = move.set;
    return held(
      setParam(design, part, field, value),
      move,
      valueOf(paramsOf(setParam(design, part, field, value).nodes, part), field) === value,
    );
  }
  if ('setWire' in move) {
    const [from, to, field, value] = move.setWire;
    const wire = wireBetween(design, from, to);
    const made = setLinkParam(design, wire, field, value);
    return held(made, move, valueOf(paramsOf(made.links, wire), field) === value);
  }
  if ('setWorkload' in move) {
    const [field, value] = move.setWorkload;
    const made = setWorkloadParam(design, field, value);
    return held(made, move, made.workload.params[field] === value);
  }
  if ('add' in move) {
    const { id, kind, at, ...options } = move.add;
    const made = addNode(design, kind, { x: at[0], y: at[1] }, options);
    return held(made, move, made.nodes.at(-1)?.id === id);
  }
  if ('addGroup' in move) {
    const { id, label, region, at, size } = move.addGroup;
    const made = addGroup(design, { x: at[0], y: at[1] }, { label, region, width: size[0], height: size[1] });
    return held(made, move, made.groups.at(-1)?.id === id);
  }
  if ('addNote' in move) {
    const { x, y, ...options } = move.addNote;
    return addNote(design, { x, y }, options);
  }
  if ('wire' in move) {
    const [from, to] = move.wire;
    const made = connect(design, from, to);
    const wire = wireBetween(made, from, to);
    const params = Object.entries(move.params ?? {});
    return held(
      params.reduce((so, [field, value]) => setLinkParam(so, wire, field, value), made),
      move,
      canConnect(design, from, to).ok,
    );
  }
  if ('unwire' in move) return removeParts(design, { links: [wireBetween(design, ...move.unwire)] });
  const isThere = [...design.nodes, ...design.groups].some(({ id }) => id === move.remove);
  return held(removeParts(design, { nodes: [move.remove], groups: [move.remove] }), move, isThere);
}

function held(design: Design, move: Move, holds: boolean): Design {
  if (!holds) throw new Error(`a move that cannot be made: ${JSON.stringify(move)}`);
  return design;
}

const paramsOf = (parts: readonly { id: Id; params: Values }[], id: Id): Values | undefined => parts.find((part) => part.id === id)?.params;
const valueOf = (params: Values | undefined, field: string) => params?.[field];

/** Id of the wire from one part to another. */
export function wireBetween({ links }: Design, from: Id, to: Id): Id {
  const found = links.find((link) => link.from === from && link.to === to);
  if (!found) throw new Error(`no wire from ${from} to ${to}`);
  return found.id;
}
