import { useMemo } from 'react';
import { type RequestClass, requestClasses } from '../../engine/plan.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/hooks.ts';
import { formatClock, formatDuration, formatRate, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { usersNow } from '../usersNow.ts';
import now from './Now.module.css';
import { percentileTiles } from './percentileTiles.ts';
import { Section } from './Section.tsx';
import { dash, Tiles } from './Tiles.tsx';

const usualClasses: readonly RequestClass[] = ['static', 'read', 'write'];

/** How the users fare, in the newest frame: what they sent, what came back, how long it took, and why requests failed. */
export function UsersNow() {
  const t = useText();
  const layout = useRun((state) => state.layout);
  const frames = useRun((state) => state.frames);
  const frame = frames.at(-1);
  const numbers = useMemo(() => (layout ? usersNow(frames, layout) : null), [layout, frames]);
  const words = t.panels.inspector;
  const rate = (perSecond: number | undefined): string => (perSecond === undefined ? dash('/s') : formatRate(perSecond));
  const time = (seconds: number | undefined): string =>
    seconds === undefined ? dash('ms') : seconds < 0 ? nothing : formatDuration(seconds, t.common.duration);
  const limited = numbers && numbers.limitedPerSecond > 0 ? [{ reason: 'limited' as const, perSecond: numbers.limitedPerSecond }] : [];
  const failed = [...(numbers?.failed.filter(({ perSecond }) => perSecond > 0) ?? []), ...limited];
  // classes that this design does not ask for are not listed; those of every design are
  const asked = requestClasses.filter((name, i) => usualClasses.includes(name) || (numbers?.offeredByClass[i] ?? 0) > 0);
  return (
    <Section title={words.now} aside={frame ? formatClock(frame.end) : words.notYet}>
      <Tiles
        tiles={[
          { label: words.offered, value: rate(numbers?.offered), why: 'now-offered' },
          { label: words.completed, value: rate(numbers?.completed), why: 'now-goodput' },
          { label: words.failed, value: rate(numbers?.failedPerSecond), why: 'now-failed', isBad: (numbers?.failedPerSecond ?? 0) > 0 },
          ...percentileTiles(numbers, time, words, 'now-'),
        ]}
      />
      {failed.length > 0 ? (
        <dl className={now.lines}>
          {failed.map(({ reason, perSecond }) => (
            <div key={reason} className={now.line} title={t.common.outcomesHelp[reason]}>
              <dt>
                <Why metric={reason === 'limited' ? 'now-limited' : `now-failed-${reason}`}>{t.common.outcomes[reason]}</Why>
              </dt>
              <dd>{formatRate(perSecond)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className={now.classes}>
        {asked.map((name, i) => {
          const perSecond = numbers?.offeredByClass[requestClasses.indexOf(name)];
          return (
            <span key={name}>
              {i > 0 ? ' · ' : ''}
              {perSecond === undefined ? (
                `${t.common.classes[name]} ${dash('/s')}`
              ) : (
                <Why metric="class-rate" of={given({ perSecond, allRate: numbers?.offered ?? null })}>
                  {`${t.common.classes[name]} ${rate(perSecond)}`}
                </Why>
              )}
            </span>
          );
        })}
      </p>
    </Section>
  );
}
