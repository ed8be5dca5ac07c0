import type { TestFile } from './badInputs.d.mts';

export const groups: readonly { number: number; what: string; outcome: string }[];
export function groupsTestedIn(file: string, source: string): number[];
export function tableOf(tests: readonly TestFile[]): { files: Map<number, string[]>; text: string };
