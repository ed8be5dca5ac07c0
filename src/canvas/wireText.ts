/** Words and choices about wires: why one may not be, and which parts may stand at its other end. */

import type { Design, DesignLink } from '../design/design.ts';
import { linkDelay } from '../design/regions.ts';
import { type ConnectProblem, mayCall } from '../design/wires.ts';
import type { Text } from '../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { formatDuration } from '../ui/format.ts';

/** Why a wire is refused, for the words beside the pointer. */
export function refusalText(reason: ConnectProblem, t: Text): string {
  const callable = reason.code === 'role' ? [...new Set(reason.calls)].map((role) => t.common.roles[role]) : [];
  const line = refusalLine(reason, t);
  return callable.length > 0 ? `${line} ${t.events.connect.callable(either(callable, t.locale))}` : line;
}

/** The same in one sentence, for lists in which what can be called stands beside it. */
export function refusalLine(reason: ConnectProblem, t: Text): string {
  const words = t.events.connect;
  if (reason.code !== 'role') return words[reason.code]();
  const name = (kind: NodeKind | null): string => (kind ? t.kinds[kind].name : '');
  return reason.calls.length > 0 ? words.role(name(reason.from), name(reason.to)) : words.roleNone(name(reason.from));
}

const either = (names: readonly string[], locale: string): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);

/** What a wire costs and how patient its caller is: "31 ms round trip · timeout 1 s · 2 retries". */
export function wirePieces(design: Design, link: DesignLink, { canvas, common }: Text): string[] {
  const duration = (ms: number): string => formatDuration(ms / 1000, common.duration);
  const timeoutMs = Number(link.params.timeoutMs);
  const retries = Number(link.params.retries);
  return [
    canvas.wire.roundTrip(duration(linkDelay(design, link))),
    timeoutMs > 0 ? canvas.wire.timeout(duration(timeoutMs)) : canvas.wire.noTimeout,
    ...(retries > 0 ? [canvas.wire.retries(retries)] : []),
  ];
}

/** Kinds that may stand at the other end of a wire, in the palette's order. */
export function kindsFor(kind: NodeKind, end: 'from' | 'to'): NodeKind[] {
  return nodeKinds.filter((other) => (end === 'from' ? mayCall(kind, other) : mayCall(other, kind)));
}
