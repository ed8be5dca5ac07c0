import { useMemo } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/hooks.ts';
import { formatDuration, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { Why } from '../../ui/Why.tsx';
import { usersNow } from '../usersNow.ts';
import { errorsNow } from './errorsNow.ts';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';

/** The three numbers of a run, as its users see it now; each a button that says what it is made of. */
export function PhoneNumbers() {
  const t = useText();
  const words = useLateText(phoneText);
  const layout = useRun((state) => state.layout);
  const frames = useRun((state) => state.frames);
  const now = useMemo(() => (layout ? usersNow(frames, layout) : null), [layout, frames]);
  const errors = now ? errorsNow(now) : null;
  const numbers = [
    { name: 'requests', value: now ? formatRate(now.offered) : nothing, why: 'now-offered' },
    { name: 'p99', value: now && now.p99 >= 0 ? formatDuration(now.p99, t.common.duration) : nothing, why: 'now-p99' },
    { name: 'errors', value: errors ? formatShare(errors.share) : nothing, why: 'errors-now', of: errors?.of },
  ] as const;
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ name, value, why, ...from }) => (
        <div key={name} data-number={name}>
          <dt>{words[name]}</dt>
          <dd>
            {value === nothing ? (
              nothing
            ) : (
              <Why metric={why} {...from} about={words[name]}>
                {value}
              </Why>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
