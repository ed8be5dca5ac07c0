import type { Plugin } from 'vite';
/** @param playing paths of test files that are bundled whole. */
export function wholeTests(playing: RegExp): Plugin;
