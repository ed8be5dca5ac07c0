/** What the dots are: always there, small. */

import { useText } from '../i18n/text.ts';
import { useRun, useSession } from '../store/hooks.ts';
import { formatCount } from '../ui/format.ts';
import css from './Legend.module.css';
import { useReducedMotion } from './useMedia.ts';

export function Legend() {
  const { canvas } = useText();
  const every = useRun((state) => state.sampleEvery);
  const isStill = useReducedMotion();
  const isOn = useSession((state) => state.traffic);
  if (isStill || !isOn) return <div className={css.legend}>{isStill ? canvas.legend.still : canvas.legend.off}</div>;
  return (
    <div className={css.legend} title={canvas.legend.help}>
      <span className={css.dot}>{canvas.legend.dot(formatCount(every))}</span>
      <ul className={css.shapes}>
        <li>
          <Sign shape="ok" />
          {canvas.legend.ok}
        </li>
        <li>
          <Sign shape="failed" />
          {canvas.legend.failed}
        </li>
        <li>
          <Sign shape="retry" />
          {canvas.legend.retry}
        </li>
        <li>
          <Sign shape="shed" />
          {canvas.legend.shed}
        </li>
      </ul>
    </div>
  );
}

const outlines = {
  ok: 'M6,2 a4,4 0 1 0 .01,0 z',
  failed: 'M6,0.6 L11.4,6 L6,11.4 L0.6,6 z',
  retry: 'M6,1 L11,10.4 L1,10.4 z',
  shed: 'M2.5,2.5 h7 v7 h-7 z',
} as const;

/** The same shapes as `drawDots.ts` draws. */
function Sign({ shape }: { shape: keyof typeof outlines }) {
  return (
    <svg className={css[shape]} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={outlines[shape]} />
    </svg>
  );
}
