/** Notes of the run -> event marks on the time axis, and where marks stand too close, one badge for several. Pure. */

import type { Note, NoteCode } from '../engine/frame.ts';

/** How loudly a mark speaks: of several in one place the loudest gives the icon. */
export type MarkTone = 'bad' | 'good' | 'plain';

const tones: Readonly<Record<NoteCode, MarkTone>> = {
  crash: 'bad',
  hang: 'bad',
  slow: 'bad',
  recover: 'good',
  change: 'plain',
  'marked-down': 'bad',
  'marked-up': 'good',
  'failover-started': 'bad',
  promoted: 'good',
  'writes-lost': 'bad',
  rejoined: 'good',
  'messages-lost': 'bad',
  saturated: 'bad',
  desaturated: 'good',
  'first-failure': 'bad',
  overflow: 'bad',
  standstill: 'bad',
  scaled: 'plain',
  'deploy-started': 'plain',
  deployed: 'good',
  'rolled-back': 'bad',
  'bug-caught': 'good',
  struck: 'bad',
  mended: 'good',
  'link-struck': 'bad',
  'link-mended': 'good',
  'alert-errors': 'bad',
  'alert-latency': 'bad',
  'alert-cpu': 'bad',
  'alert-down': 'bad',
  'alert-burn': 'bad',
  'alert-over': 'good',
  'human-acts': 'plain',
  restarted: 'good',
  'breaker-open': 'bad',
  'breaker-half-open': 'plain',
  'breaker-closed': 'good',
  'disk-high': 'bad',
  'disk-full': 'bad',
  'reshard-started': 'plain',
  resharded: 'good',
  elected: 'plain',
  replayed: 'plain',
  repointed: 'good',
  fenced: 'plain',
  'split-brain': 'bad',
  'split-healed': 'good',
  'went-async': 'bad',
  resizing: 'plain',
  resized: 'good',
  rewound: 'bad',
};

/** Most telling first: what somebody did, then what the system did about it, then what it suffered. */
const loudest: readonly NoteCode[] = [
  'overflow',
  'standstill',
  'crash',
  'hang',
  'promoted',
  'split-brain',
  'failover-started',
  'slow',
  'struck',
  'link-struck',
  'recover',
  'rolled-back',
  'deploy-started',
  'deployed',
  'bug-caught',
  'mended',
  'link-mended',
  'breaker-open',
  'breaker-closed',
  'breaker-half-open',
  'change',
  'scaled',
  'disk-full',
  'disk-high',
  'reshard-started',
  'resharded',
  'writes-lost',
  'rewound',
  'messages-lost',
  'split-healed',
  'fenced',
  'resizing',
  'resized',
  'went-async',
  'elected',
  'replayed',
  'repointed',
  'rejoined',
  'alert-down',
  'alert-errors',
  'alert-burn',
  'alert-latency',
  'alert-cpu',
  'human-acts',
  'restarted',
  'alert-over',
  'first-failure',
  'marked-down',
  'marked-up',
  'saturated',
  'desaturated',
];

/** What is known without looking into any part: what somebody did, what users met, what a tool said. */
const publicCodes: ReadonlySet<NoteCode> = new Set([
  'change',
  'first-failure',
  'overflow',
  'standstill',
  'alert-errors',
  'alert-latency',
  'alert-cpu',
  'alert-down',
  'alert-burn',
  'alert-over',
  'human-acts',
  'restarted',
]);

/** Whether a note is told where only tools are believed. */
export const isTold = (note: Note, isSeenNode: (node: number) => boolean): boolean =>
  publicCodes.has(note.code) || note.node < 0 || isSeenNode(note.node);

export interface Mark {
  time: number;
  code: NoteCode;
  tone: MarkTone;
  node: number;
  /** Instances it happened to, in order; empty when it was all of them or none in particular. */
  instances: readonly number[];
  value: number;
  /** Which fault, of strikes; of a wire, which wire of the plan. */
  fault?: number;
  link?: number;
}

/** Notes of one moment, code and node are one mark: crashing five instances is one event to people. */
export function marksOf(notes: readonly Note[]): readonly Mark[] {
  const marks = new Map<string, Mark & { instances: number[] }>();
  for (const { time, code, node, instance, value, fault, link } of notes) {
    const key = `${time}/${code}/${node}/${fault}/${link}`;
    const known = marks.get(key);
    if (known) {
      if (instance >= 0) known.instances.push(instance);
      if (counted.has(code)) known.value += value;
    } else {
      marks.set(key, { time, code, tone: tones[code], node, instances: instance >= 0 ? [instance] : [], value, ...about(fault, link) });
    }
  }
  return [...marks.values()].sort((a, b) => a.time - b.time);
}

const about = (fault: number | undefined, link: number | undefined): Pick<Mark, 'fault' | 'link'> => ({
  ...(fault === undefined ? {} : { fault }),
  ...(link === undefined ? {} : { link }),
});

/** Codes whose value is a count of things, to be added up. */
const counted: ReadonlySet<NoteCode> = new Set(['writes-lost', 'messages-lost']);

export interface MarkCluster {
  /** Where the badge stands, in pixels. */
  left: number;
  loudest: Mark;
  marks: readonly Mark[];
  /** Those that get a line through the charts: what was done and what the system did, else the loudest alone. */
  lines: readonly Mark[];
}

/** Symptoms come in swarms; a line for each would hide the data. */
const symptoms: ReadonlySet<NoteCode> = new Set(['first-failure', 'marked-down', 'marked-up', 'saturated', 'desaturated']);

/** Of several marks in one place the lowest is the one to show. */
export const rankOf = (mark: Mark): number => loudest.indexOf(mark.code);

/** Groups marks so that two badges are never nearer than `gap` pixels. Marks must be in order of time. */
export function clusterMarks(marks: readonly Mark[], leftOf: (seconds: number) => number, gap: number): readonly MarkCluster[] {
  const clusters: Mark[][] = [];
  let anchor = Number.NEGATIVE_INFINITY;
  for (const mark of marks) {
    const left = leftOf(mark.time);
    if (left - anchor < gap) {
      clusters.at(-1)?.push(mark);
    } else {
      clusters.push([mark]);
      anchor = left;
    }
  }
  return clusters.map((members) => {
    const top = members.reduce((best, mark) => (rankOf(mark) < rankOf(best) ? mark : best));
    const told = members.filter((mark) => !symptoms.has(mark.code));
    return { left: leftOf(members[0].time), loudest: top, marks: members, lines: told.length > 0 ? loudestOfEachMoment(told) : [top] };
  });
}

/** Marks in order of time: of those of one moment only the loudest stays. */
function loudestOfEachMoment(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (last?.time !== mark.time) kept.push(mark);
    else if (rankOf(mark) < rankOf(last)) kept[kept.length - 1] = mark;
  }
  return kept;
}
