import type { Plugin } from 'vite';
export function slimFlow(): Plugin;
