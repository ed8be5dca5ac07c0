/** Whoever adds a window, a panel, a menu or a part that comes late says in which picture it is looked at. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, looks, sizes, stateLooks, themes } from './shotLooks.mjs';
import { seenIn, unseen } from './shotPanels.mjs';
import { states } from './shotStates.mjs';

const src = join(import.meta.dirname, '../src');
const rooms = ['panels', 'charts', 'canvas', 'embed'];
const components = rooms.flatMap((room) =>
  readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
    .map((file) => ({ file: `${room}/${file}`, text: readFileSync(join(src, room, file), 'utf8') })),
);

/** What opens over the page or beside it. */
const opens = /<(Dialog|Sheet|Popover|Menu|PointMenu|Picker)[\s>]|\bpopover=|strip\.strip\b|styles\.strip\b/;
const late = components.flatMap(({ text }) =>
  [...text.matchAll(/latePart\(async \(\) => \(await import\('[^']+'\)\)\.(\w+)/g)].map(([, name]) => name),
);
const found = [
  ...new Set([...components.filter(({ text }) => opens.test(text)).map(({ file }) => basename(file, '.tsx')), ...late]),
].sort();
const pictures = [...states.map(({ name }) => name), ...looks.map(({ name }) => `panel-${name}`)];

describe('pictures', () => {
  it('are taken of every window, panel, menu, strip and late part', () => {
    expect(found.length).toBeGreaterThan(90);
    expect(found.filter((name) => !(name in seenIn) && !(name in unseen))).toEqual([]);
    expect(
      Object.keys({ ...seenIn, ...unseen }).filter((name) => !found.includes(name)),
      'gone from the page',
    ).toEqual([]);
  });

  it('are there under the names that are told', () => {
    expect(Object.entries(seenIn).filter(([, picture]) => !pictures.includes(picture))).toEqual([]);
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('are taken of every dialog', () => {
    const names = /type DialogName =([^;]+);/.exec(readFileSync(join(src, 'store/sessionStore.ts'), 'utf8'))?.[1] ?? '';
    const asked = [...names.matchAll(/'([a-zA-Z-]+)'/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !states.some(({ dialog }) => dialog === name))).toEqual([]);
  });

  it('are seen in every theme, language and size', () => {
    const seen = (what: 'theme' | 'lang' | 'width') => new Set(stateLooks.map((look) => look[what]));
    expect(seen('theme')).toEqual(new Set(themes));
    expect(seen('lang')).toEqual(new Set(languages));
    expect(seen('width')).toEqual(new Set(sizes.map(({ width }) => width)));
  });
});
