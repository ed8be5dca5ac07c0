import type { TestProjectConfiguration } from 'vitest/config';
export const unitProjects: TestProjectConfiguration[];
/** Whether nothing stays from a test of the page to the next, as far as its text and all that it reaches say. */
export function keepsNothing(test: string): boolean;
