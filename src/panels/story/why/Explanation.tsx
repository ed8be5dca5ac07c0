import { useEffect, useRef } from 'react';
import { useLateText } from '../../../i18n/lateText.ts';
import { type Text, useText } from '../../../i18n/text.ts';
import { useDesign, useRun } from '../../../store/hooks.ts';
import { sessionStore } from '../../../store/sessionStore.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatClock, formatCount, formatDuration, formatExact, formatNumber, formatRate, formatShare } from '../../../ui/format.ts';
import popover from '../../../ui/Popover.module.css';
import { tipPlace } from '../../../ui/tipPlace.ts';
import { economyText, usd } from '../../economy/economyWords.ts';
import css from './Explanation.module.css';
import { explain } from './explain.ts';
import type { Input } from './explained.ts';
import { costNames } from './explainedMoney.ts';
import type { Asked, AskedNumber } from './WhyLayer.tsx';
import { whyWords } from './whyWords.ts';

/** Numbers explained beside them: what each is, how it is made, its inputs as they are now, and what is left out. */
export function Explanation({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const words = useLateText(whyWords);
  const pane = useRef<HTMLDivElement>(null);
  const { numbers } = asked;
  const [part = ''] = (numbers[0]?.of ?? '').split('#');
  const kind = useDesign((state) => state.design.nodes.find(({ id }) => id === part)?.kind);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    element.showPopover();
    const at = tipPlace(asked.owner.getBoundingClientRect(), element.getBoundingClientRect(), 'top', {
      width: innerWidth,
      height: innerHeight,
    });
    element.style.left = `${at.x}px`;
    element.style.top = `${at.y}px`;
    element.focus();
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // a dialog that it stands in stays open
      event.preventDefault();
      event.stopPropagation();
      element.hidePopover();
      asked.owner.focus();
    };
    element.addEventListener('toggle', onToggle);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('toggle', onToggle);
      element.removeEventListener('keydown', onKey);
    };
  }, [asked, onClose]);
  return (
    <div
      ref={pane}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={words.title(numbers[0]?.name ?? '')}
      className={`${popover.popover} ${css.pane}`}
      data-explains={numbers.map(({ metric }) => metric).join(' ')}
    >
      {numbers.map((number) => (
        <ExplainedNumber key={number.metric} number={number} at={asked.at} isAlone={numbers.length === 1} />
      ))}
      <p className={css.faint}>{limitsOf(numbers[0]?.metric ?? '', words.ownLimits) ?? words.limits}</p>
      {kind ? (
        <Button
          size="small"
          onClick={() => {
            pane.current?.hidePopover();
            sessionStore.getState().set({ dialog: 'docs', docsOf: kind });
          }}
        >
          {words.notes}
        </Button>
      ) : null}
    </div>
  );
}

/** What the model leaves out of a number: of this one, else of its family. */
const limitsOf = (metric: string, known: Readonly<Record<string, string>>): string | undefined =>
  known[metric] ?? known[(costNames as readonly string[]).includes(metric) ? 'cost' : (metric.split('-')[0] ?? '')];

function ExplainedNumber({ number, at, isAlone }: { number: AskedNumber; at: number | null; isAlone: boolean }) {
  const t = useText();
  const words = useLateText(whyWords);
  const economy = useLateText(economyText);
  const run = useRun((state) => state);
  const design = useDesign((state) => state.design);
  const metric = number.metric.replace(/^(now|chart|worlds|incident)-/, '');
  const known: Readonly<Record<string, string>> = words.what;
  const ownNames: Readonly<Record<string, string>> = words.short;
  const explained = explain(number, at, run, design);
  const nameOf = ({ name, price, part }: Input): string =>
    price ? economy.lines[price] : part ? (design.nodes.find(({ id }) => id === part)?.label ?? part) : words.names[name];
  return (
    <section data-number={number.metric}>
      <h3>{isAlone ? number.name : (ownNames[metric] ?? number.name)}</h3>
      <p>{known[metric] ?? words.own(number.name)}</p>
      {explained ? (
        <>
          <p className={css.formula} data-formula={explained.formula}>
            {words.formulas[explained.formula]}
          </p>
          <dl className={css.inputs}>
            {explained.inputs.map((input) => (
              <div key={`${input.name} ${input.price ?? input.part ?? ''}`} data-input={input.name} data-value={input.value}>
                <dt>{nameOf(input)}</dt>
                <dd>{inputText(input, t)}</dd>
              </div>
            ))}
          </dl>
          {explained.window ? (
            <p className={css.faint}>{words.window(formatClock(explained.window[0]), formatClock(explained.window[1]))}</p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function inputText({ value, unit }: Input, t: Text): string {
  if (unit === 's') return formatDuration(value, t.common.duration);
  if (unit === '/s') return formatRate(value);
  if (unit === 'share') return formatShare(value);
  if (unit === 'USD') return usd(value);
  if (unit === 'clock') return formatClock(value);
  if (unit === 'moment') return formatExact(value, 's');
  if (unit === 'MB') return formatNumber(value, unit);
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value);
}
