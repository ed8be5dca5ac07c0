import type { TestProjectConfiguration } from 'vitest/config';
export const unitProjects: TestProjectConfiguration[];
