/** Words of the embedded player, which knows no other dictionary until it plays. */
export const embedEn = {
  play: 'Play',
  pause: 'Pause',
  again: 'From the beginning',
  open: 'Open in Faultline',
  picture: (title: string) => `Diagram: ${title}`,
  untitled: 'A design',
  loading: 'Getting ready…',
  failed: 'The player could not be loaded here.',
  none: 'This frame has no design to show: its address has lost its end.',
  stuck: 'This design cannot run as it is.',
  author: 'Made by someone else, played in your browser.',
  numbers: { offered: 'Requests', p99: 'Slowest 1%', failed: 'Errors' },
  clock: (now: string, end: string) => `${now} of ${end}`,
};
