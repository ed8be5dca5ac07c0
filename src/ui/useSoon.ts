import { useEffect } from 'react';

/** A page that is busy all the time, with a run that plays, is asked after this long, ms. */
const latest = 1000;

/** Asks for what is likely to be wanted next as soon as there is nothing more urgent to do. `ask` must be one and the same every time. */
export function useSoon(ask: () => Promise<unknown>): void {
  useEffect(() => {
    // Without a network, whoever needs it asks again.
    const quietly = (): void => void ask().catch(() => undefined);
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(quietly, latest);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(quietly, { timeout: latest });
    return () => cancelIdleCallback(handle);
  }, [ask]);
}
