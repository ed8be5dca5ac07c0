import type { Plugin } from 'vite';

export function siteUrl(given?: string): string;
export function about(versions: { format: number; engine: number }): Plugin;
