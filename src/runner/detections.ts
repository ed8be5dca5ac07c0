/**
 * How long it took until a fault was noticed and until it was over, read from the notes alone. Noticed is the first alert on the part
 * itself, or where nobody watches it the first on any other; of a release also the moment it is taken back. Without a monitor nobody
 * notices anything but the users. Pure.
 */

import type { Note, NoteCode } from '../engine/frame.ts';

export interface Detection {
  /** Plan index of the part that broke, its instance (-1 = all) and how; `deploy-started` is a release that was taken back. */
  node: number;
  instance: number;
  fault: NoteCode;
  /** Of strikes: which fault, by the engine's number; of a wire, its plan index. -1 where it is neither. */
  strike: number;
  link: number;
  /** How much of it, as its note says. */
  value: number;
  /** Simulated seconds. */
  faultAt: number;
  detectedAt: number | null;
  /** The alert, and the part it was about. */
  alert: NoteCode | null;
  alertNode: number;
  repairedAt: number | null;
  secondsToDetection: number | null;
  secondsToRepair: number | null;
}

/** What ends each. A strike of a moment has no end: what it does may be noticed for as long as the run goes. */
const repairsOf: Readonly<Partial<Record<NoteCode, readonly NoteCode[]>>> = {
  crash: ['recover', 'restarted'],
  hang: ['recover', 'restarted'],
  slow: ['recover', 'restarted'],
  struck: ['mended', 'recover', 'restarted'],
  'link-struck': ['link-mended'],
  'deploy-started': ['rolled-back'],
};
export const alertCodes: readonly NoteCode[] = ['alert-errors', 'alert-latency', 'alert-cpu', 'alert-down', 'alert-burn'];

/** Every fault, in order of time; several instances broken by one act are one. */
export function detectionsOf(notes: readonly Note[]): Detection[] {
  return notes.flatMap((note, at) => {
    const repairs = repairsOf[note.code];
    if (!repairs) return [];
    const after = notes.slice(at + 1);
    const repair = after.find((later) => repairs.includes(later.code) && ends(later, note));
    return note.code === 'deploy-started' && !repair ? [] : [detectionOf(note, after, repair)];
  });
}

function detectionOf(fault: Note, after: readonly Note[], repair: Note | undefined): Detection {
  const until = repair?.time ?? Number.MAX_VALUE;
  const alerts = after.filter((note) => alertCodes.includes(note.code) && note.time <= until);
  const alert = alerts.find(({ node }) => node === fault.node) ?? alerts[0] ?? (fault.code === 'deploy-started' ? repair : undefined);
  return {
    node: fault.node,
    instance: fault.instance,
    fault: fault.code,
    strike: fault.fault ?? -1,
    link: fault.link ?? -1,
    value: fault.value,
    faultAt: fault.time,
    detectedAt: alert?.time ?? null,
    alert: alert?.code ?? null,
    alertNode: alert?.node ?? -1,
    repairedAt: repair?.time ?? null,
    secondsToDetection: alert ? alert.time - fault.time : null,
    secondsToRepair: repair ? repair.time - fault.time : null,
  };
}

/** Whether a later note ends a fault: of the same part and, where both name one, the same instance, fault, wire and version. */
function ends(later: Note, fault: Note): boolean {
  if (later.node !== fault.node) return false;
  if (fault.code === 'deploy-started') return later.value === fault.value;
  if (fault.link !== undefined) return later.link === fault.link && later.fault === fault.fault;
  if (later.fault !== undefined && later.fault !== fault.fault) return false;
  return later.instance < 0 || fault.instance < 0 || later.instance === fault.instance;
}
