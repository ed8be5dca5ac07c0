/** A browser's worker that unpacks one link: what a stranger packed is opened here, where it can be ended. */

import { type Decoded, decodeLink } from '../design/codec.ts';

/** `ready` when its code is there; before that a slow line may be bringing it. */
export type FromLinkWorker = { say: 'ready' } | { say: 'read'; decoded: Decoded };

/** What is used of a worker's global scope; named here because the checks of the page's world read this file too. */
declare const self: {
  postMessage(message: FromLinkWorker): void;
  onmessage: ((event: { data: unknown }) => void) | null;
};

self.onmessage = ({ data }) => {
  void decodeLink(String(data)).then((decoded) => self.postMessage({ say: 'read', decoded }));
};
self.postMessage({ say: 'ready' });
