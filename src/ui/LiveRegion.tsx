import { useSyncExternalStore } from 'react';
import { lastSaid, onSaid } from './announce.ts';

/** Where `announce` is heard: the only live region of the page. Dialogs have their own, because a modal one silences all that is behind it. */
export function LiveRegion() {
  const { words, number } = useSyncExternalStore(onSaid, lastSaid);
  return (
    <div className="visuallyHidden" role="status" data-testid="announced">
      <span key={number}>{words}</span>
    </div>
  );
}
