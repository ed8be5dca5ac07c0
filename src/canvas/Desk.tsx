/** All that is for hands on the canvas, fetched right after the first picture: what lies on it and over it, and what edits do. */

import { Suspense } from 'react';
import { useStore } from 'zustand';
import { isStranger } from '../design/strangerNotes.ts';
import { foundStore } from '../store/foundStore.ts';
import { useDesign } from '../store/hooks.ts';
import { latePart } from '../ui/latePart.tsx';
import { Guides } from './Guides.tsx';
import { Levels } from './Levels.tsx';
import { LinkLabel } from './LinkLabel.tsx';
import { useMapShown } from './mapShown.ts';
import { NodeActions } from './NodeActions.tsx';
import { PlaceGhost } from './PlaceGhost.tsx';
import { PointerHint } from './PointerHint.tsx';
import { Router } from './Router.tsx';
import { StoryMarks } from './StoryMarks.tsx';
import { ToolHint } from './ToolHint.tsx';
import { WireMenu } from './WireMenu.tsx';

const DesignMap = latePart(async () => (await import('./DesignMap.tsx')).DesignMap);
const StrangerWires = latePart(async () => (await import('./StrangerWires.tsx')).StrangerWires);
const WeakMarks = latePart(async () => (await import('./WeakMarks.tsx')).WeakMarks);

export { verbs } from './deskVerbs.ts';
export { moveInto } from './grouping.ts';
export { commitMoves, commitResize, drag, nudge, settle } from './moving.ts';
export { NoteCard } from './NoteCard.tsx';
export { startNote } from './noteHand.ts';

/** Within React Flow. */
export function OnCanvas() {
  const isMapped = useMapShown();
  const hasStrangers = useDesign(({ design }) => design.notes?.some(isStranger));
  const hasWeak = useStore(foundStore, ({ marks }) => marks.size > 0);
  return (
    <>
      <LinkLabel />
      <NodeActions />
      <WireMenu />
      <Guides />
      <Router />
      <Levels />
      <Suspense>{isMapped ? <DesignMap /> : null}</Suspense>
      <PointerHint />
      <StoryMarks />
      <Suspense>{hasStrangers ? <StrangerWires /> : null}</Suspense>
      <Suspense>{hasWeak ? <WeakMarks /> : null}</Suspense>
    </>
  );
}

/** Above it. */
export function OverCanvas() {
  return (
    <>
      <ToolHint />
      <PlaceGhost />
    </>
  );
}
