/** A region's sign, among those of the parts. */

import { drawn } from './drawn.tsx';

export const RegionIcon = drawn(
  'M2.5 8V5a2.5 2.5 0 0 1 2.5-2.5h3M16 2.5h3A2.5 2.5 0 0 1 21.5 5v3M21.5 16v3a2.5 2.5 0 0 1-2.5 2.5h-3M8 21.5H5A2.5 2.5 0 0 1 2.5 19v-3M12 17.25c2.5-2.6 4-4.4 4-6.5a4 4 0 0 0-8 0c0 2.1 1.5 3.9 4 6.5z',
);
