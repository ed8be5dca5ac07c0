/** Keys, menus, lists and search on the canvas. Arrives right after the first picture, because nobody presses a key before it. */

import { useEffect } from 'react';
import { verbsArrived } from '../../actions/canvasActs.ts';
import { handsStore, useHands } from '../../canvas/hands/handsStore.ts';
import { handsText } from '../../canvas/hands/handsWords.ts';
import { startHands } from '../../canvas/hands/startHands.ts';
import { fetchText } from '../../i18n/lateText.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { latePart } from '../../ui/latePart.tsx';
import { useSoon } from '../../ui/useSoon.ts';
import { LatePlace } from '../LatePlace.tsx';

const fetchPicker = () => import('../../canvas/hands/PartPicker.tsx');
const PartPicker = latePart(async () => (await fetchPicker()).PartPicker);

/** Lists and commands are typed into as soon as they are asked for, so they are there before. */
const fetchLists = () =>
  Promise.all([fetchPicker(), import('../commands/CommandPalette.tsx'), fetchText(handsText, sessionStore.getState().locale)]);
const CanvasMenu = latePart(async () => (await import('../menus/CanvasMenu.tsx')).CanvasMenu);
const FindBar = latePart(async () => (await import('../../canvas/hands/FindBar.tsx')).FindBar);
const MoveHint = latePart(async () => (await import('../../canvas/hands/MoveHint.tsx')).MoveHint);

/** Keys are listened to once what they ask for is there. */
function startWithVerbs(): () => void {
  let stop: (() => void) | null = null;
  let isGone = false;
  void import('../../canvas/hands/verbs.ts').then(({ verbs }) => {
    verbsArrived(verbs);
    if (!isGone) stop = startHands();
  });
  return () => {
    isGone = true;
    stop?.();
  };
}

const letAllGo = (): void => handsStore.setState({ asked: null, movingFrom: null, menu: null, isFinding: false });

export function Hands() {
  useEffect(startWithVerbs, []);
  useSoon(fetchLists);
  const isAsked = useHands((state) => state.asked !== null);
  const isMoving = useHands((state) => state.movingFrom !== null);
  const isMenu = useHands((state) => state.menu !== null);
  const isFinding = useHands((state) => state.isFinding);
  return (
    <LatePlace form="dialog" onClose={letAllGo}>
      {isAsked ? <PartPicker /> : null}
      {isMenu ? <CanvasMenu /> : null}
      {isFinding ? <FindBar /> : null}
      {isMoving ? <MoveHint /> : null}
    </LatePlace>
  );
}
