/** What had to be done to open a document. */
export const openedEn = {
  damaged: 'The newest copy could not be read, so an older one was opened. The damaged copy is kept.',
  otherEngine: 'It was made with another version of the engine: its numbers may differ from those its maker saw.',
  verdict: (seconds: string, rate: string, availability: string, p99: string) =>
    `What its maker saw in ${seconds}: ${rate} served, availability ${availability}, p99 ${p99}.`,
  whatWasMended: 'What was mended?',
  repaired: (count: number) => (count === 1 ? 'One thing in it was mended on opening.' : `${count} things in it were mended on opening.`),
  /** What was mended when a design from outside was opened: where, what stood there, what stands there now. */
  repairs: {
    clamped: (where: string, given: string, kept: string) => `${where}: ${given} is out of range, now ${kept}`,
    rounded: (where: string, given: string, kept: string) => `${where}: ${given} must be whole, now ${kept}`,
    'not-a-value': (where: string, given: string, kept: string) => `${where}: ${given} is no value here, now ${kept}`,
    'unknown-option': (where: string, given: string, kept: string) => `${where}: ${given} is no known choice, now ${kept}`,
    'unknown-field': (where: string, given: string, _kept: string) => `${where}: unknown here and left out (${given})`,
    'bad-part': (where: string, given: string, _kept: string) => `${where}: not a part and left out (${given})`,
    'unknown-kind': (where: string, given: string, _kept: string) =>
      `${where}: the kind ${given} is unknown here; kept as it came, outside the run`,
    'bad-id': (where: string, given: string, _kept: string) => `${where}: ${given} cannot be an id, a new one was given`,
    'duplicate-id': (where: string, given: string, _kept: string) => `${where}: the id ${given} was taken, a new one was given`,
    'dangling-link': (where: string, given: string, _kept: string) => `${where}: a wire that leads nowhere, left out (${given})`,
    'self-link': (where: string, _given: string, _kept: string) => `${where}: a wire from a part to itself, left out`,
    'duplicate-link': (where: string, _given: string, _kept: string) => `${where}: a second wire between the same two parts, left out`,
    'unknown-group': (where: string, _given: string, _kept: string) => `${where}: its region is missing, so it stands in none`,
    'unknown-region': (where: string, given: string, kept: string) => `${where}: the region ${given} is unknown, now ${kept}`,
    'text-cleaned': (where: string, _given: string, kept: string) => `${where}: invisible or too many characters taken out, now ${kept}`,
    'bad-number': (where: string, given: string, kept: string) => `${where}: ${given} cannot stand here, now ${kept}`,
    'bad-event': (where: string, given: string, _kept: string) =>
      `${where}: a line of the timeline that means nothing, left out (${given})`,
    'bad-trace': (where: string, _given: string, _kept: string) => `${where}: a trace without values, left out`,
    'bad-recording': (where: string, _given: string, _kept: string) => `${where}: a recording that does not fit, left out`,
  },
};
