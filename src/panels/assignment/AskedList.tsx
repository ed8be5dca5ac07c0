import { type Targets, targetNames } from '../../design/targets.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { requirementsText, targetText } from '../requirements/requirementsText.ts';
import styles from './Assignment.module.css';

interface AskedListProps {
  targets: Targets;
  /** Said behind each, by its name. */
  told?: Readonly<Record<string, string>>;
}

/** Requirements in words, one a line. */
export function AskedList({ targets, told }: AskedListProps) {
  const t = useText();
  const { names } = useLateText(requirementsText);
  return (
    <ul className={styles.list}>
      {targetNames.map((name) => {
        const target = targets[name];
        return target === undefined ? null : (
          <li key={name} data-asked={name}>
            {names[name]} <b>{targetText(name, target, t)}</b>
            {told?.[name] ? <span className={styles.told}>{told[name]}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
