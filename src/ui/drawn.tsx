/** Icons of one family, drawn for this page: 24 px, 20 of them used, one stroke of 1.75 px with round ends and joins, one path each. */

import type { ComponentType, SVGProps } from 'react';

export interface IconProps extends SVGProps<SVGSVGElement> {
  /** Pixels of the page, both ways. */
  size?: number;
}

export type Icon = ComponentType<IconProps>;

/** @param path as in an SVG path's `d`, within 2 to 22 of a square of 24; a dot is a line of no length, `h.01`. */
export function drawn(path: string): Icon {
  return function Drawn({ size = 24, ...rest }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        {...rest}
      >
        <path d={path} />
      </svg>
    );
  };
}
