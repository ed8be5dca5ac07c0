/** What was changed so that a document from outside could be opened. Shown as a list; worded by `code` in the i18n room. */

import type { FieldRepairReason } from '../schema/accept.ts';
import { type FieldRepair, shown } from '../schema/parse.ts';

/**
 * Beside the reasons of single values:
 * - `bad-part`: not a part at all, or of nothing that could be a kind; left out
 * - `unknown-kind`: a kind this version does not have; kept as it came, and a note stands for it (`strangers.ts`)
 * - `bad-id`, `duplicate-id`: an id nobody may have, or one that was taken; given a new one
 * - `dangling-link`, `self-link`, `duplicate-link`: a wire that leads nowhere, to itself, or is there already; left out
 * - `unknown-group`, `unknown-region`: the node stands in no group; the group stands in the first region
 * - `text-cleaned`: invisible or too many characters; taken out
 * - `bad-number`: a place, time or size that is none or out of reach; the nearest, or the default
 * - `bad-event`: a line of the timeline that means nothing here; left out
 * - `bad-trace`, `bad-recording`: a trace without values, a recording without instants; left out. Demands that are not one per
 *   instant are left out, too
 */
export type RepairCode =
  | FieldRepairReason
  | 'bad-part'
  | 'unknown-kind'
  | 'bad-id'
  | 'duplicate-id'
  | 'dangling-link'
  | 'self-link'
  | 'duplicate-link'
  | 'unknown-group'
  | 'unknown-region'
  | 'text-cleaned'
  | 'bad-number'
  | 'bad-event'
  | 'bad-trace'
  | 'bad-recording';

export interface Repair {
  code: RepairCode;
  /** Id of the node, link or group as it is named now; else the name of the section: `nodes`, `workload`, `scenario`, …. */
  part: string;
  /** The property it happened to; '' for the part as a whole. */
  field: string;
  /** What stood there and what stands there now, shortened for showing. */
  given: string;
  kept: string;
}

/** The repairs of one document as they are found. */
export interface RepairLog {
  readonly found: Repair[];
  note(code: RepairCode, part: string, field: string, given: unknown, kept?: unknown): void;
  noteFields(part: string, repairs: readonly FieldRepair[]): void;
}

export function repairLog(): RepairLog {
  const found: Repair[] = [];
  const note: RepairLog['note'] = (code, part, field, given, kept = '') =>
    void found.push({ code, part, field, given: shown(given), kept: shown(kept) });
  return {
    found,
    note,
    noteFields: (part, repairs) => {
      for (const { reason, field, given, kept } of repairs) note(reason, part, field, given, kept ?? '');
    },
  };
}
