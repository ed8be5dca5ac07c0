import type { TestSequencer, TestSpecification } from 'vitest/node';
export const longest: readonly string[];
export class LongestFirst implements TestSequencer {
  sort(files: TestSpecification[]): TestSpecification[];
  shard(files: TestSpecification[]): TestSpecification[];
}
