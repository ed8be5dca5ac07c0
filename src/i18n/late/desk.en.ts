/** What hands do on the canvas. */
export const deskEn = {
  /** At a region while a part is dragged over it. */
  joins: (region: string) => `Drop to move into ${region}`,
  noteWords: 'Words of the note',
  /** A region seen from far away. */
  plate: (label: string, rate: string, health: string) => [label, rate, health].filter(Boolean).join(', '),
  /** After tidying up. */
  tidiedAll: 'Everything is laid out anew',
  tidiedRound: (count: number) =>
    count === 1
      ? 'What you placed stays; the rest is laid out round it. Tidy up again to move it too.'
      : `The ${count} you placed stay; the rest is laid out round them. Tidy up again to move them too.`,
};
