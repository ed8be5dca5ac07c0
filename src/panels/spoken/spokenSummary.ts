/** How the whole is, in a few sentences: place, current details, and what is not well by name. Pure. */

import { healthText } from '../../canvas/healthText.ts';
import type { NodeHealth } from '../../canvas/pulse.ts';
import type { Design, Id } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import type { Text } from '../../i18n/text.ts';
import type { RunStatus } from '../../runner/protocol.ts';
import { formatClock } from '../../ui/format.ts';
import type { SpokenText } from './spokenWords.ts';

export interface Situation {
  design: Design;
  status: RunStatus;
  /** Simulated seconds. */
  time: number;
  health: ReadonlyMap<Id, NodeHealth>;
  /** A design with an error has no run. */
  isBlocked: boolean;
}

/** More names than these are a list, for which there is the outline. */
const mostNamed = 4;

const isWell = ({ word, lost }: NodeHealth): boolean => lost === 0 && word !== 'saturated' && word !== 'down' && word !== 'hung';

export function spokenSummary({ design, status, time, health, isBlocked }: Situation, t: Text, words: SpokenText): string {
  const { nodes, links, groups, seconds } = design;
  if (nodes.length === 0) return words.nothing;
  const shape = words.shape(nodes.length, links.length, new Set(groups.map(({ region }) => region)).size);
  if (isBlocked) return `${shape} ${words.blocked}`;
  const whole = (clock: string): string => clock.replace(/\.\d$/, '');
  const run = words.status[status](whole(formatClock(time)), whole(formatClock(seconds)));
  const seen = seenParts(design);
  const measured = nodes.filter(({ id }) => health.has(id) && isSeen(seen, id));
  if (measured.length === 0) return `${shape} ${run} ${words.atRest}`;
  const unwell = measured.filter(({ id }) => !isWell(health.get(id) as NodeHealth));
  const named = unwell.slice(0, mostNamed).map(({ id, label }) => words.isNow(label, healthText(health.get(id) as NodeHealth, t)));
  const rest = unwell.length === 0 ? words.allWell : unwell.length > mostNamed ? `+${unwell.length - mostNamed}.` : words.others;
  return [shape, run, unwell.length === 0 ? '' : `${named.join(', ')}.`, rest].filter(Boolean).join(' ');
}
