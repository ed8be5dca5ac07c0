export interface Found {
  from: 'env' | 'playwright' | 'system' | 'none';
  executablePath?: string;
}
export const args: string[];
export function findBrowser(): Found;
export function tryBrowser(): Promise<Found & { ok: boolean; version?: string; why?: string }>;
export function findFirefox(): string | undefined;
export function findWholeBrowser(): string | undefined;
