/** Every kind has an icon of the house's own family, and none looks like another's. */

import type { ReactElement, SVGProps } from 'react';
import { expect, it } from 'vitest';
import type { IconProps } from '../ui/drawn.tsx';
import { RegionIcon } from '../ui/regionIcon.tsx';
import { nodeKinds } from './specs.ts';
import { views } from './views.ts';

type Drawing = ReactElement<SVGProps<SVGSVGElement> & { children: ReactElement<{ d: string }> }>;

const pictures = [...nodeKinds.map((kind) => ({ name: kind as string, icon: views[kind].icon })), { name: 'region', icon: RegionIcon }].map(
  ({ name, icon }) => ({ name, drawing: (icon as (props: IconProps) => Drawing)({ size: 16 }) }),
);

it.each(pictures)('$name is one path with the stroke of the family', ({ drawing: { props } }) => {
  expect(props).toMatchObject({
    width: 16,
    height: 16,
    viewBox: '0 0 24 24',
    strokeWidth: 1.75,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  });
  expect(props.children.type).toBe('path');
  expect(props.children.props.d).toMatch(/^M[\d\s.,a-zA-Z-]+$/);
});

it('no two are the same', () => {
  const paths = pictures.map(({ drawing }) => drawing.props.children.props.d);
  expect(new Set(paths).size).toBe(paths.length);
});
