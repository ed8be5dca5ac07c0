/** What an empty canvas and a first visit say. */

export const startEn = {
  empty: {
    title: 'Nothing here yet',
    hint: 'Press / or click a part on the left, or begin with one of these.',
    hintWithoutList: 'Press / for a list of parts, or begin with one of these.',
    starters: 'Ready designs to begin with',
  },
  first: {
    title: 'First steps',
    rate: 'Requests per second',
    calm: 'One web server, and it is hardly busy. Turn up the traffic until something gives.',
    over: 'More comes in than one server can do: requests wait, and the line does not end. Give the web tier a second server.',
    mended: 'Two servers share the work, and the line is gone. That is the whole game: find what is full, and why.',
    close: 'Close the first steps',
    learn: 'Learn',
    learnWhat: '10 minutes each',
    practise: 'Practise',
    practiseWhat: '45 min interview',
    blank: 'Blank canvas',
    blankWhat: 'Wire your own',
  },
};
