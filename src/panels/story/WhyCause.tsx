import { formatClock, formatRate } from '../../ui/format.ts';
import { causeText, labelAt, type Tongue } from './causeText.ts';
import styles from './StoryTold.module.css';
import type { Told } from './useDiagnosis.ts';

/** The reasoning behind the line: where it began, who suffers from it and is not the cause, and with which numbers. */
export function WhyCause({ told, tongue }: { told: Told; tongue: Tongue }) {
  const { diagnosis } = told;
  const { words } = tongue;
  if (!diagnosis?.cause) return null;
  const { cause, victims, strained, effect } = diagnosis;
  const names = (nodes: readonly number[]) => [...new Set(nodes.map((node) => labelAt(told, node)).filter(Boolean))].join(', ');
  const others = strained.filter(({ node, code }) => node !== cause.node && node !== cause.by && code !== 'strays' && code !== 'limit');
  return (
    <div className={styles.why}>
      <p>
        <strong>{words.began(labelAt(told, cause.node), formatClock(cause.since))}</strong>
      </p>
      <p>{causeText(told, cause, tongue)}.</p>
      <p>{words.wave(formatRate(effect.now.offeredPerSecond), formatRate(effect.now.goodPerSecond))}</p>
      {victims.length > 0 ? <p>{words.suffer(names(victims))}</p> : null}
      {others.length > 0 ? <p>{words.alsoFull(names(others.map(({ node }) => node)))}</p> : null}
    </div>
  );
}
