import { designStore } from '../store/designStore.ts';
import { type SessionState, sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';
import { canvasActs } from './canvasActs.ts';

const toggle = (what: 'traffic' | 'chartsOpen' | 'paletteOpen' | 'inspectorOpen') => () => {
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
    perform: () => canvasActs()?.tidy(),
  },
  {
    id: 'zoomFit',
    group: 'canvas',
    shortcuts: [{ code: 'Digit1', shift: true }],
    enabled: hasNodes,
    perform: () => canvasActs()?.zoomFit(),
  },
  { id: 'toggleTraffic', group: 'canvas', shortcuts: [{ code: 'KeyT' }], enabled: always, perform: toggle('traffic') },
  { id: 'toggleCharts', group: 'file', shortcuts: [{ code: 'KeyG' }], enabled: always, perform: toggle('chartsOpen') },
  { id: 'togglePalette', group: 'file', shortcuts: [], enabled: always, perform: toggle('paletteOpen') },
  { id: 'toggleInspector', group: 'file', shortcuts: [], enabled: always, perform: toggle('inspectorOpen') },
];
