/** Why an act cannot be done now. An act that is not here can always be done; a test holds that. */

import { type ActId, unlessStrict } from '../../actions/act.ts';
import type { CommandText } from './words.ts';

type Reason = keyof CommandText['reasons'];

/** Not in a strict interview, whatever else has to be so. */
const notStrict: readonly ActId[] = ['replicas', 'sweep', 'capacity', 'weakPoints'];

export const reasonOf = (id: ActId): Reason | undefined => (notStrict.includes(id) && !unlessStrict() ? 'strict' : reasons[id]);

export const reasons: Partial<Readonly<Record<ActId, Reason>>> = {
  learn: 'strict',
  templates: 'strict',
  undo: 'undo',
  redo: 'redo',
  cut: 'selected',
  copy: 'selected',
  duplicate: 'selected',
  remove: 'anything',
  inspect: 'one',
  rename: 'one',
  connect: 'calls',
  disconnect: 'wires',
  move: 'selected',
  moveInto: 'regions',
  moreInstances: 'more',
  fewerInstances: 'fewer',
  breakPart: 'breakable',
  partNotes: 'one',
  alignLeft: 'several',
  alignCentre: 'several',
  alignRight: 'several',
  alignTop: 'several',
  alignMiddle: 'several',
  alignBottom: 'several',
  distributeAcross: 'three',
  distributeDown: 'three',
  group: 'selected',
  ungroup: 'region',
  moveOut: 'inside',
  zoomSelection: 'selected',
  zoomWorld: 'noRegions',
  tidy: 'parts',
  zoomFit: 'parts',
  find: 'parts',
  playPause: 'run',
  restart: 'run',
  followRequest: 'run',
  newSeed: 'run',
  replicas: 'run',
  sweep: 'run',
  capacity: 'run',
  weakPoints: 'run',
  compare: 'run',
  stepBack: 'back',
  previousEvent: 'noEvent',
  nextEvent: 'noEvent',
  stepFrame: 'step',
  stepEvent: 'step',
  savePage: 'pageFile',
  copyMermaid: 'parts',
  slower: 'slowest',
  faster: 'fastest',
};
