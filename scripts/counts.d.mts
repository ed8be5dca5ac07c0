export interface Count {
  passed: number;
  failed: number;
  /** Tests that passed only when they were tried again. */
  flaky: string[];
}
export function countEndToEnd(report: unknown): Count;
export function countUnit(report: unknown): Count;
export function countIn(path: string, count: (report: unknown) => Count): Count;
