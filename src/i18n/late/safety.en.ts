/** Words of what keeps work safe. */
export const safetyEn = {
  dropIt: 'Drop the file to open it',
  oneFile: 'Drop one file at a time.',
  forgetful: 'Safari erases what a page keeps after seven days without a visit. Ctrl or ⌘ with S saves a file of your own.',
  longWork: 'Twenty minutes of work, and only this browser has it. Ctrl or ⌘ with S saves a file of your own.',
};
