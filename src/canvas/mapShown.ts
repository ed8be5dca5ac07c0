/** Whether the overview map is shown: as the reader said, else from so many parts on; never on a phone, where it would cover the parts. */

import { designStore } from '../store/designStore.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';

/** From this many parts on a map helps more than it hides. */
const mapFrom = 20;

export const isMapShown = (): boolean => sessionStore.getState().map ?? designStore.getState().design.nodes.length > mapFrom;

export function useMapShown(): boolean {
  const chosen = useSession((state) => state.map);
  const isLarge = useDesign((state) => state.design.nodes.length > mapFrom);
  return chosen ?? isLarge;
}
