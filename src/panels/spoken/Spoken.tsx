/** The page by ear: what stands on the canvas and how it is, to be read when the canvas is reached; and what changes, when it does. */

import { useEffect, useRef, useState } from 'react';
import { provideVoice } from '../../actions/voiceActs.ts';
import { useLive } from '../../canvas/liveFeed.ts';
import { stopsRun } from '../../design/problems.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun, useSession } from '../../store/hooks.ts';
import { runStore } from '../../store/runStore.ts';
import { announce, onEvent, setHearing } from '../../ui/announce.ts';
import { formatClock } from '../../ui/format.ts';
import { type Moment, spokenNews } from './spokenNews.ts';
import { spokenSummary } from './spokenSummary.ts';
import { spokenText } from './spokenWords.ts';

/** Events that `Shift+S` says again. */
const mostRemembered = 5;
/** How often who wants everything hears how it is, ms. */
const summaryEveryMs = 15_000;

export function Spoken() {
  return (
    <>
      <Summary />
      <Events />
    </>
  );
}

function useSummary(): string {
  const t = useText();
  const words = useLateText(spokenText);
  const design = useDesign((state) => state.design);
  const health = useLive((state) => state.health);
  const status = useRun((state) => state.status);
  // Whole seconds: nobody hears tenths.
  const time = useRun((state) => Math.floor(state.time));
  const isBlocked = useRun((state) => state.problems.some(stopsRun));
  return spokenSummary({ design, status, time, health, isBlocked }, t, words);
}

/** Describes the canvas; not a live region, so nothing of it is said until somebody comes there. */
function Summary() {
  const words = useLateText(spokenText);
  const summary = useSummary();
  const hearing = useSession((state) => state.hearing);
  const view = useSession((state) => state.view);
  const isPlaying = useRun((state) => state.status === 'playing');
  const newest = useRef(summary);
  newest.current = summary;
  useEffect(() => provideVoice({ status: () => newest.current }), []);
  useEffect(() => {
    if (hearing !== 'verbose' || !isPlaying) return;
    const timer = setInterval(() => announce(newest.current, 'detail'), summaryEveryMs);
    return () => clearInterval(timer);
  }, [hearing, isPlaying]);
  return (
    <p id="canvas-summary" className="visuallyHidden">
      {summary} {view === 'canvas' ? words.hint : null}
    </p>
  );
}

function Events() {
  const words = useLateText(spokenText);
  const runId = useRun((state) => state.runId);
  const status = useRun((state) => state.status);
  const health = useLive((state) => state.health);
  const nodes = useDesign((state) => state.design.nodes);
  const hearing = useSession((state) => state.hearing);
  const before = useRef<Moment | null>(null);
  const [past] = useState<string[]>([]);
  useEffect(() => setHearing(hearing), [hearing]);
  useEffect(() => {
    const events = () => (past.length === 0 ? words.noEvents : past.join(' '));
    const note = (event: string) => {
      past.push(words.at(formatClock(runStore.getState().time), event));
      past.splice(0, past.length - mostRemembered);
    };
    const stops = [provideVoice({ events }), onEvent(note)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [past, words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and words are no news
  useEffect(() => {
    const clock = formatClock(runStore.getState().time);
    const now: Moment = { runId, status, clock, health };
    const was = before.current;
    before.current = now;
    if (!was) return;
    if (was.runId !== runId) past.length = 0;
    const news = spokenNews(was, now, new Map(nodes.map(({ id, label }) => [id, label])), words);
    for (const weight of ['event', 'detail'] as const) {
      const sentences = news.filter((each) => each.weight === weight).map((each) => each.text);
      if (sentences.length > 0) announce(sentences.join(' '), weight);
    }
  }, [runId, status, health]);
  return null;
}
