export const brokenEn = {
  notLoaded: {
    help: 'The connection broke off, or the page has a newer version. Your work is safe.',
    offline: 'There is no network. It comes by itself when there is one again; your work is safe.',
    reload: 'Reload the page',
  },
  crashed: {
    help: 'Your design is safe in memory. Go on, or download it first.',
    download: 'Download the design',
    details: 'What happened',
  },
};
