/** The run as it is shown where once a second is enough: nothing here is drawn anew for every message of the worker. */

import { useEffect, useState } from 'react';
import { type RunState, runStore } from '../../store/runStore.ts';

const restMs = 1000;

/** Changed at once when another run begins, the user changes something, or the run stops; else once a second. */
export function useSlowRun(): RunState {
  const [shown, setShown] = useState(runStore.getState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = () => {
      timer = null;
      setShown(runStore.getState());
    };
    const stop = runStore.subscribe((now, before) => {
      const isNews = now.startedFrom !== before.startedFrom || now.interventions !== before.interventions || now.status !== before.status;
      if (isNews) {
        if (timer) clearTimeout(timer);
        show();
      } else if (!timer && now.frames !== before.frames) {
        timer = setTimeout(show, restMs);
      }
    });
    show();
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, []);
  return shown;
}
