/** What the inspector says of a part, a wire or a group, as one chunk: nobody looks at one before the canvas stands. See `lateParts.ts`. */

import { GroupSettings } from './GroupSettings.tsx';
import { LinkSettings } from './LinkSettings.tsx';
import { NodeGlance } from './NodeGlance.tsx';
import { NodeSettings } from './NodeSettings.tsx';

export const parts = { GroupSettings, LinkSettings, NodeGlance, NodeSettings };
