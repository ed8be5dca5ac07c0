/** Words of the story beside the parts it speaks of. */
export const storyMarksEn = {
  began: (clock: string) => `started here · ${clock}`,
  down: (duration: string) => `down ${duration}`,
};
