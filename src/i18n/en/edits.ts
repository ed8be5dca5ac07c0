/** What an undo step did. Keys are the labels given to `designStore.edit` and `beginGesture`. */
export const editsEn = {
  addNode: 'adding a part',
  addGroup: 'adding a region',
  connect: 'wiring',
  remove: 'deleting',
  cut: 'cutting',
  paste: 'pasting',
  duplicate: 'duplicating',
  move: 'moving',
  resize: 'resizing',
  tidy: 'tidying',
  setGroup: 'moving into a region',
  setParam: 'changing a setting',
  setLinkParam: 'changing a wire',
  setWorkload: 'changing the traffic',
  setSetting: 'changing the design’s settings',
  setTrace: 'importing a trace',
  setRecording: 'importing recorded requests',
  rename: 'renaming',
  setRegion: 'changing the region',
  setScenario: 'changing the timeline',
  newSeed: 'taking a new seed',
  setSeed: 'changing the seed',
  setSeconds: 'changing the length',
};

export type EditLabel = keyof typeof editsEn;
