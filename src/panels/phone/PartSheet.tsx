import { CircleSlash, HeartPulse, Hourglass, Zap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { healthText } from '../../canvas/healthText.ts';
import { useHealth } from '../../canvas/liveFeed.ts';
import { atRest } from '../../canvas/pulse.ts';
import type { DesignNode, Fault } from '../../design/design.ts';
import { instancesOf } from '../../design/instances.ts';
import { stopsRun } from '../../design/problems.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { specOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun, useSession } from '../../store/hooks.ts';
import { injectFault } from '../../store/runController.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Select } from '../../ui/Select.tsx';
import { Why } from '../../ui/Why.tsx';
import { outlineNumbers, startOutlineFeed } from '../outline/outlineFeed.ts';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';
import { Sheet } from './Sheet.tsx';

/** How much slower a part becomes by the button. */
const slowFactor = 5;

/** What was pressed: how it is, its numbers, and how to break and mend it. */
export function PartSheet() {
  const t = useText();
  const id = useSession(({ selection }) => (selection.nodes.length === 1 ? selection.nodes[0] : null));
  const node = useDesign((state) => state.design.nodes.find((each) => each.id === id));
  useEffect(startOutlineFeed, []);
  if (!node) return null;
  return (
    <Sheet title={localLabel(node.label, t)} onClose={() => sessionStore.getState().select({})}>
      <PartNow node={node} />
      {specOf(node.kind).role === 'source' ? null : <BreakButtons key={node.id} node={node} />}
    </Sheet>
  );
}

function PartNow({ node }: { node: DesignNode }) {
  const t = useText();
  const measured = useHealth(node.id);
  const isLooked = useDesign((state) => isSeen(seenParts(state.design), node.id));
  const numbers = useStore(outlineNumbers, (lines) => lines.get(node.id) ?? '');
  return (
    <>
      <p className={styles.kind}>{t.kinds[node.kind].what}</p>
      <p className={styles.partNow}>
        {specOf(node.kind).role === 'source' ? null : <strong data-part-health>{healthText(isLooked ? measured : atRest, t)}</strong>}{' '}
        <span data-part-numbers>
          {numbers === '' ? null : (
            <Why metric="arrived completed utilization node-p99" of={node.id}>
              {numbers}
            </Why>
          )}
        </span>
      </p>
    </>
  );
}

function BreakButtons({ node }: { node: DesignNode }) {
  const t = useText();
  const phone = useLateText(phoneText);
  const words = t.panels.faults;
  const [which, setWhich] = useState('all');
  const canBreak = useRun(({ status, problems }) => (status === 'playing' || status === 'paused') && !problems.some(stopsRun));
  const isOver = useRun((state) => state.status === 'finished');
  const count = instancesOf(node);
  const inject = (fault: Fault) => () =>
    injectFault(node.id, which === 'all' ? null : Number(which), fault, fault === 'slow' ? slowFactor : undefined);
  const buttons = [
    { fault: 'crash', label: words.crash, Icon: Zap },
    { fault: 'hang', label: words.hang, Icon: CircleSlash },
    { fault: 'slow', label: words.slowBy(`×${slowFactor}`), Icon: Hourglass },
    { fault: 'recover', label: words.recover, Icon: HeartPulse },
  ] as const;
  return (
    <>
      {count > 1 ? (
        <Select
          value={which}
          label={phone.which}
          options={[
            { value: 'all', label: words.all },
            ...Array.from({ length: Math.min(count, 200) }, (_, i) => ({ value: String(i), label: t.common.instance(i + 1) })),
          ]}
          onChange={setWhich}
        />
      ) : null}
      <div className={styles.breaking}>
        {buttons.map(({ fault, label, Icon }) => (
          <button key={fault} type="button" className={styles.button} data-fault={fault} disabled={!canBreak} onClick={inject(fault)}>
            <Icon size={18} aria-hidden />
            {label}
          </button>
        ))}
      </div>
      {canBreak ? null : <p className={styles.none}>{isOver ? words.needsRestart : words.needsRun}</p>}
    </>
  );
}
