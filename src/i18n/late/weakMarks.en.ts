/** What is said of a part or a wire that has no second one, where it stands. */
export const weakMarksEn = {
  part: (rank: string, duration: string) =>
    `Weak point ${rank}, single point of failure: with one machine of it gone, users were badly served for ${duration}.`,
  wire: (rank: string, duration: string) =>
    `Weak point ${rank}, single point of failure: with this wire cut, users were badly served for ${duration}.`,
};
