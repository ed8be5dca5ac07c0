/**
 * Raised when a rubric, a task's traffic or chaos, or what a line measures changes: whoever reads a report of an earlier edition is told why the
 * same design comes to other numbers now. `edition.test.ts` notices such a change.
 *
 * 2: jobs by class and answers by population graded by their own percentiles; sales and tickets by what the stock was oversold.
 */
export const rubricEdition = 2;
