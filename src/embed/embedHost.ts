/** The player as the page around it and its own bar command it. Off the screen it stands, and goes on when it is seen again. */

import { knobField } from '../design/embedLink.ts';
import { stopsRun } from '../design/problems.ts';
import { usersNow } from '../panels/usersNow.ts';
import { acceptValue } from '../schema/accept.ts';
import { designStore } from '../store/designStore.ts';
import { pause, play, seek } from '../store/runController.ts';
import { type RunState, runStore } from '../store/runStore.ts';
import type { Handed } from './handOver.ts';
import { turnKnob, valueOfKnob } from './knobs.ts';
import type { EmbedHost, EmbedState } from './messages.ts';

/** Milliseconds between two tellings of the state. */
const tellEveryMs = 500;
/** Seconds that count as the same moment. */
const hair = 1e-6;

export function startEmbedHost({ design, options, root, onChange }: Handed): EmbedHost {
  const { knobs } = options;
  /** It was begun: the first Play leads to the second that the link names, and plays from there. */
  let isBegun = false;
  let playsFrom: number | null = null;
  let waitsUnseen = false;

  const begin = (): void => {
    if (isBegun || options.at === 0) {
      play();
    } else {
      playsFrom = options.at;
      seek(options.at);
    }
    isBegun = true;
  };
  runStore.subscribe(({ time, status }) => {
    if (playsFrom === null || status !== 'paused' || time < playsFrom - hair) return;
    playsFrom = null;
    if (!waitsUnseen) play();
  });

  let isTelling = false;
  runStore.subscribe(() => {
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      onChange();
    }, tellEveryMs);
  });

  new IntersectionObserver(([entry]) => {
    const isSeen = entry.isIntersecting;
    if (!isSeen && runStore.getState().status === 'playing') {
      waitsUnseen = true;
      pause();
    } else if (isSeen && waitsUnseen) {
      waitsUnseen = false;
      play();
    }
  }).observe(root);

  return {
    state: () => stateOf(runStore.getState(), design.seconds, options.knobs),
    play: begin,
    pause() {
      playsFrom = null;
      waitsUnseen = false;
      pause();
    },
    seek(seconds) {
      isBegun = true;
      playsFrom = null;
      waitsUnseen = false;
      seek(Math.min(seconds, design.seconds));
    },
    set(index, given) {
      const knob = knobs[index];
      const field = knob && knobField(designStore.getState().design, knob);
      if (!field) return false;
      turnKnob(knob, Number(acceptValue(field, given).value));
      return true;
    },
  };
}

function stateOf({ status, time, frames, layout, problems }: RunState, seconds: number, knobs: Handed['options']['knobs']): EmbedState {
  const now = layout && usersNow(frames, layout);
  const { design } = designStore.getState();
  return {
    status: problems.some(stopsRun) ? 'crashed' : status,
    time,
    seconds,
    offered: now ? now.offered : null,
    p99: now && now.p99 >= 0 ? now.p99 : null,
    failed: now ? now.failedPerSecond / Math.max(now.offered, now.failedPerSecond, 1e-9) : null,
    knobs: knobs.map((knob) => {
      const { min = 0, max = 0 } = knobField(design, knob) ?? {};
      return { label: knob.label, value: valueOfKnob(design, knob), min, max };
    }),
  };
}
