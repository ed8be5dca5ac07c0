/** What the page says where another page frames it. */
export const framedEn = {
  why: 'Another site shows Faultline inside its own page. So that nobody can lead your clicks, it opens only in a tab of its own.',
  open: 'Open it in a new tab',
};
