/** Where a followed request went, for the canvas: apart from the rest, which arrives only when somebody follows one. */

import { createStore } from 'zustand/vanilla';
import type { Story } from '../engine/follow/story.ts';

export interface FollowMark {
  request: number;
  /** Plan links its calls were sent over, and those its user's wait went through. */
  links: ReadonlySet<number>;
  /** The call that is pointed at: the plan link it was sent over (-1: a part's own work) and who was asked. */
  link: number;
  node: number;
}

export const followMarkStore = createStore<{ mark: FollowMark | null }>()(() => ({ mark: null }));

export function followMark(story: Story): void {
  const links = new Set(story.spans.flatMap(({ link }) => (link >= 0 ? [link] : [])));
  followMarkStore.setState({ mark: { request: story.request, links, link: -1, node: -1 } });
}

export function pointMark(link: number, node: number): void {
  const { mark } = followMarkStore.getState();
  if (mark) followMarkStore.setState({ mark: { ...mark, link, node } });
}

export function clearMark(): void {
  if (followMarkStore.getState().mark) followMarkStore.setState({ mark: null });
}
