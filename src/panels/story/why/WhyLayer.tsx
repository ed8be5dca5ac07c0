import { useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { momentStore } from '../../../store/moment.ts';
import { latePart } from '../../../ui/latePart.tsx';
import { askWhy, whyStore } from '../../../ui/whyAsked.ts';
import { LatePlace } from '../../LatePlace.tsx';

export interface AskedNumber {
  /** `now-…`: of all users, in one interval. */
  metric: string;
  /** Id of the part or the wire, or `part#instance`; null for the whole run. */
  of: string | null;
  /** As the number is called where it stands, and how it reads there. */
  name: string;
}

export interface Asked {
  numbers: readonly AskedNumber[];
  /** The moment that was pointed at in a chart; null for the newest. */
  at: number | null;
  owner: HTMLElement;
}

const Explanation = latePart(async () => (await import('./Explanation.tsx')).Explanation);

/** Explains the numbers of a chart at its crosshair, when this key is pressed there. */
const chartKey = 'KeyW';

function numbersOf(owner: HTMLElement): AskedNumber[] {
  const { why = '', whyOf = null } = owner.dataset;
  const name = [owner.getAttribute('aria-description'), owner.textContent].filter(Boolean).join(' ');
  return why.split(' ').map((metric) => ({ metric, of: whyOf, name }));
}

/** Answers every `Why` of the page; what there is to say is fetched when it is first asked for. */
export function WhyLayer() {
  const number = useStore(whyStore, ({ owner }) => owner);
  const [chart, setChart] = useState<Asked | null>(null);
  const close = useCallback(() => {
    askWhy(null);
    setChart(null);
  }, []);
  useEffect(() => {
    const onKey = ({ code, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (code !== chartKey || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement) || target.role !== 'img') return;
      const owners = target.closest('[data-chart]')?.querySelectorAll<HTMLElement>('[data-why]') ?? [];
      const numbers = [...owners].flatMap(numbersOf);
      if (numbers.length > 0) setChart({ numbers, at: momentStore.getState().at, owner: target });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const asked = useMemo(() => (number ? { numbers: numbersOf(number), at: null, owner: number } : chart), [number, chart]);
  if (!asked) return null;
  // a modal dialog lets nothing outside of it be reached
  return createPortal(
    <LatePlace form="dialog" onClose={close}>
      <Explanation asked={asked} onClose={close} />
    </LatePlace>,
    asked.owner.closest('dialog') ?? document.body,
  );
}
