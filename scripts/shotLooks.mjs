// Sizes, themes and languages that are looked at, and the parts of the inspector. See shots.mjs.

export const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
export const themes = ['light', 'dark', 'projector'];
export const languages = ['en', 'ko'];
/** Every state is seen in each theme, language and size, but not in all of them at once. */
export const stateLooks = [
  { ...sizes[0], theme: 'light', lang: 'en' },
  { ...sizes[0], theme: 'dark', lang: 'ko' },
  { ...sizes[1], theme: 'light', lang: 'ko' },
  { ...sizes[1], theme: 'projector', lang: 'en' },
  { ...sizes[2], theme: 'light', lang: 'ko' },
];
/** What is looked at: a template, and what is pressed there before the picture. */
export const looks = [
  { name: 'logs', of: 'operated', press: ['[data-node-id="logs-1"]'] },
  { name: 'board', of: 'operated', press: ['[data-node-id="monitor-1"]'] },
  { name: 'autoscaler', of: 'autoscaled', press: ['[data-node-id="scaler-1"]'] },
  { name: 'deploy', of: 'canary', press: ['[data-node-id="deploy-1"]', '[data-more-faults] summary'] },
  { name: 'costs-and-timeline', of: 'operated', press: [] },
  { name: 'faults', of: 'operated', press: ['[data-node-id="web-1"]', '[data-more-faults] summary'] },
  { name: 'region', of: 'far-users', press: ['[data-group-id="dc-2"] [class*="label"]'] },
  { name: 'session-store', of: 'stateless-tier', press: ['[data-node-id="sessions-1"]'] },
  { name: 'queue', of: 'photo-queue', press: ['[data-node-id="queue-1"]'] },
  { name: 'shards', of: 'sharded', press: ['[data-node-id="router-1"]'] },
  { name: 'scheduler', of: 'nightly-batch', press: ['[data-node-id="scheduler-1"]'] },
];
