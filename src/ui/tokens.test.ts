/** Measures and colours are named once, in tokens.css: every other style sheet is read and asked what it names itself. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const textsOf = (ending: RegExp): Readonly<Record<string, string>> =>
  Object.fromEntries(files.filter((file) => ending.test(file)).map((file) => [file, readFileSync(join(src, file), 'utf8')]));

const sheets = textsOf(/\.css$/);
const scripts = textsOf(/(?<!\.test)\.tsx?$/);
const tokens = 'ui/tokens.css';
/** The same names with other values. */
const otherTokens = ['ui/projector.css', 'ui/presenting.css', 'ui/forcedColours.css'];
/** In canvas units, which cardGeometry.ts and the gauge painter share: no measures of the page. */
const inCanvasUnits = ['canvas/NodeCard.module.css', 'canvas/NodeHands.module.css'];

const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');

interface Declaration {
  file: string;
  property: string;
  value: string;
}

const declarations: readonly Declaration[] = Object.entries(sheets)
  .filter(([file]) => file !== tokens && !otherTokens.includes(file))
  .flatMap(([file, css]) =>
    [...withoutComments(css).matchAll(/[{;]\s*([a-z-]+):\s*([^;{}]+)(?=[;}])/g)].map(([, property, value]) => ({
      file,
      property,
      value: value.replace(/\s+/g, ' ').trim(),
    })),
  );

/** Every declaration of these properties whose value, without tokens and words, still holds something. */
function offenders(properties: RegExp, isNamed: (value: string) => boolean): string[] {
  return declarations
    .filter(({ file, property, value }) => properties.test(property) && !inCanvasUnits.includes(file) && !isNamed(value))
    .map(({ file, property, value }) => `${file}: ${property}: ${value}`);
}

/** Only tokens, and words that name no measure. */
const holdsNo = (literal: RegExp) => (value: string) => !literal.test(value.replace(/var\(--[a-z0-9-]+\)/g, ''));

it('reads all style sheets', () => {
  expect(Object.keys(sheets).length).toBeGreaterThan(50);
  expect(declarations.length).toBeGreaterThan(2000);
});

it('colours are tokens', () => {
  expect(
    offenders(
      /./,
      holdsNo(/#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\(|\b(?:white|black|gr[ae]y|red|green|blue)\b/i),
    ),
  ).toEqual([]);
});

it('no colour goes by its name', () => {
  const words =
    /^(none|transparent|inherit|currentcolor|canvas|canvastext|highlight|highlighttext|linktext|graytext|buttontext|buttonborder)$/i;
  const isNamed = (value: string) => value.includes('(') || words.test(value);
  expect(offenders(/^(color|background-color|fill|stroke|(border|outline)(-\w+)?-color)$/, isNamed)).toEqual([]);
  expect(offenders(/^background$/, isNamed)).toEqual([]);
});

it('type sizes, weights and lines are tokens', () => {
  const isNamed = (prefix: string) => (value: string) =>
    new RegExp(`^(var\\(--${prefix}-[a-z0-9-]+\\)|inherit|1|0|[\\d.]+em)$`).test(value);
  expect(offenders(/^font-size$/, isNamed('(?:size|card|chart)'))).toEqual([]);
  expect(offenders(/^font-weight$/, isNamed('weight'))).toEqual([]);
  expect(offenders(/^line-height$/, isNamed('line'))).toEqual([]);
});

it('gaps, paddings and margins are steps of the grid', () => {
  // One pixel is a hairline's own; six and more steps are the widths of something beside.
  const literal = /(?<![\d.])(?!(?:0|1|48|56|64|72|80|96)px)\d+(?:\.\d+)?px/;
  expect(
    offenders(/^(?:(?:row-|column-)?gap|padding(?:-\w+)?|margin(?:-\w+)?)$/, (value) => holdsNo(literal)(value.replace(/, 0px\)/g, ')'))),
  ).toEqual([]);
});

it('corners are tokens', () => {
  expect(offenders(/radius$/, holdsNo(/[1-9]\d*(?:\.\d+)?px/))).toEqual([]);
});

it('there is one elevation; other shadows are rings', () => {
  const isRing = (shadow: string) => /^(inset )?0 (0|-1px) ?(0 [\d.]+px)? ?var\(--[a-z-]+(, var\(--[a-z-]+\))?\)$/.test(shadow);
  const isNamed = (value: string) => /^(none|var\(--shadow\))$/.test(value) || value.split(/, (?=0|inset)/).every(isRing);
  expect(offenders(/^box-shadow$/, isNamed)).toEqual([]);
});

it('figures are tabular', () => {
  expect(sheets['ui/base.css']).toMatch(/body \{[^}]*font-variant-numeric: tabular-nums;/);
  expect(offenders(/^font-variant-numeric$/, (value) => /^(tabular-nums|inherit)$/.test(value))).toEqual([]);
});

it('what is read as a token is one, and every token is read', () => {
  const known = new Set([...sheets[tokens].matchAll(/^\s+(--[a-z0-9-]+):/gm)].map(([, name]) => name));
  const everything = [...Object.values(sheets), ...Object.values(scripts)].join('\n');
  // Handed from an element to what is drawn in it, by a style sheet or a script.
  const own = new Set([...everything.matchAll(/(--[a-z][a-z0-9-]*)['"]?(?:\]|\))?\s*[:,]/g)].map(([, name]) => name));
  const read = new Set([...everything.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name));
  expect(
    [...read].filter(
      (name) => !known.has(name) && !own.has(name) && !name.endsWith('-') && !name.startsWith('--xy-') && !name.startsWith('--radix-'),
    ),
  ).toEqual([]);
  const mentioned = (name: string) => read.has(name) || everything.includes(`'${name}'`) || everything.includes(`'${name.slice(2)}'`);
  expect([...known].filter((name) => !mentioned(name) && !/^--(ramp|space|size|line)-\d$/.test(name))).toEqual([]);
});

it('the other token sheets give other values, not other tokens', () => {
  const namesIn = (file: string) => [...sheets[file].matchAll(/^\s+(--[a-z0-9-]+):/gm)].map(([, name]) => name);
  const known = namesIn(tokens);
  for (const file of otherTokens) expect(namesIn(file).filter((name) => !known.includes(name))).toEqual([]);
});
