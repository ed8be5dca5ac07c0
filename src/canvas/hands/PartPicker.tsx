/** Lists to choose parts from, all by typing: which part to add, whom to call, which wire to take away, which region. */

import { MapPin } from 'lucide-react';
import { useMemo } from 'react';
import type { Design, DesignNode } from '../../design/design.ts';
import { sought } from '../../i18n/seek.ts';
import { useText } from '../../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../../nodes/specs.ts';
import { views } from '../../nodes/views.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Picker, type PickerRow } from '../../ui/Picker.tsx';
import { addPartBeside, connectParts, disconnectParts, moveIntoRegion } from './answers.ts';
import { type Asked, handsStore, useHands } from './handsStore.ts';
import { useHandsText } from './handsWords.ts';
import { useOtherNames } from './otherNames.ts';
import { addRows, connectRows, disconnectRows, type PartRow, regionRows } from './partRows.ts';
import { selectedName } from './selectedName.ts';

const close = (): void => handsStore.setState({ asked: null });

export function PartPicker() {
  const asked = useHands((state) => state.asked);
  return asked && <Choice key={asked.what} asked={asked} />;
}

function Choice({ asked }: { asked: Asked }) {
  const t = useText();
  const hands = useHandsText();
  const design = useDesign((state) => state.design);
  const others = useOtherNames();
  const rowsFor = useMemo(() => {
    const rows: (PickerRow & PartRow)[] = rowsOf(asked, design, t, hands).map((row) => ({ ...row, icon: iconOf(row.kind) }));
    return (typed: string) => {
      const found = sought(typed, rows, (row) => [row.name, ...(row.kind === 'region' ? [] : others(row.kind))]);
      // Enter takes the first one, so what may be taken goes first.
      return [...found.filter((row) => !row.whyNot), ...found.filter((row) => row.whyNot)];
    };
  }, [asked, design, t, hands, others]);
  const words = hands[asked.what];
  const label = asked.what === 'moveInto' ? selectedName(hands) : (design.nodes.find(({ id }) => id === asked.node)?.label ?? null);
  const title = asked.what === 'add' ? hands.add.title(label) : hands[asked.what].title(label ?? '');
  return (
    <Picker
      words={{ ...words, title, placeholder: title, hint: hands.hint }}
      rowsFor={rowsFor}
      onPick={(row) => answer(asked, row)}
      onClose={close}
    />
  );
}

function rowsOf(asked: Asked, design: Design, t: ReturnType<typeof useText>, hands: ReturnType<typeof useHandsText>): PartRow[] {
  if (asked.what === 'moveInto') return regionRows(design, asked.nodes, t, hands);
  const node = design.nodes.find(({ id }) => id === asked.node) ?? null;
  if (asked.what === 'add') return addRows(nodeKinds, node, t, hands);
  if (!node) return [];
  return asked.what === 'connect' ? connectRows(design, node, t, hands) : disconnectRows(design, node, t, hands);
}

function iconOf(kind: NodeKind | 'region') {
  const Icon = kind === 'region' ? MapPin : views[kind].icon;
  return <Icon size={16} aria-hidden />;
}

function answer(asked: Asked, { target, way, kind }: PartRow): void {
  const node = (id: string | null): DesignNode | undefined => designStore.getState().design.nodes.find((each) => each.id === id);
  if (asked.what === 'add') addPartBeside(kind, node(asked.node) ?? null, way, asked.at);
  else if (asked.what === 'connect') connectParts(asked.node, target);
  else if (asked.what === 'disconnect') disconnectParts(target, asked.node);
  else moveIntoRegion(asked.nodes, target === '' ? null : target);
}
