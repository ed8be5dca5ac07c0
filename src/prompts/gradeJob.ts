/** One seed of one hand-in as a job for a crew of workers: the page's or Node's. */

import type { Design } from '../design/design.ts';
import type { Crew } from '../runner/crew.ts';
import type { Task } from './calmDesign.ts';
import { gradeSeed } from './grade.ts';
import type { SeedGrade } from './seedGrade.ts';

export interface GradeJob {
  task: Task;
  design: Design;
  seed: number;
}
/** Simulated seconds reached. */
export type GradeCrew = Crew<GradeJob, number, SeedGrade>;

/** @param say called with the simulated seconds reached, so that whoever waits knows that it lives */
export const playGradeJob = ({ task, design, seed }: GradeJob, say: (seconds: number) => void): SeedGrade =>
  gradeSeed(task, design, seed, say);
