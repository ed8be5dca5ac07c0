/** A problem in one sentence: what it is about, why, and the way out. */

import type { Design, Id } from '../design/design.ts';
import type { Problem } from '../design/problems.ts';
import type { AdviceWords } from '../nodes/advice.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Role } from '../schema/spec.ts';
import { formatClock, formatCount, formatDuration, formatNumber } from '../ui/format.ts';
import type { AdviceWordsOf } from './adviceWords.ts';
import type { Text } from './text.ts';

/** @param late words of advice, which is silent without them */
export function problemText(problem: Problem, design: Design, t: Text, late?: AdviceWordsOf): string {
  const { details, code } = problem;
  if (code === 'advice') return adviceText(problem, design, t, late);
  const text = (name: string): string => String(details[name] ?? '');
  const number = (name: string): number => Number(details[name] ?? 0);
  const kindName = (name: string): string => t.kinds[text(name) as NodeKind]?.name ?? text(name);
  const role = t.common.roles[(text('role') || text('toRole')) as Role] ?? '';
  const count =
    problem.code === 'shares-exceed-100' ? formatNumber(number('sum'), '%') : formatCount(number('count') || number('instances'));
  return t.events.problems[code]({
    part: partName(problem, design, t),
    role,
    from: text('fromLabel') || kindName('from'),
    to: text('toLabel') || kindName('to'),
    through: text('through'),
    count,
    max: formatCount(number('max')),
    what: t.events.sizes[text('what') as keyof Text['events']['sizes']] ?? text('what'),
    at: formatClock(number('at')),
    target: text('target'),
    timeout: worded('timeoutMs', number('timeoutMs'), t),
    work: worded('workMs', number('workMs'), t),
    margin: worded('marginMs', number('marginMs'), t),
  });
}

/** What a kind says of itself, in its own words. */
function adviceText(problem: Problem, design: Design, t: Text, late?: AdviceWordsOf): string {
  const { kind, advice, ...details } = problem.details;
  const numbers = Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? worded(name, value, t) : value]);
  const words = late?.[kind as NodeKind]?.[String(advice)];
  return words?.({ ...(Object.fromEntries(numbers) as AdviceWords), part: partName(problem, design, t) }) ?? '';
}

/** A number with the unit that the end of its name says. */
function worded(name: string, value: number, t: Text): string {
  if (name.endsWith('Seconds')) return formatDuration(value, t.common.duration);
  if (name.endsWith('Ms')) return formatDuration(value / 1000, t.common.duration);
  return name.endsWith('Percent') ? formatNumber(value, '%') : formatCount(value);
}

function partName(problem: Problem, design: Design, t: Text): string {
  const labelOf = (id: Id): string => design.nodes.find((node) => node.id === id)?.label ?? id;
  if (problem.node !== null) return labelOf(problem.node);
  const link = design.links.find((other) => other.id === problem.link);
  return link ? t.common.link(labelOf(link.from), labelOf(link.to)) : '';
}
