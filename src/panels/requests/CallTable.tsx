import { requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Waterfall } from '../../runner/requests/waterfall.ts';
import { formatDuration } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { MetWhy, PartsWithWhy } from './PartsWithWhy.tsx';
import styles from './Requests.module.css';
import { callName, metText, type Names } from './words.ts';

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
              {words.columns[name]}
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
            {(['from', 'to', 'time'] as const).map((name) => (
              <td key={name}>
                <Why
                  metric={`request-${name}`}
                  about={callName(row.span, names, words)}
                  of={given({ meantAt: fall.from, beganAt: row.from, endedAt: row.to })}
                >
                  {formatDuration(name === 'time' ? row.to - row.from : row[name] - fall.from)}
                </Why>
              </td>
            ))}
            <td>
              <PartsWithWhy row={row} />
              {metText(row, words).length > 0 ? <MetWhy row={row} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
