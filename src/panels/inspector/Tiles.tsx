import { nothing } from '../../ui/format.ts';
import { Why } from '../../ui/Why.tsx';
import styles from './Now.module.css';

/** No number yet, with the unit that it will have. */
export const dash = (unit: '/s' | 'ms' | '%'): string => (unit === 'ms' ? `${nothing}\u00a0${unit}` : nothing + unit);

/** The numbers that are looked at first, side by side. */
export function Tiles({
  tiles,
  of,
}: {
  /** The part whose numbers they are. */
  of?: string;
  tiles: readonly { label: string; value: string; isBad?: boolean; title?: string; why?: string }[];
}) {
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ label, value, isBad, title, why }) => (
        <div key={label} title={title} className={isBad ? `${styles.tile} ${styles.bad}` : styles.tile}>
          <dt>
            {why ? (
              <Why metric={why} of={of}>
                {label}
              </Why>
            ) : (
              label
            )}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
