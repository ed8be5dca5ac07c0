/**
 * The story beside the parts it speaks of: a pin where it began, a thin outline round those who suffer from it, and everything else paler.
 * React draws it when the story changes; camera and cards are followed without it.
 */

import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { type RefObject, Suspense, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useDesign } from '../store/hooks.ts';
import { storyStore } from '../store/storyStore.ts';
import { formatClock, formatDuration } from '../ui/format.ts';
import { isBarAbove, useBarOwner } from './cardBar.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { useHealth } from './liveFeed.ts';
import css from './StoryMarks.module.css';
import { shiftWithin } from './shiftWithin.ts';
import { storyMarksText } from './storyMarksText.ts';

export function StoryMarks() {
  const hasCause = useStore(storyStore, (state) => state.cause !== null);
  return <Suspense>{hasCause ? <Marks /> : null}</Suspense>;
}

/** All that shows the same is one text, so that a second that changes no word draws nothing. */
function Marks() {
  const t = useText();
  const words = useLateText(storyMarksText);
  const cause = useStore(storyStore, (state) => state.cause);
  const victims = useStore(storyStore, (state) => state.victims.join(' ')).split(' ');
  const isFailing = useStore(storyStore, (state) => state.isFailing);
  const secondsDown = useStore(storyStore, (state) => Math.max(0, Math.floor(state.at - (state.cause?.since ?? state.at))));
  const nodes = useDesign((state) => state.design.nodes);
  const view = useRef<HTMLDivElement>(null);
  // of what is down as a whole the card itself says for how long
  const word = useHealth(cause?.node ?? '').word;
  const barOwner = useBarOwner();
  useFollowed(view, cause !== null && barOwner === cause.node);
  if (!cause) return null;
  const roleOf = (id: string) => (id === cause.node ? 'cause' : victims.includes(id) ? 'victim' : isFailing ? 'aside' : null);
  const isPartlyDown = cause.isDown && word !== 'down' && word !== 'hung';
  const down = isPartlyDown ? ` · ${words.down(formatDuration(secondsDown, t.common.duration))}` : '';
  return (
    <div ref={view} className={css.view} aria-hidden data-story-marks>
      {nodes.map(({ id }) => {
        const role = roleOf(id);
        return role ? (
          <div key={id} className={css.mark} data-mark={role} data-of={id}>
            {role === 'cause' ? <span className={css.pin}>{words.began(formatClock(cause.since)) + down}</span> : null}
          </div>
        ) : null;
      })}
    </div>
  );
}

/**
 * Keeps every mark on its card, and the pin within the canvas, while the camera moves and cards are dragged.
 * @param hasBar the pin's card has its buttons shown: they stand where it stands, so it gives way to them
 */
function useFollowed(view: RefObject<HTMLDivElement | null>, hasBar: boolean): void {
  const flow = useStoreApi<FlowNode, LinkEdge>();
  useEffect(() => {
    const follow = (state: ReactFlowState<FlowNode, LinkEdge>): void => {
      const [x, y, zoom] = state.transform;
      if (!view.current) return;
      view.current.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
      for (const mark of view.current.children as Iterable<Element> as Iterable<HTMLElement>) {
        const node = state.nodeLookup.get(mark.dataset.of ?? '');
        if (!node) continue;
        const { positionAbsolute } = node.internals;
        mark.style.transform = `translate(${positionAbsolute.x}px, ${positionAbsolute.y}px)`;
        mark.style.width = `${node.measured.width ?? 0}px`;
        mark.style.height = `${node.measured.height ?? 0}px`;
        const pin = mark.firstElementChild as HTMLElement | null;
        if (!pin) continue;
        pin.toggleAttribute('data-under', hasBar && isBarAbove(y + positionAbsolute.y * zoom));
        const width = node.measured.width ?? 0;
        const middle = x + (positionAbsolute.x + width / 2) * zoom;
        pin.style.setProperty('--shift', `${shiftWithin(middle, pin.offsetWidth * zoom, state.width, (width / 2) * zoom) / zoom}px`);
      }
    };
    follow(flow.getState());
    return flow.subscribe(follow);
  });
}
