import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import { latePart } from '../ui/latePart.tsx';
import styles from './ChartsPane.module.css';
import { LatePlace } from './LatePlace.tsx';

const RequestsPane = latePart(async () => (await import('./requests/RequestsPane.tsx')).RequestsPane);
const ChartStrip = latePart(async () => (await import('../charts/ChartStrip.tsx')).ChartStrip);

/** The charts come after the canvas: they are the heaviest part, and nobody looks at them first. */
export function ChartsPane() {
  const t = useText();
  const isOpen = useSession((state) => state.chartsOpen);
  const asksRequests = useSession((state) => state.requestsOpen);
  const isLocked = useSession((state) => state.chartsLocked);
  return (
    <div className={styles.pane}>
      <LatePlace
        fallback={
          <div className={styles.loading} data-open={isOpen}>
            {t.panels.charts.loading}
          </div>
        }
      >
        {isLocked ? null : asksRequests ? <RequestsPane /> : <ChartStrip />}
      </LatePlace>
    </div>
  );
}
