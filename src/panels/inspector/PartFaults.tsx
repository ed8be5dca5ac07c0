import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Design, DesignLink, DesignNode } from '../../design/design.ts';
import { stopsRun } from '../../design/problems.ts';
import { specOf } from '../../design/wires.ts';
import { faultText, fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { faultsOf, linkFaults } from '../../schema/faults.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { doNow } from '../../store/runController.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './FaultControls.module.css';
import { Section } from './Section.tsx';
import { StrikeForm } from './StrikeForm.tsx';

/** Faults need a run that is under way. */
export const useCanBreak = (): boolean =>
  useRun(({ status, problems }) => (status === 'playing' || status === 'paused') && !problems.some(stopsRun));

interface PartFaultsProps {
  node: DesignNode;
  /** Null = all. */
  instance: number | null;
  /** There are no other faults above them: they stand open in a section of their own. */
  alone?: boolean;
}

/** Faults of a part beside crash, hang and slow. */
export function PartFaults({ node, instance, alone = false }: PartFaultsProps) {
  const words = useLateText(fieldWords);
  const canBreak = useCanBreak();
  const faults = faultsOf(specOf(node.kind));
  const count = Object.keys(faults).length;
  if (count === 0) return null;
  const target = { node: node.id, instance };
  const form = (
    <StrikeForm
      faults={faults}
      textOf={(fault) => faultText(words, node.kind, fault)}
      words={words.faults}
      disabled={!canBreak}
      onStrike={(fault, strength) => doNow({ act: 'strike', ...target, fault, ...strength })}
      onEnd={(fault) => doNow({ act: 'mend', ...target, fault })}
    />
  );
  if (alone) return <Section title={words.faults.only}>{form}</Section>;
  return (
    <FaultFold title={words.faults.more} count={count}>
      {form}
    </FaultFold>
  );
}

/** Seldom needed, and long: it opens when asked. */
function FaultFold({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className={styles.fold} data-more-faults>
      <summary>
        <ChevronRight size={16} aria-hidden />
        <span>{title}</span>
        <span className={styles.foldCount}>{count}</span>
      </summary>
      {children}
    </details>
  );
}

export function WireFaults({ link }: { link: DesignLink }) {
  const words = useLateText(fieldWords);
  const canBreak = useCanBreak();
  const design = useDesign((state) => state.design);
  const [chosen, setChosen] = useState('');
  const whose = callersOver(design, link);
  const by = whose.find(({ id }) => id === chosen);
  const target = { link: link.id, ...(by ? { from: by.id } : {}) };
  return (
    <Section title={words.faults.wire}>
      {whose.length > 0 ? (
        <div className={styles.target}>
          <span className={styles.label}>{words.faults.whose}</span>
          <Select
            value={by?.id ?? ''}
            label={words.faults.whose}
            options={[
              { value: '', label: words.faults.everybody },
              ...whose.map(({ id, label }) => ({
                value: id,
                label: id === link.from ? words.faults.onlyChecks : words.faults.onlyOf(label),
              })),
            ]}
            onChange={setChosen}
          />
        </div>
      ) : null}
      <StrikeForm
        faults={linkFaults}
        textOf={(fault) => faultText(words, null, fault)}
        words={words.faults}
        disabled={!canBreak}
        onStrike={(fault, strength) => doNow({ act: 'strike-link', ...target, fault, ...strength })}
        onEnd={(fault) => doNow({ act: 'mend-link', ...target, fault })}
      />
    </Section>
  );
}

/** Where a wire is also the way of those who got its end from a resolver: the resolver, which checks, and they. */
function callersOver(design: Design, { from }: DesignLink): DesignNode[] {
  const resolver = design.nodes.find(({ id }) => id === from);
  if (!resolver || specOf(resolver.kind).role !== 'resolver') return [];
  const asking = new Set(design.links.filter(({ to }) => to === from).map((link) => link.from));
  return [resolver, ...design.nodes.filter(({ id, kind }) => asking.has(id) && specOf(kind).role === 'source')];
}
