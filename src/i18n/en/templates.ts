/** The labels of parts of ready designs. */
export const templatesEn = {
  /** By their English form, which is the form that the page's own designs have. A number at the end stays. */
  labels: {} as Readonly<Record<string, string>>,
  /** The design that a newcomer meets; the other ones are named in `late/templates`. */
  firstVisit: 'First example',
};
