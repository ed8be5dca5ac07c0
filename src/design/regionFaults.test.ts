import { expect, it } from 'vitest';
import { templateNamed } from '../library/templates.ts';
import type { Design } from './design.ts';
import { actsOnRegion } from './regionFaults.ts';

const design = templateNamed('far-users')?.design as Design;
const [korea, usEast] = ['dc-1', 'dc-2'];

it('a region dies with all its machines, and not with its people', () => {
  expect(actsOnRegion(design, usEast, 'crash', 30)).toEqual(
    ['lb-1', 'web-1', 'db-1'].map((node) => ({ act: 'crash', node, instance: null, seconds: 30 })),
  );
  expect(actsOnRegion(design, korea, 'crash')).toEqual([]);
  expect(actsOnRegion(design, usEast, 'recover', 30)[0]).toEqual({ act: 'recover', node: 'lb-1', instance: null });
});

it('a region is cut off by the wires over its border, and by those alone', () => {
  const inside = new Set(['lb-1', 'web-1', 'db-1']);
  const cut = actsOnRegion(design, usEast, 'cut').map((act) => ('link' in act ? act.link : ''));
  const border = design.links.filter(({ from, to }) => inside.has(from) !== inside.has(to)).map(({ id }) => id);
  expect(cut).toEqual(border);
  expect(cut.length).toBeGreaterThan(0);
  expect(actsOnRegion(design, usEast, 'join').map((act) => act.act)).toEqual(cut.map(() => 'mend-link'));
});
