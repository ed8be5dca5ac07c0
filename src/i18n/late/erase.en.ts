/** Words of erasing everything on this computer. */
export const eraseEn = {
  title: 'Erase everything on this computer',
  intro: 'For a computer that others use, too. What goes, and cannot be brought back:',
  what: {
    designs: (count: number) =>
      count === 1
        ? 'one design, with its earlier copies, pins and notebook'
        : `${count} designs, with their earlier copies, pins and notebooks`,
    lessons: 'how far you have come in lessons, the campaign and interview practice',
    settings: 'language, theme, requirements and what was done lately',
    copy: 'the copy of the page that works without a network; it is made anew when the page is next opened',
  },
  stays: 'Files and links that you saved elsewhere stay as they are. Other tabs of this page are told, and no longer save what they show.',
  file: 'Save this design as a file first',
  erase: 'Erase everything',
  erasing: 'Erasing…',
  done: 'Everything is erased. You can close the page now.',
  left: 'This could not be erased; the browser’s own settings can do it:',
  leftovers: {
    designs: 'designs and lessons',
    settings: 'settings',
    copy: 'the copy of the page',
  },
  anew: 'Begin anew',
  strip: 'Everything on this computer was erased from another tab. This design is only here, and is not saved.',
  keep: 'Keep this design',
};
