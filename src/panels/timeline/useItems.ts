/** What stands on the timeline now, in the sitting's language. */

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isTold, type Mark, marksOf } from '../../charts/marks.ts';
import { markWords, useFaultNames, useNodeLabels } from '../../charts/words.ts';
import { withoutConcealed } from '../../design/concealed.ts';
import type { Design, ScenarioEvent } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { fetchText, useLateText, useTextIfThere } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { knownStore } from '../../store/known.ts';
import { pinsStore } from '../../store/pins.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { useSoon } from '../../ui/useSoon.ts';
import { scenarioText } from '../scenarioText.ts';
import { eventItems, pinItems, type TimelineItem } from './items.ts';
import { useHappened } from './useHappened.ts';

const noIntervals: readonly never[] = [];
const fetchFieldWords = () => fetchText(fieldWords, sessionStore.getState().locale);

export function useItems(): readonly TimelineItem[] {
  const t = useText();
  const words = useLateText(timelineText);
  useSoon(fetchFieldWords);
  const fields = useTextIfThere(fieldWords);
  const labels = useNodeLabels();
  const faultNames = useFaultNames();
  const design = useDesign((state) => state.design);
  const index = useRun((state) => state.index);
  const startedFrom = useRun((state) => state.startedFrom);
  const notes = useStore(knownStore, (state) => state.notes);
  const until = useStore(knownStore, (state) => Math.floor(state.until));
  const acts = useStore(knownStore, (state) => state.interventions);
  const pins = useStore(pinsStore, (state) => state.pins);
  const buckets = useStore(knownStore, (state) => state.buckets);

  const events = useMemo(() => {
    const told = withoutConcealed(notes, startedFrom?.scenario ?? []);
    const seen = seenParts(design);
    const marks = marksOf(seen ? told.filter((note) => isTold(note, (node) => isSeen(seen, index?.nodes[node]?.id ?? ''))) : told);
    const changes = changesByTime([...(startedFrom?.scenario ?? []), ...acts]);
    const wordsOf = (mark: Mark): string => {
      const change = mark.code === 'change' ? changes.get(mark.time) : undefined;
      return change ? scenarioText(change, startedFrom ?? design, fields, t) : markWords(t, labels, mark, faultNames);
    };
    return eventItems(marks, wordsOf);
  }, [notes, startedFrom, acts, design, index, labels, faultNames, fields, t]);

  const ahead = useMemo(
    () => aheadItems(startedFrom ?? design, until, (event) => words.ahead(scenarioText(event, design, fields, t))),
    [startedFrom, design, until, words, fields, t],
  );

  // once a second is enough
  const happened = useHappened(buckets?.layout ?? null, buckets?.list ?? noIntervals, labels, until);

  return useMemo(() => [...events, ...happened, ...ahead, ...pinItems(pins)], [events, happened, ahead, pins]);
}

/** The newest of those that set something at a moment: the note of it says only which part it was. */
function changesByTime(events: readonly ScenarioEvent[]): ReadonlyMap<number, ScenarioEvent> {
  return new Map(events.filter(({ act, hidden }) => act.startsWith('set') && !hidden).map((event) => [event.at, event]));
}

/** What is planned beyond the part of the run that was played; what is concealed stays so. */
function aheadItems({ scenario, seconds }: Design, until: number, wordsOf: (event: ScenarioEvent) => string): TimelineItem[] {
  return scenario.flatMap((event, i) =>
    event.hidden || event.at <= until || event.at > seconds
      ? []
      : [
          {
            key: `ahead ${i}/${event.at}`,
            time: event.at,
            kind: 'ahead',
            tone: 'plain',
            code: null,
            words: wordsOf(event),
            rank: 1000,
          } as const,
        ],
  );
}
