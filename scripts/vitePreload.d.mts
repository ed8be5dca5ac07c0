import type { Plugin } from 'vite';
export function preloadOf(source: string, media?: string): Plugin;
