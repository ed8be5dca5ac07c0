import { requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Waterfall } from '../../runner/requests/waterfall.ts';
import { formatDuration } from '../../ui/format.ts';
import { Why } from '../../ui/Why.tsx';
import styles from './Requests.module.css';
import { callName, metText, type Names, partsText } from './words.ts';

/** The same as the bars, in words and numbers. */
export function CallTable({ fall, names }: { fall: Waterfall; names: Names }) {
  const words = useLateText(requestText);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.columns.call}</th>
          {(['from', 'to', 'time'] as const).map((name) => (
            <th key={name} scope="col">
              <Why metric={`request-${name}`}>{words.columns[name]}</Why>
            </th>
          ))}
          <th scope="col">{words.columns.parts}</th>
        </tr>
      </thead>
      <tbody>
        {fall.rows.map((row) => (
          <tr key={row.span.number}>
            <th scope="row" style={{ paddingInlineStart: `${8 + 14 * Math.min(row.depth, 8)}px` }}>
              {callName(row.span, names, words)}
            </th>
            <td>{formatDuration(row.from - fall.from)}</td>
            <td>{formatDuration(row.to - fall.from)}</td>
            <td>{formatDuration(row.to - row.from)}</td>
            <td>{[...partsText(row, words), ...metText(row, words)].join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
