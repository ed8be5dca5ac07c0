import type { ReactElement, ReactNode } from 'react';
import styles from './Table.module.css';

interface TableProps {
  /** What it is a table of, for those who hear it. */
  label: string;
  /** Titles of the columns, from left to right; a whole cell with a key where it is more than words. */
  head: readonly (string | ReactElement)[];
  /** Never scrolled by itself from top to bottom: one that stands in another. */
  isWhole?: boolean;
  /** For rules of its own. */
  className?: string | undefined;
  /** The rows. */
  children: ReactNode;
}

/** A table in a box that scrolls by itself, so that neither a long nor a wide one takes its window along; its head stays in sight. */
export function Table({ label, head, isWhole, className, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} data-whole={isWhole} tabIndex={0} aria-label={label}>
      <table className={className ? `${styles.table} ${className}` : styles.table}>
        <thead>
          <tr>
            {head.map((title) =>
              typeof title === 'string' ? (
                <th key={title} scope="col">
                  {title}
                </th>
              ) : (
                title
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
