import { designStore } from '../store/designStore.ts';
import { present } from '../store/presenting.ts';
import { type SessionState, sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';
import { canvasActs, withCanvas } from './canvasActs.ts';

const toggle = (what: 'traffic' | 'autoSlow' | 'chartsOpen' | 'paletteOpen' | 'inspectorOpen') => () => {
  const { set, ...now }: SessionState = sessionStore.getState();
  set({ [what]: !now[what] });
};

const hasNodes = (): boolean => designStore.getState().design.nodes.length > 0;

export const viewActs: readonly Act[] = [
  {
    id: 'tidy',
    group: 'canvas',
    shortcuts: [{ code: 'KeyL' }],
    enabled: hasNodes,
    perform: () => withCanvas((verbs) => verbs.tidy()),
  },
  {
    id: 'zoomFit',
    group: 'canvas',
    shortcuts: [{ code: 'Digit1', shift: true }],
    enabled: hasNodes,
    perform: () => canvasActs()?.zoomFit(),
  },
  {
    id: 'find',
    group: 'canvas',
    shortcuts: [{ code: 'KeyF', ctrl: true }],
    everywhere: true,
    enabled: hasNodes,
    perform: () => withCanvas((verbs) => verbs.find()),
  },
  {
    id: 'toggleOutline',
    group: 'canvas',
    shortcuts: [{ code: 'KeyO' }],
    enabled: always,
    perform: () => {
      const { view, set } = sessionStore.getState();
      set({ view: view === 'canvas' ? 'outline' : 'canvas' });
    },
  },
  { id: 'present', group: 'canvas', shortcuts: [{ code: 'KeyF' }], enabled: always, perform: present },
  { id: 'toggleTraffic', group: 'canvas', shortcuts: [{ code: 'KeyT' }], enabled: always, perform: toggle('traffic') },
  { id: 'toggleAutoSlow', group: 'run', shortcuts: [], enabled: always, perform: toggle('autoSlow') },
  { id: 'toggleCharts', group: 'file', shortcuts: [{ code: 'KeyG' }], enabled: always, perform: toggle('chartsOpen') },
  { id: 'togglePalette', group: 'file', shortcuts: [], enabled: always, perform: toggle('paletteOpen') },
  { id: 'toggleInspector', group: 'file', shortcuts: [], enabled: always, perform: toggle('inspectorOpen') },
];
