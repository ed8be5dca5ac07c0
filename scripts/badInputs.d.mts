export interface TestFile {
  file: string;
  source: string;
}
export const page: string;
export function readTests(): TestFile[];
