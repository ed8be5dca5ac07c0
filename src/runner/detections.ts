/**
 * How long it took until a fault was noticed and until it was over, read from the notes alone. Noticed is the first alert on the part
 * itself, or where nobody watches it the first on any other; without a monitor nobody notices anything but the users. Pure.
 */

import type { Note, NoteCode } from '../engine/frame.ts';

export interface Detection {
  /** Plan index of the part that broke, its instance (-1 = all) and how. */
  node: number;
  instance: number;
  fault: NoteCode;
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

const faults: readonly NoteCode[] = ['crash', 'hang', 'slow'];
const repairs: readonly NoteCode[] = ['recover', 'restarted'];
export const alertCodes: readonly NoteCode[] = ['alert-errors', 'alert-latency', 'alert-cpu', 'alert-down', 'alert-burn'];

/** Every fault, in order of time; several instances broken by one act are one. */
export function detectionsOf(notes: readonly Note[]): Detection[] {
  const broken = notes.filter(({ code }) => faults.includes(code));
  return broken.map((fault) => {
    const isSame = (note: Note) =>
      note.node === fault.node && (note.instance < 0 || fault.instance < 0 || note.instance === fault.instance);
    const after = notes.filter((note) => note.time >= fault.time);
    const repair = after.find((note) => repairs.includes(note.code) && isSame(note));
    const until = repair?.time ?? Number.MAX_VALUE;
    const alerts = after.filter((note) => alertCodes.includes(note.code) && note.time <= until);
    const alert = alerts.find(({ node }) => node === fault.node) ?? alerts[0];
    return {
      node: fault.node,
      instance: fault.instance,
      fault: fault.code,
      faultAt: fault.time,
      detectedAt: alert?.time ?? null,
      alert: alert?.code ?? null,
      alertNode: alert?.node ?? -1,
      repairedAt: repair?.time ?? null,
      secondsToDetection: alert ? alert.time - fault.time : null,
      secondsToRepair: repair ? repair.time - fault.time : null,
    };
  });
}
