import { useText } from '../i18n/text.ts';
import { sessionStore } from '../store/sessionStore.ts';
import styles from './SkipLinks.module.css';

/** Frames to wait for what has just been asked for. */
const patience = 30;

/** Moves the focus to the first stop of a place, or to the place itself. The canvas is shown again where the list stands in its place. */
function goTo(id: string, left = patience): void {
  if (id === 'canvas') sessionStore.getState().set({ view: 'canvas' });
  const place = document.getElementById(id);
  const stop = place?.querySelector<HTMLElement>('[tabindex="0"]') ?? place;
  stop?.focus();
  if (document.activeElement !== stop && left > 0) requestAnimationFrame(() => goTo(id, left - 1));
}

/** First in the order of the Tab key: the ways past the header. Buttons, because the address is for designs. */
export function SkipLinks() {
  const { panels, charts } = useText();
  const { canvas, run, inspector } = panels.skip;
  const places = { canvas, run, inspector, story: panels.story.label, charts: charts.title };
  return Object.entries(places).map(([id, label]) => (
    <button key={id} type="button" className={styles.skip} onClick={() => goTo(id)}>
      {label}
    </button>
  ));
}
