import type { Plugin } from 'vite';
export function licences(): { ofPage: Plugin; ofWorkers: Plugin };
export function packagesIn(chunks: Readonly<Record<string, object>> | readonly object[]): Set<string>;
export function listedIn(text: string): string[];
export function withListed(text: string, folders: Iterable<string>): string;
export function listedAs(folder: string): string;
