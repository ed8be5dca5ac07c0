/** Where all stands that is pressed, read first or filled in: one line each, so that what moved can be told by its name. */

import type { Locator } from '@playwright/test';

export interface Place {
  /** Tag, and what it is called. */
  what: string;
  /** CSS pixels from the part's corner: left, top, width, height. */
  box: readonly [number, number, number, number];
}

/** Fonts and engines round differently by a fraction; a pixel is a pixel. */
const slack = 0.75;

const held =
  '#canvas, #charts, h1, h2, h3, p, button, a[href], input, select, textarea, summary, [role="tab"], [role="switch"], [role="slider"]';

export const placesIn = (part: Locator): Promise<Place[]> =>
  part.evaluate((root, selector) => {
    const corner = root.getBoundingClientRect();
    const found = [...root.querySelectorAll<HTMLElement>(selector)].flatMap((each): Place[] => {
      const { left, top, width, height } = each.getBoundingClientRect();
      if (width < 2 || height < 2 || !each.checkVisibility({ visibilityProperty: true })) return [];
      const name = (each.getAttribute('aria-label') ?? each.textContent ?? '')
        .replace(/\s+/g, ' ')
        .replace(/\d+/g, '0')
        .trim()
        .slice(0, 32)
        .trim();
      const round = (value: number): number => Math.round(value * 10) / 10;
      return [
        {
          what: `${each.localName} ${name}`.trim(),
          box: [round(left - corner.left), round(top - corner.top), round(width), round(height)],
        },
      ];
    });
    // A part that is only looked at, such as a card: its size.
    return found.length > 0 ? found : [{ what: 'whole', box: [0, 0, Math.round(corner.width), Math.round(corner.height)] }];
  }, held);

export const writePlaces = (places: readonly Place[]): string => places.map(({ what, box }) => `${box.join(' ')} | ${what}\n`).join('');

export const readPlaces = (text: string): Place[] =>
  text.split('\n').flatMap((line) => {
    const [left, top, width, height, what] = /^(\S+) (\S+) (\S+) (\S+) \| (.*)$/.exec(line)?.slice(1) ?? [];
    return what === undefined ? [] : [{ what, box: [Number(left), Number(top), Number(width), Number(height)] as const }];
  });

/** What is not where it was, in words; things of one name are told apart by their order. */
export function moved(before: readonly Place[], now: readonly Place[]): string[] {
  const byName = (places: readonly Place[]): Map<string, Place> => {
    const seen = new Map<string, number>();
    return new Map(
      places.map((place) => {
        const count = (seen.get(place.what) ?? 0) + 1;
        seen.set(place.what, count);
        return [`${place.what} #${count}`, place];
      }),
    );
  };
  const [was, is] = [byName(before), byName(now)];
  const gone = [...was.keys()].filter((name) => !is.has(name)).map((name) => `gone: ${name}`);
  return [...is].reduce((told, [name, { box }]) => {
    const old = was.get(name)?.box;
    if (!old) told.push(`new: ${name}`);
    else if (box.some((value, i) => Math.abs(value - old[i]) > slack)) told.push(`${name}: ${old.join(' ')} -> ${box.join(' ')}`);
    return told;
  }, gone);
}
