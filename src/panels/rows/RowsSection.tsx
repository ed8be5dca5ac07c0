import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { unpackRows } from '../../engine/rowsView.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { formatCount, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { Section } from '../inspector/Section.tsx';
import { useShown } from '../tools/useShown.ts';
import styles from './Rows.module.css';
import { rowText } from './rowWords.ts';

/** Which rows are where, on which replica, at which version: those that were written last. */
export function RowsSection({ node }: { node: Id }) {
  const words = useLateText(rowText);
  const numbers = useShown(node);
  const samples = useMemo(() => (numbers ? unpackRows(numbers) : []), [numbers]);
  const instances = samples[0]?.versions.length ?? 0;
  return (
    <Section title={words.title} help={samples.length > 0 ? words.help : words.none}>
      {samples.length === 0 ? null : (
        <table className={styles.table} data-rows={samples.length}>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.newest}</th>
              {Array.from({ length: instances }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an instance is its number
                <th key={i} scope="col">{`#${i + 1}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map(({ row, newest, versions }) => (
              <tr key={row}>
                <th scope="row">{formatCount(row)}</th>
                <td>
                  <Why
                    metric="row-version"
                    about={formatCount(row)}
                    of={given({
                      newest,
                      copies: versions.filter((version) => version >= 0).length,
                      oldCopies: versions.filter((version) => version >= 0 && version < newest).length,
                    })}
                  >
                    {formatCount(newest)}
                  </Why>
                </td>
                {versions.map((version, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an instance is its number
                  <Version key={i} version={version} newest={newest} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Version({ version, newest }: { version: number; newest: number }) {
  const words = useLateText(rowText);
  if (version < 0) return <td title={words.away}>{nothing}</td>;
  const isOld = version < newest;
  return (
    <td data-old={isOld} title={isOld ? words.old(formatCount(version)) : undefined}>
      {formatCount(version)}
    </td>
  );
}
