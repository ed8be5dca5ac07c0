/** The panel of a store's single rows. */
export const rowsEn = {
  title: 'Rows',
  help: 'The rows written last, and the number of the write that each instance would show. Marked: older than the newest acknowledged.',
  none: 'Nothing has been written yet.',
  row: 'Row',
  newest: 'Newest',
  old: (version: string) => `${version}, old`,
  away: 'not kept here, or away',
};
