import { lazy, Suspense } from 'react';
import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import styles from './ChartsPane.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';

const ChartStrip = lazy(async () => ({ default: (await import('../charts/ChartStrip.tsx')).ChartStrip }));

/** The charts come after the canvas: they are the heaviest part, and nobody looks at them first. */
export function ChartsPane() {
  const t = useText();
  const isOpen = useSession((state) => state.chartsOpen);
  return (
    <div className={styles.pane}>
      <ErrorBoundary>
        <Suspense
          fallback={
            <div className={styles.loading} data-open={isOpen}>
              {t.panels.charts.loading}
            </div>
          }
        >
          <ChartStrip />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
