/** The tokens' colours, measured: readable, and told apart by everybody, in every theme. Bend one and this says which. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apart, contrast, deltaE2000, labOf, lightnessOf, type Vision } from './colourForTests.ts';

/** Without the rules that keep a theme from paper. */
const onScreen = (sheet: string): string =>
  sheet.replace(/^@media screen \{\n([\s\S]*?)^\}/gm, (_, inside: string) => inside.replace(/^ {2}/gm, ''));
const css = ['tokens.css', 'projector.css'].map((file) => `\n${onScreen(readFileSync(new URL(file, import.meta.url), 'utf8'))}`).join('');

const visions: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];
const themes = ['light', 'dark', 'projector'] as const;
type Theme = (typeof themes)[number];

function block(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  if (start < 0) throw new Error(`no block for ${selector}`);
  const body = css.slice(start, css.indexOf('\n}', start));
  return new Map([...body.matchAll(/^ {2}--([a-z0-9-]+): (#[0-9a-f]{6});/gm)].map(([, name, value]) => [name, value]));
}

/** A theme says what differs from the light one. */
const light = block(':root');
const coloursOf: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  light,
  dark: new Map([...light, ...block(':root[data-theme="dark"]')]),
  projector: new Map([...light, ...block(':root[data-theme="projector"]')]),
};

const health = ['idle', 'ok', 'busy', 'saturated', 'down'];
const grounds = ['surface', 'canvas', 'ground', 'surface-sunken'];
const pairs = health.flatMap((one, i) => health.slice(i + 1).map((other) => [one, other] as const));

describe('CIEDE2000', () => {
  // Sharma, Wu and Dalal 2005, table 1: pairs that trip up wrong hue means, chroma of zero and the turn in the blues.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
    [[50, 2.8361, -74.02], [50, 0, -82.7485], 3.4412],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [61, -5, 29], 22.8977],
    [[50, 2.5, 0], [56, -27, -3], 31.903],
    [[50, 2.5, 0], [58, 24, 15], 19.4535],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
    [[61.2901, 3.7196, -5.3901], [61.4292, 2.248, -4.962], 1.8731],
    [[35.0831, -44.1164, 3.7933], [35.0232, -40.0716, 1.5901], 1.8645],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[36.4612, 47.858, 18.3852], [36.2715, 50.5065, 21.2231], 1.4146],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
    [[90.9257, -0.5406, -0.9208], [88.6381, -0.8985, -0.7239], 1.5381],
    [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('%j and %j', (one, other, expected) => {
    expect(deltaE2000(one, other)).toBeCloseTo(expected, 4);
    expect(deltaE2000(other, one)).toBeCloseTo(expected, 4);
  });

  it('works on Lab under D65', () => {
    const [l, a, b] = labOf('#ff0000');
    expect([l, a, b].map((value) => Math.round(value * 10) / 10)).toEqual([53.2, 80.1, 67.2]);
    expect(labOf('#ffffff').map((value) => Math.round(value) + 0)).toEqual([100, 0, 0]);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    // A grey stays what it is for everybody; red and green of one lightness meet for who lacks red or green.
    for (const vision of visions) expect(apart('#808080', '#808080', vision)).toBe(0);
    expect(apart('#a06000', '#608000', 'deutan')).toBeLessThan(apart('#a06000', '#608000', 'normal') / 3);
  });
});

describe.each(themes)('%s', (theme) => {
  const colours = coloursOf[theme];
  const colour = (name: string): string => {
    const value = colours.get(name);
    if (!value) throw new Error(`${theme} has no colour --${name}`);
    return value;
  };
  const bad = (rows: readonly (readonly [string, number, number])[]): string[] =>
    rows
      .filter(([, measured, least]) => measured < least)
      .map(([what, measured, least]) => `${what}: ${measured.toFixed(2)}, wants ${least}`);

  it('text is read on every ground', () => {
    const texts = ['text', 'text-soft', 'text-faint', 'accent-text', 'danger'];
    expect(
      bad([
        ...texts.flatMap((text) => grounds.map((ground) => [`${text} on ${ground}`, contrast(colour(text), colour(ground)), 4.5] as const)),
        ...(['hover', 'active'] as const).flatMap((state) =>
          ['text', 'text-soft'].map((text) => [`${text} on ${state}`, contrast(colour(text), colour(`surface-${state}`)), 4.5] as const),
        ),
        ['on accent', contrast(colour('text-on-accent'), colour('accent')), 4.5],
        ['on accent, hovered', contrast(colour('text-on-accent'), colour('accent-hover')), 4.5],
        ['accent text on its ground', contrast(colour('accent-text'), colour('accent-soft')), 4.5],
        ['warning', contrast(colour('warning-text'), colour('warning-soft')), 4.5],
        ['danger on its ground', contrast(colour('danger'), colour('danger-soft')), 4.5],
        // Signs of one large bold letter or shape.
        ...health
          .slice(1)
          .map((state) => [`sign on ${state}`, contrast(colour(`on-health-${state}`), colour(`health-${state}`)), 3] as const),
      ]),
    ).toEqual([]);
  });

  it('what is drawn stands out from its ground', () => {
    const least = theme === 'projector' ? 4.5 : 3;
    const drawn = ['control-border', 'accent', 'focus', ...health.map((state) => `health-${state}`)];
    expect(
      bad(
        drawn.flatMap((name) =>
          ['surface', 'canvas'].map((ground) => [`${name} on ${ground}`, contrast(colour(name), colour(ground)), least] as const),
        ),
      ),
    ).toEqual([]);
  });

  it('kinds of health are told apart by everybody, also on a grey screen', () => {
    const of = (state: string): string => colour(`health-${state}`);
    expect(
      bad([
        ...pairs.flatMap(([one, other]) =>
          visions.map((vision) => [`${one} and ${other}, ${vision}`, apart(of(one), of(other), vision), 15] as const),
        ),
        ...pairs.map(([one, other]) => [`${one} and ${other}, grey`, Math.abs(lightnessOf(of(one)) - lightnessOf(of(other))), 8] as const),
      ]),
    ).toEqual([]);
  });

  it('the utilization ramp goes one way, in steps that everybody sees', () => {
    const ramp = [0, 1, 2, 3, 4].map((step) => colour(`ramp-${step}`));
    const steps = ramp.slice(1).map((next, i) => [ramp[i], next] as const);
    const lightness = ramp.map(lightnessOf);
    const away = theme === 'dark' ? 1 : -1;
    expect(lightness).toEqual([...lightness].sort((a, b) => away * (a - b)));
    expect(
      bad([
        ...steps.flatMap(([one, next], i) => visions.map((vision) => [`step ${i}, ${vision}`, apart(one, next, vision), 13] as const)),
        ...steps.map(([one, next], i) => [`step ${i}, grey`, Math.abs(lightnessOf(one) - lightnessOf(next)), 9] as const),
      ]),
    ).toEqual([]);
  });
});

it('before the page has said its theme, a dark system sees the dark one', () => {
  const start = css.indexOf('@media screen and (prefers-color-scheme: dark)');
  const early = [...css.slice(start, css.indexOf('\n}', start)).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)];
  expect(early.length).toBeGreaterThanOrEqual(5);
  for (const [, name, value] of early) expect(`${name} ${value}`).toBe(`${name} ${coloursOf.dark.get(name)}`);
});
