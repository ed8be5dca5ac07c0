/** A browser's worker that grades. */

import { serveCrew } from '../runner/crewMember.ts';
import { playGradeJob } from './gradeJob.ts';

serveCrew(playGradeJob);
