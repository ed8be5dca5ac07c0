import type { Plugin } from 'vite';

export function withNumbers(code: string): string;
export function numbersInPlace(): Plugin;
