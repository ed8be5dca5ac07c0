import type { Plugin } from 'vite';
export function preloadOf(source: string): Plugin;
