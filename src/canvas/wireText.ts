/** Words and choices about wires: why one may not be, and which parts may stand at its other end. */

import { type ConnectProblem, specOf } from '../design/wires.ts';
import type { Text } from '../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';

/** Why a wire is refused, for the words beside the pointer. */
export function refusalText(reason: ConnectProblem, t: Text): string {
  const words = t.events.connect;
  if (reason.code !== 'role') return words[reason.code]();
  const name = (kind: NodeKind | null): string => (kind ? t.kinds[kind].name : '');
  const callable = [...new Set(reason.calls)].map((role) => t.common.roles[role]);
  return callable.length > 0
    ? words.role(name(reason.from), name(reason.to), either(callable, t.locale))
    : words.roleNone(name(reason.from));
}

const either = (names: readonly string[], locale: string): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);

/** Kinds that may stand at the other end of a wire, in the palette's order. */
export function kindsFor(kind: NodeKind, end: 'from' | 'to'): NodeKind[] {
  const { calls, role } = specOf(kind);
  return nodeKinds.filter((other) => (end === 'from' ? calls.includes(specOf(other).role) : specOf(other).calls.includes(role)));
}
