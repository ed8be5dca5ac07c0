/** A chart's numbers as a table, as they were when it was opened: what a reader that sees no pictures can rely on. */

import { useText } from '../i18n/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Charts.module.css';
import type { TableData } from './numbers.ts';

export function ChartTable({ title, data, onClose }: { title: string; data: TableData; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={title} closeLabel={t.common.close} onClose={onClose} wide>
      <p className={styles.tableHelp}>{t.charts.tableHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.tableScroll} tabIndex={0} aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {data.columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((cell, i) => (
                  <td key={data.columns[i].title}>{typeof cell === 'number' ? data.columns[i].format(cell) : cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
