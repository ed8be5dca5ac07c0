/** What of a run is worth a sentence: only what changed its class, never a number that moves. Pure. */

import type { NodeHealth } from '../../canvas/pulse.ts';
import type { Id } from '../../design/design.ts';
import type { RunStatus } from '../../runner/protocol.ts';
import type { Weight } from '../../ui/announce.ts';
import type { SpokenText } from './spokenWords.ts';

/** What is compared, at a moment. */
export interface Moment {
  runId: number;
  status: RunStatus;
  /** In words. */
  clock: string;
  health: ReadonlyMap<Id, NodeHealth>;
}

export interface News {
  text: string;
  weight: Weight;
}

type Class = 'well' | 'busy' | 'saturated' | 'hurt' | 'hung' | 'down';

function classOf(health: NodeHealth | undefined): Class {
  if (!health) return 'well';
  if (health.lost > 0 && health.lost < health.total) return 'hurt';
  const { word } = health;
  return word === 'busy' || word === 'saturated' || word === 'hung' || word === 'down' ? word : 'well';
}

const isBad = (its: Class): boolean => its !== 'well' && its !== 'busy';
export function spokenNews(before: Moment, now: Moment, labels: ReadonlyMap<Id, string>, words: SpokenText): News[] {
  const news: News[] = [];
  const event = (text: string, weight: Weight = 'event') => news.push({ text, weight });
  if (now.status !== before.status && before.status !== 'loading') {
    if (now.status === 'paused') event(words.paused(now.clock));
    if (now.status === 'finished') event(words.finished(now.clock));
    if (now.status === 'crashed') event(words.crashed(now.clock));
  }
  if (now.status !== before.status && now.status === 'playing') event(words.started(now.clock));
  // Another run, or a leap to another moment of this one, is no change of its parts.
  if (now.runId !== before.runId || before.health.size === 0) return news;
  for (const [id, label] of labels) {
    const health = now.health.get(id);
    const [was, is] = [classOf(before.health.get(id)), classOf(health)];
    if (is === was || !now.health.has(id)) continue;
    if (is === 'hurt' && health) event(words.becomes.hurt(label, health.lost, health.total));
    else if (is === 'saturated' || is === 'hung' || is === 'down') event(words.becomes[is](label));
    else if (isBad(was)) event(words.becomes.well(label));
    else if (is === 'busy') event(words.becomes.busy(label), 'detail');
  }
  return news;
}
