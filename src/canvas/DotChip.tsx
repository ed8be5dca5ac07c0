/** A dot was pressed: opens its request, or, where a wire may have been meant, offers to. */

import { useEffect } from 'react';
import { requestText } from '../i18n/late/requestText.ts';
import { useLateText } from '../i18n/lateText.ts';
import { textOfNumber } from '../runner/requests/numbers.ts';
import { sessionStore } from '../store/sessionStore.ts';
import css from './DotChip.module.css';

export interface Asked {
  /** Where it was pressed, in pixels of the layer. */
  x: number;
  y: number;
  request: number;
  /** Simulated seconds. */
  bornAt: number;
  /** Nothing else can have been meant. */
  isMeant: boolean;
}

const shownMs = 6000;

export function DotChip({ asked, onDone }: { asked: Asked; onDone: () => void }) {
  const words = useLateText(requestText);
  const opens = asked.isMeant || sessionStore.getState().requestsOpen;
  const open = async (): Promise<void> => {
    onDone();
    const { follow } = await import('../store/requests.ts');
    await follow(asked.request, asked.bornAt);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each dot that was pressed
  useEffect(() => {
    if (opens) void open();
    const timer = setTimeout(onDone, shownMs);
    return () => clearTimeout(timer);
  }, []);
  if (opens) return null;
  return (
    <button
      type="button"
      className={`${css.chip} nodrag nopan`}
      style={{ left: asked.x, top: asked.y }}
      data-request={textOfNumber(asked.request)}
      onClick={() => void open()}
    >
      {words.chip(textOfNumber(asked.request))}
    </button>
  );
}
