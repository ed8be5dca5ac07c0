/** Words of the list of earlier versions. */
export const versionsEn = {
  title: 'Versions of this design',
  intro: 'The last twenty saves are kept on this device. Going back is a step like any other: undo brings what is there now.',
  loading: 'Reading the versions…',
  none: 'No earlier versions yet. They are kept from the first change on.',
  preview: 'A design of others has no versions here. Make it yours, and they are kept.',
  current: 'now',
  unknownTime: 'time not kept',
  parts: (parts: number, wires: number) => `${parts === 1 ? '1 part' : `${parts} parts`}, ${wires === 1 ? '1 wire' : `${wires} wires`}`,
  size: (kilobytes: string) => `${kilobytes} kB`,
  unreadable: 'cannot be read, kept as it is',
  list: 'Versions, newest first',
  restore: 'Go back to this',
  copy: 'Open as a design of its own',
  download: 'Download',
  restored: 'Gone back to an earlier version.',
  picture: (when: string) => `Picture of the version of ${when}`,
};
