/** How a design was built, played back: a scrubber over the time of the interview, a list of the steps, and the picture. Changes nothing. */

import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { type BuildStep, designsOf, stepAt } from '../../prompts/buildHistory.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Bookmarks } from './Bookmarks.tsx';
import styles from './Build.module.css';
import { BuildPicture, boxesOf } from './BuildPicture.tsx';
import { clockText } from './clockText.ts';
import { interviewText } from './interviewWords.ts';
import { useBookmarkKey } from './useBookmarkKey.ts';

const speeds = ['1', '8', '60'] as const;
const tickMs = 100;

interface BuildReplayProps {
  given: Design;
  steps: readonly BuildStep[];
  /** Seconds of the interview. */
  bookmarks: readonly number[];
  onBookmark: (at: number) => void;
}

export function BuildReplay({ given, steps, bookmarks, onBookmark }: BuildReplayProps) {
  const t = useText();
  const words = useLateText(interviewText).build;
  const designs = useMemo(() => designsOf(given, steps), [given, steps]);
  const around = useMemo(() => designs.flatMap(boxesOf), [designs]);
  const last = designs.length - 2;
  const until = Math.max(1, steps[last]?.at ?? 1, bookmarks.at(-1) ?? 0);
  const [time, setTime] = useState(until);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('8');
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setTime((now) => Math.min(until, now + (Number(speed) * tickMs) / 1000)), tickMs);
    return () => clearInterval(timer);
  }, [isPlaying, speed, until]);
  useEffect(() => {
    if (time >= until) setPlaying(false);
  }, [time, until]);
  const toggle = () => onBookmark(time);
  useBookmarkKey(last < 0 ? undefined : toggle, true);
  if (last < 0) return <p>{words.none}</p>;
  const step = Math.min(last, stepAt(steps, time));
  const nameOf = ({ label }: BuildStep): string =>
    (words.labels as Readonly<Record<string, string>>)[label] ?? (t.edits as Readonly<Record<string, string>>)[label] ?? label;
  const goTo = (index: number) => {
    setPlaying(false);
    setTime(index < 0 ? 0 : steps[index].at);
  };
  const play = () => {
    if (!isPlaying && time >= until) setTime(0);
    setPlaying(!isPlaying);
  };
  const now = step < 0 ? words.before : nameOf(steps[step]);
  return (
    <div className={styles.build} data-build-step={step + 1} data-build-steps={last + 1}>
      <div className={styles.bar}>
        <Button square aria-label={words.previous} title={words.previous} disabled={step < 0} onClick={() => goTo(step - 1)}>
          <SkipBack size={16} aria-hidden />
        </Button>
        <Button square aria-label={isPlaying ? words.pause : words.play} title={isPlaying ? words.pause : words.play} onClick={play}>
          {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </Button>
        <Button square aria-label={words.next} title={words.next} disabled={step >= last} onClick={() => goTo(step + 1)}>
          <SkipForward size={16} aria-hidden />
        </Button>
        <Slider
          className={styles.scrub}
          range={{ min: 0, max: until, scale: 'linear' }}
          value={time}
          label={words.scrub}
          valueText={`${clockText(time)}, ${now}`}
          onChange={(seconds) => {
            setPlaying(false);
            setTime(seconds);
          }}
        />
        <span className={styles.time}>
          {clockText(time)} / {clockText(until)}
        </span>
        <Select
          className={styles.speed}
          value={speed}
          label={words.speed}
          options={speeds.map((value) => ({ value, label: `${value}×` }))}
          onChange={setSpeed}
        />
      </div>
      <Bookmarks
        bookmarks={bookmarks}
        time={time}
        goTo={(seconds) => {
          setPlaying(false);
          setTime(seconds);
        }}
        onToggle={toggle}
      />
      <div className={styles.both}>
        <BuildPicture
          design={designs[step + 1]}
          before={designs[Math.max(0, step)]}
          around={around}
          label={words.picture(clockText(time), designs[step + 1].nodes.length, designs[step + 1].links.length)}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is come to by keyboard */}
        <ol className={styles.steps} aria-label={words.steps} tabIndex={0}>
          {steps.slice(0, last + 1).map((each, index) => (
            <li key={each.at}>
              <button type="button" className={styles.step} aria-current={index === step || undefined} onClick={() => goTo(index)}>
                <time>{clockText(each.at)}</time>
                <span>{nameOf(each)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
