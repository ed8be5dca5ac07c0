import type { ComponentType } from 'react';
import { late, useLate } from './late.ts';

/**
 * A component that is fetched when it is first drawn. As `React.lazy`, which keeps a failure for ever; this one can be tried again.
 * It stands within a Suspense, and within a boundary that says so when it did not load.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = late(load);
  return function LatePart(props) {
    const Part = useLate(part);
    return <Part {...props} />;
  };
}
