import type { Plugin } from 'vite';
export function isApart(code: string): boolean;
/** @returns file -> what it was built to */
export function buildTests(root: string, outDir: string, files: string[], plugins?: Plugin[]): Promise<Map<string, string>>;
/**
 * @param which paths of test files, relative to the root, that are built before a run
 * @param plugins of the page's build that what is tested needs
 */
export function wholeTests(which: RegExp, plugins: Plugin[]): Plugin;
