/** What the inspector says of a part, a wire or a group, and plans for the timeline, as one chunk: nobody looks at one before the canvas stands. See `lateParts.ts`. */

import { AddEvent } from './AddEvent.tsx';
import { GroupSettings } from './GroupSettings.tsx';
import { LinkSettings } from './LinkSettings.tsx';
import { NodeGlance } from './NodeGlance.tsx';
import { NodeSettings } from './NodeSettings.tsx';
import { StrangerPart } from './StrangerPart.tsx';

export const parts = { AddEvent, GroupSettings, LinkSettings, NodeGlance, NodeSettings, StrangerPart };
