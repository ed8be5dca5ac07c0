import type { Act } from '../../actions/act.ts';
import type { Shortcut } from '../../actions/shortcut.ts';

/** Cut, copy and paste reach the page as clipboard events, so they have no shortcut of ours; people still look for them. */
const byBrowser: Readonly<Record<string, readonly Shortcut[]>> = {
  cut: [{ code: 'KeyX', ctrl: true }],
  copy: [{ code: 'KeyC', ctrl: true }],
  paste: [{ code: 'KeyV', ctrl: true }],
};

/** All keys that do an act, those of the browser included. */
export const keysOf = (act: Act): readonly Shortcut[] => byBrowser[act.id] ?? act.shortcuts;
