import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import type { HandsText } from './handsWords.ts';

/** What is selected, in words: "web", or "3 parts". */
export function selectedName(words: HandsText): string {
  const { nodes, groups } = sessionStore.getState().selection;
  const { design } = designStore.getState();
  const ids = [...nodes, ...groups];
  if (ids.length !== 1) return words.several(ids.length);
  return [...design.nodes, ...design.groups].find((part) => part.id === ids[0])?.label ?? '';
}
