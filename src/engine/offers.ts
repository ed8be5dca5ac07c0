/** News of room: a kind that is handed work tells whoever hands it out when it could take more than they know of. */

import type { Network } from './network.ts';

/** Rings `offered(slot)` at every node with a wire to the instance's own. Work handed back with an answer needs no such news. */
export function offer(net: Network, slot: number): void {
  const { links, instances, actors } = net;
  const node = instances.nodeOf[slot];
  for (let link = 0; link < links.to.length; link++) {
    if (links.to[link] === node) actors[links.from[link]].offered?.(slot);
  }
}
