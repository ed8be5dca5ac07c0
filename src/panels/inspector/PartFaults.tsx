import type { DesignLink, DesignNode } from '../../design/design.ts';
import { stopsRun } from '../../design/problems.ts';
import { specOf } from '../../design/wires.ts';
import { faultText, fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { faultsOf, linkFaults } from '../../schema/faults.ts';
import { useRun } from '../../store/hooks.ts';
import { doNow } from '../../store/runController.ts';
import { Section } from './Section.tsx';
import { StrikeForm } from './StrikeForm.tsx';

/** Faults need a run that is under way. */
export const useCanBreak = (): boolean =>
  useRun(({ status, problems }) => (status === 'playing' || status === 'paused') && !problems.some(stopsRun));

/** Faults of a part beside crash, hang and slow. @param instance null = all */
export function PartFaults({ node, instance }: { node: DesignNode; instance: number | null }) {
  const words = useLateText(fieldWords);
  const canBreak = useCanBreak();
  const faults = faultsOf(specOf(node.kind));
  if (Object.keys(faults).length === 0) return null;
  const target = { node: node.id, instance };
  return (
    <Section title={words.faults.more}>
      <StrikeForm
        faults={faults}
        textOf={(fault) => faultText(words, node.kind, fault)}
        words={words.faults}
        disabled={!canBreak}
        onStrike={(fault, strength) => doNow({ act: 'strike', ...target, fault, ...strength })}
        onEnd={(fault) => doNow({ act: 'mend', ...target, fault })}
      />
    </Section>
  );
}

export function WireFaults({ link }: { link: DesignLink }) {
  const words = useLateText(fieldWords);
  const canBreak = useCanBreak();
  return (
    <Section title={words.faults.wire}>
      <StrikeForm
        faults={linkFaults}
        textOf={(fault) => faultText(words, null, fault)}
        words={words.faults}
        disabled={!canBreak}
        onStrike={(fault, strength) => doNow({ act: 'strike-link', link: link.id, fault, ...strength })}
        onEnd={(fault) => doNow({ act: 'mend-link', link: link.id, fault })}
      />
    </Section>
  );
}
