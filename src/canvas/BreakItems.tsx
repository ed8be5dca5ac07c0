/** What can be done to a part that runs, as menu entries: for the whole part, or for the instance whose cell was clicked. */

import { CircleSlash, Flame, Hourglass, Snail, Undo2, Zap } from 'lucide-react';
import { Suspense } from 'react';
import type { DesignNode, Fault } from '../design/design.ts';
import { specOf } from '../design/wires.ts';
import { faultText, fieldWords } from '../i18n/fieldWords.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { MenuHeading, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { canvasStore } from './canvasStore.ts';
import { primaryNow } from './primaryNow.ts';

interface BreakItemsProps {
  node: DesignNode;
  /** Null means every instance. */
  instance: number | null;
  /** No run to act on. */
  disabled: boolean;
}

const slowFactors = [3, 10] as const;

export function BreakItems({ node, instance, disabled }: BreakItemsProps) {
  const t = useText();
  const { breaking } = t.canvas;
  const injectAt = (which: number | null, fault: Fault, factor?: number) => () =>
    void import('../store/runController.ts').then(({ injectFault }) => injectFault(node.id, which, fault, factor));
  const inject = (fault: Fault, factor?: number) => injectAt(instance, fault, factor);
  const primary = instance === null ? primaryNow(node.id) : null;
  return (
    <>
      <MenuHeading>{instance === null ? node.label : t.common.instanceOf(node.label, instance + 1)}</MenuHeading>
      <MenuItem icon={<Zap size={16} aria-hidden />} shortcut={breaking.crashHelp} disabled={disabled} onSelect={inject('crash')}>
        {breaking.crash}
      </MenuItem>
      {primary === null ? null : (
        <MenuItem icon={<Zap size={16} aria-hidden />} disabled={disabled} onSelect={injectAt(primary, 'crash')}>
          {breaking.crashPrimary}
        </MenuItem>
      )}
      <MenuItem icon={<CircleSlash size={16} aria-hidden />} shortcut={breaking.hangHelp} disabled={disabled} onSelect={inject('hang')}>
        {breaking.hang}
      </MenuItem>
      {slowFactors.map((factor, i) => (
        <MenuItem
          key={factor}
          icon={i === 0 ? <Hourglass size={16} aria-hidden /> : <Snail size={16} aria-hidden />}
          disabled={disabled}
          onSelect={inject('slow', factor)}
        >
          {breaking.slow(factor)}
        </MenuItem>
      ))}
      <Suspense fallback={null}>
        <OwnFaults node={node} instance={instance} disabled={disabled} />
      </Suspense>
      <MenuSeparator />
      <MenuItem icon={<Undo2 size={16} aria-hidden />} disabled={disabled} onSelect={inject('recover')}>
        {breaking.recover}
      </MenuItem>
      {instance !== null && <MenuItem onSelect={() => canvasStore.setState({ instance: null })}>{breaking.whole}</MenuItem>}
    </>
  );
}

/** The kind's own faults, each of its usual size. */
function OwnFaults({ node, instance, disabled }: BreakItemsProps) {
  const words = useLateText(fieldWords);
  const faults = specOf(node.kind).faults ?? {};
  const strike = (fault: string) => () =>
    void import('../store/runController.ts').then(({ doNow }) => doNow({ act: 'strike', node: node.id, instance, fault }));
  return Object.keys(faults).map((fault) => {
    const { label } = faultText(words, node.kind, fault);
    return (
      <MenuItem key={fault} icon={<Flame size={16} aria-hidden />} disabled={disabled} onSelect={strike(fault)}>
        {label}
      </MenuItem>
    );
  });
}
