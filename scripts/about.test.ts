import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { currentFormat } from '../src/design/migrations.ts';
import { engineMajor } from '../src/engine/version.ts';
import { siteUrl } from './viteAbout.mjs';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

it('pictures of links have the address of the host if it is known, and stand beside the page if not', () => {
  expect(siteUrl('')).toBe('./');
  expect(siteUrl('https://example.org/faultline')).toBe('https://example.org/faultline/');
  expect(siteUrl('https://example.org/')).toBe('https://example.org/');
  expect(() => siteUrl('javascript:alert(1)')).toThrow('http');
  expect(() => siteUrl('example')).toThrow();
});

it('what is new begins with this release, this format and this engine', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(/^## (.*)$/m.exec(read('CHANGELOG.md'))?.[1]).toBe(`${version} (format ${currentFormat}, engine ${engineMajor})`);
});

it('the page that is not there runs nothing and needs no script to be read', () => {
  const page = read('public/404.html');
  expect(page).not.toMatch(/<script|<style|style=|\son\w+=/i);
  expect(page).toContain('lang="ko"');
});
