/** Everything that can be done, found by typing. */

import { useMemo, useState } from 'react';
import { useOtherText } from '../../canvas/hands/otherNames.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { templateWords } from '../../i18n/templateWords.ts';
import { type Text, useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { noteCommand, recentCommands } from '../../store/recentCommands.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Picker, type PickerRow } from '../../ui/Picker.tsx';
import { actCommands, lookCommands, speedCommands } from './actCommands.ts';
import { chartCommands } from './chartCommands.ts';
import type { Command } from './command.ts';
import { addCommands, faultCommands, goCommands, settingCommands, templateCommands } from './designCommands.ts';
import { bestFirst, openingOrder } from './listed.ts';
import { goToMoment, momentCommands, wireAndRegionCommands } from './runCommands.ts';
import { useCommandText } from './words.ts';

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const words = useCommandText();
  const commands = useCommands();
  // What was done lately as it was when the palette opened.
  const [recent] = useState(recentCommands);
  const rowsFor = useMemo(
    () => (typed: string) => {
      const isTyped = typed.trim() !== '';
      const shown = isTyped ? bestFirst(commands, typed, recent) : openingOrder(commands, recent);
      const moment = goToMoment(typed, designStore.getState().design.seconds, words);
      return (moment ? [moment, ...shown] : shown).map((command): PickerRow & { command: Command } => {
        const { id, name, detail, keys, whyNot, group, icon: Icon } = command;
        const heading = words.groups[group];
        const row = { id, name, keys, whyNot, icon: <Icon size={16} aria-hidden />, command };
        return isTyped ? { ...row, detail: detail ?? heading } : { ...row, detail, group: heading };
      });
    },
    [commands, recent, words],
  );
  return (
    <Picker
      words={words}
      rowsFor={rowsFor}
      onClose={onClose}
      onPick={({ command }) => {
        noteCommand(command.id);
        command.perform();
      }}
    />
  );
}

/** All of them, as the page is now. */
function useCommands(): readonly Command[] {
  const t = useText();
  const words = useCommandText();
  const fields = useLateText(fieldWords);
  const titles = useLateText(templateWords);
  const other: Text | null = useOtherText();
  return useMemo(() => {
    const { design } = designStore.getState();
    const all = actCommands(t, other, words);
    return [
      // A hasty Enter breaks nothing: faults come after what is harmless.
      ...all.filter(({ group }) => group === 'part'),
      ...faultCommands(design, t, words),
      ...wireAndRegionCommands(design, sessionStore.getState().selection, t, fields, words),
      ...all.filter(({ group }) => group !== 'part'),
      ...momentCommands(t, words),
      ...chartCommands(t, words),
      ...goCommands(design, t, other, words),
      ...addCommands(t, other, words),
      ...templateCommands(t, titles, words),
      ...speedCommands(t, words),
      ...lookCommands(t, words),
      ...settingCommands(design, t, fields, words),
    ];
  }, [t, other, words, fields, titles]);
}
