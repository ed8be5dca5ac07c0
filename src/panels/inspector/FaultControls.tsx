import { CircleSlash, HeartPulse, Hourglass, Zap } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { DesignNode, Fault } from '../../design/design.ts';
import { instancesOf } from '../../design/instances.ts';
import { placesOf } from '../../design/places.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { injectFault } from '../../store/runController.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './FaultControls.module.css';
import { PartFaults, useCanBreak } from './PartFaults.tsx';
import { Section } from './Section.tsx';
import { usePrimaries } from './usePrimaries.ts';

const factors = [2, 3, 5, 10, 20, 50];

/** Breaks and mends a part, or one instance of it, at this very moment of the run. */
export function FaultControls({ node }: { node: DesignNode }) {
  const t = useText();
  const words = t.panels.faults;
  const [chosen, setChosen] = useState<number | null>(null);
  const [factor, setFactor] = useState(5);
  const canBreak = useCanBreak();
  const isOver = useRun((state) => state.status === 'finished');
  const primaries = usePrimaries(node.id);
  const count = useDesign(({ design }) => placesOf(design, node)?.length) ?? instancesOf(node);
  const instance = chosen !== null && chosen < count ? chosen : null;
  const inject = (fault: Fault) => () => injectFault(node.id, instance, fault, fault === 'slow' ? factor : undefined);
  return (
    <Section title={words.title} help={canBreak ? undefined : isOver ? words.needsRestart : words.needsRun}>
      {count > 1 ? (
        <div className={styles.target}>
          <span className={styles.label}>{words.target}</span>
          <Select
            value={instance === null ? 'all' : String(instance)}
            label={words.target}
            options={[
              { value: 'all', label: words.all },
              ...Array.from({ length: Math.min(count, 200) }, (_, i) => ({
                value: String(i),
                label: primaries.includes(i) ? `${t.common.instance(i + 1)} (${t.panels.inspector.role})` : t.common.instance(i + 1),
              })),
            ]}
            onChange={(value) => setChosen(value === 'all' ? null : Number(value))}
          />
        </div>
      ) : null}
      <div className={styles.buttons}>
        <Button look="danger" title={words.crashHelp} disabled={!canBreak} data-fault="crash" onClick={inject('crash')}>
          <Zap size={16} aria-hidden />
          {words.crash}
        </Button>
        <Button look="danger" title={words.hangHelp} disabled={!canBreak} data-fault="hang" onClick={inject('hang')}>
          <CircleSlash size={16} aria-hidden />
          {words.hang}
        </Button>
        <div className={styles.slow}>
          <Button look="danger" title={words.slowHelp} disabled={!canBreak} data-fault="slow" onClick={inject('slow')}>
            <Hourglass size={16} aria-hidden />
            {words.slow}
          </Button>
          <Select
            className={styles.factor}
            disabled={!canBreak}
            value={String(factor)}
            label={words.factor}
            options={factors.map((each) => ({ value: String(each), label: formatNumber(each, 'x') }))}
            onChange={(value) => setFactor(Number(value))}
          />
        </div>
        <Button title={words.recoverHelp} disabled={!canBreak} data-fault="recover" onClick={inject('recover')}>
          <HeartPulse size={16} aria-hidden />
          {words.recover}
        </Button>
      </div>
      <Suspense fallback={null}>
        <PartFaults node={node} instance={instance} />
      </Suspense>
    </Section>
  );
}
