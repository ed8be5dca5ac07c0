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
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import css from './StoryMarks.module.css';
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
  const second = useStore(storyStore, (state) => Math.floor(state.at));
  const nodes = useDesign((state) => state.design.nodes);
  const view = useRef<HTMLDivElement>(null);
  useFollowed(view);
  if (!cause) return null;
  const roleOf = (id: string) => (id === cause.node ? 'cause' : victims.includes(id) ? 'victim' : isFailing ? 'aside' : null);
  const down = cause.isDown ? ` · ${words.down(formatDuration(Math.max(0, second - cause.since), t.common.duration))}` : '';
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

/** Keeps every mark on its card while the camera moves and cards are dragged. */
function useFollowed(view: RefObject<HTMLDivElement | null>): void {
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
      }
    };
    follow(flow.getState());
    return flow.subscribe(follow);
  });
}
