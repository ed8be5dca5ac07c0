import type { Plugin } from 'vite';
export function preloadOf(source: string, media?: string): Plugin;
export function wordsOf(languages: readonly string[]): Plugin;
