/** A cause in words: who, since when, with which numbers. */

import type { Design } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import { type FieldWords, faultText } from '../../i18n/fieldWords.ts';
import type { CauseWords } from '../../i18n/late/story.en.ts';
import type { Text } from '../../i18n/text.ts';
import type { Cause } from '../../runner/diagnosis/cause.ts';
import type { PlanIndex } from '../../runner/planIndex.ts';
import { faultNamed, linkFaults } from '../../schema/faults.ts';
import { formatClock, formatCount, formatDuration, formatNumber, formatRate, formatShare } from '../../ui/format.ts';
import type { StoryWords } from './storyWords.ts';

/** Where a story's words come from. */
export interface Tongue {
  t: Text;
  words: StoryWords;
  fields: FieldWords;
}

export interface Place {
  design: Design;
  index: PlanIndex | null;
}

/** @returns the label of the part at a plan index; '' where there is none */
export function labelAt({ design, index }: Place, node: number | undefined): string {
  const id = index?.nodes[node ?? -1]?.id;
  return design.nodes.find((each) => each.id === id)?.label ?? id ?? '';
}

export function partText(place: Place, cause: Pick<Cause, 'node' | 'instance'>, t: Text): string {
  const label = labelAt(place, cause.node);
  return cause.instance < 0 || (place.index?.nodes[cause.node]?.slots ?? 1) < 2 ? label : t.common.instanceOf(label, cause.instance + 1);
}

/** What befell the part or the wire, by its name. */
function faultOf(place: Place, { broken, node }: Cause, { fields }: Tongue): string {
  if (!broken) return '';
  if (broken.how === 'link-struck') return faultText(fields, null, Object.keys(linkFaults)[broken.strike] ?? '').label;
  const kind = place.design.nodes.find(({ id }) => id === place.index?.nodes[node]?.id)?.kind;
  const name = kind && faultNamed(specOf(kind), broken.strike);
  return kind && name ? faultText(fields, kind, name).label : '';
}

/** Where a wire begins and ends, by its plan index. */
function endsOf(place: Place, link: number): readonly [from: string, to: string] {
  const drawn = place.index?.links[link]?.drawn ?? [];
  const find = (id: string | undefined) => place.design.links.find((each) => each.id === id);
  const label = (id: string | undefined) => place.design.nodes.find((each) => each.id === id)?.label ?? '';
  return [label(find(drawn[0])?.from), label(find(drawn.at(-1))?.to)];
}

export function causeText(place: Place, cause: Cause, tongue: Tongue): string {
  const { t, words } = tongue;
  const { details: d, code } = cause;
  const some = (value: number | undefined, format: (value: number) => string) => (value === undefined ? '' : format(value));
  const rate = (value: number | undefined) => some(value, formatRate);
  const seconds = (value: number | undefined) => some(value, (n) => formatDuration(n, t.common.duration));
  const share = (value: number | undefined) => some(value, formatShare);
  const times = (value: number | undefined) => some(value, (n) => formatNumber(n, 'x'));
  const [from, to] = cause.link < 0 ? ['', labelAt(place, d.toNode)] : endsOf(place, cause.link);
  const said: CauseWords = {
    part: partText(place, cause, t),
    by: cause.link < 0 ? labelAt(place, cause.by) : from,
    full: d.fullNode === cause.node ? '' : labelAt(place, d.fullNode),
    to,
    since: formatClock(cause.since),
    group: d.group === undefined ? '' : (place.design.groups[d.group]?.label ?? ''),
    fault: faultOf(place, cause, tongue),
    busy: share(d.busyShare),
    arrived: rate(d.arrivedRate),
    done: rate(d.doneRate),
    waiting: some(d.waitingCount, formatCount),
    count: code === 'disk' ? rate(d.diskRate) : some(d.threadsCount ?? d.connectionsCount ?? d.poolCount ?? d.bootingCount, formatCount),
    factor: times(d.factor ?? d.ratioFactor ?? d.triesFactor),
    share: share(d.hitShare ?? d.keyShare ?? d.failedShare ?? d.usedShare),
    usual: share(d.bestShare),
    refused: rate(d.refusedRate),
    seconds: seconds(d.ttlSeconds ?? d.timeoutSeconds ?? d.oldestSeconds),
    takes: seconds(d.takesSeconds),
    traffic: times(d.trafficFactor),
    others: share(d.othersShare),
  };
  const isOneOfSeveral = code === 'servers' && cause.instance >= 0;
  return words.causes[isOneOfSeveral ? 'oneFull' : code](said);
}
