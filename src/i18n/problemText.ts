/** A problem in one sentence: what it is about, why, and the way out. */

import type { Design, Id } from '../design/design.ts';
import type { Problem } from '../design/problems.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Role } from '../schema/spec.ts';
import { formatClock, formatCount, formatNumber } from '../ui/format.ts';
import type { Text } from './text.ts';

export function problemText(problem: Problem, design: Design, t: Text): string {
  const { details } = problem;
  const text = (name: string): string => String(details[name] ?? '');
  const number = (name: string): number => Number(details[name] ?? 0);
  const kindName = (name: string): string => t.kinds[text(name) as NodeKind]?.name ?? text(name);
  const role = t.common.roles[(text('role') || text('toRole')) as Role] ?? '';
  const count =
    problem.code === 'shares-exceed-100' ? formatNumber(number('sum'), '%') : formatCount(number('count') || number('instances'));
  return t.events.problems[problem.code]({
    part: partName(problem, design, t),
    role,
    from: text('fromLabel') || kindName('from'),
    to: kindName('to'),
    through: text('through'),
    count,
    max: formatCount(number('max')),
    what: t.events.sizes[text('what') as keyof Text['events']['sizes']] ?? text('what'),
    at: formatClock(number('at')),
    target: text('target'),
  });
}

function partName(problem: Problem, design: Design, t: Text): string {
  const labelOf = (id: Id): string => design.nodes.find((node) => node.id === id)?.label ?? id;
  if (problem.node !== null) return labelOf(problem.node);
  const link = design.links.find((other) => other.id === problem.link);
  return link ? t.common.link(labelOf(link.from), labelOf(link.to)) : '';
}
