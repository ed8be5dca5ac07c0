/** Words of what keeps work safe. */
export const safetyEn = {
  oneFile: 'Drop one file at a time.',
};
