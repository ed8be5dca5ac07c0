/** Corners and edges by which a selected region or note is sized. The build keeps it apart from the first picture: `scripts/viteSlimFlow.mjs`. */

import { NodeResizer } from '@xyflow/react';

export const Resizer = NodeResizer;
