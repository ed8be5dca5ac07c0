/** What became of another program's drawing. */

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const importedEn = {
  title: 'What became of the drawing',
  formats: { mermaid: 'a Mermaid flowchart', compose: 'a Compose file', drawio: 'a file of draw.io' },
  summary: (parts: number, wires: number, format: string) =>
    `${plural(parts, 'part', 'parts')} and ${plural(wires, 'wire', 'wires')} from ${format}.`,
  nothing: (format: string) => `Nothing in this was understood, though it looks like ${format}.`,
  assumed: 'Sizes, times and capacities are our defaults, not the drawing’s. Look through them before you believe a number.',
  guessed: 'Not recognised, drawn as services',
  guessedHelp: 'Delete what is none, or add the right part and wire it.',
  parts: 'Recognised',
  label: 'In the drawing',
  kind: 'Became',
  by: { software: 'by its software', word: 'by its name', shape: 'by its shape', guess: '' },
  turned: 'Turned round',
  turnedHelp: 'An arrow here means who asks whom; these pointed the way the data goes.',
  noWire: 'Wires left out',
  arrow: (from: string, to: string) => `${from} → ${to}`,
  why: {
    missing: 'an end is missing',
    self: 'a part cannot call itself',
    exists: 'it is there already',
    role: 'a part of this kind cannot call one of that kind',
    loop: 'requests would go round for ever',
  },
  notRead: 'Not understood',
  line: (line: number, text: string) => (line > 0 ? `Line ${line}: ${text}` : text),
  usersAdded: 'The drawing had no users, so some were added in front.',
  tooMany: (parts: string, most: string) => `Of ${parts} parts the first ${most} were taken.`,
  done: 'Go on',
};
