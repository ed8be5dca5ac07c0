/** The two small buttons beside a chart: its numbers as a table and as a file, which are the same. */

import { Download, Table2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { latePart } from '../ui/latePart.tsx';
import styles from './Charts.module.css';
import { download } from './download.ts';
import type { TableData } from './numbers.ts';

const ChartTable = latePart(async () => (await import('./ChartTable.tsx')).ChartTable);

interface ChartNumbersProps {
  /** For the name of the file. */
  id: string;
  name: string;
  /** Nothing to show yet. */
  disabled?: boolean;
  /** As they are when asked. */
  numbers: () => TableData;
}

export function ChartNumbers({ id, name, disabled = false, numbers }: ChartNumbersProps) {
  const t = useText();
  const [table, setTable] = useState<TableData | null>(null);
  const save = async () => {
    const { csvOf } = await import('./numbers.ts');
    download(`faultline-${id}.csv`, csvOf(numbers()), 'text/csv;charset=utf-8');
  };
  const tools = [
    { label: t.charts.tableOf(name), Icon: Table2, act: () => setTable(numbers()) },
    { label: t.charts.csvOf(name), Icon: Download, act: () => void save() },
  ];
  return (
    <>
      {tools.map(({ label, Icon, act }, at) => (
        <button
          key={label}
          type="button"
          className={styles.tool}
          data-save={at > 0 || undefined}
          disabled={disabled}
          aria-label={label}
          title={label}
          onClick={act}
        >
          <Icon size={14} aria-hidden="true" />
        </button>
      ))}
      <Suspense>{table && <ChartTable title={name} data={table} onClose={() => setTable(null)} />}</Suspense>
    </>
  );
}
