/** Stretches of a run that something lasted: outages, failovers, releases. From event marks; pure. */

import type { NoteCode } from '../engine/frame.ts';
import type { Mark } from './marks.ts';

export interface Stretch {
  from: number;
  /** Infinity while it lasts. */
  to: number;
  tone: 'bad' | 'plain';
}

/** What begins something, and what ends it. */
const ends: Readonly<Partial<Record<NoteCode, readonly NoteCode[]>>> = {
  crash: ['recover', 'restarted', 'promoted'],
  hang: ['recover', 'restarted', 'promoted'],
  'failover-started': ['promoted', 'recover'],
  'breaker-open': ['breaker-closed'],
  'deploy-started': ['deployed', 'rolled-back'],
  'reshard-started': ['resharded'],
  'split-brain': ['split-healed'],
  resizing: ['resized'],
};
const plain: ReadonlySet<NoteCode> = new Set(['deploy-started', 'reshard-started', 'resizing']);

/** In order of time; those that overlap and mean the same are one. */
export function stretchesOf(marks: readonly Mark[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [i, mark] of marks.entries()) {
    const over = ends[mark.code];
    if (!over) continue;
    const end = marks.slice(i + 1).find((later) => later.node === mark.node && over.includes(later.code));
    found.push({ from: mark.time, to: end?.time ?? Number.POSITIVE_INFINITY, tone: plain.has(mark.code) ? 'plain' : 'bad' });
  }
  return (['bad', 'plain'] as const).flatMap((tone) => joined(found.filter((stretch) => stretch.tone === tone)));
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else apart.push({ ...stretch });
  }
  return apart;
}
