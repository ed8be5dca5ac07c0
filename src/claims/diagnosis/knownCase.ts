/** A design built so that it is known what is wrong with it, and when to look. */

import type { Design } from '../../design/design.ts';
import type { CauseCode } from '../../runner/diagnosis/cause.ts';
import type { DiagnosisKind } from '../../runner/diagnosis/diagnose.ts';

export interface KnownCase {
  name: string;
  design: Design;
  /** Simulated second at which it is looked at. */
  at: number;
  kind: DiagnosisKind | readonly DiagnosisKind[];
  code: CauseCode | null;
  /** Id of the part it began at; '' where nothing did. */
  where: string;
  instance?: number;
  by?: string;
  /** Id of the wire it is about. */
  wire?: string;
  /** When it began, give or take two and a half seconds. */
  since?: number;
}
