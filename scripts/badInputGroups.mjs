// The 72 groups of bad input that the product is tested with, each by its number, and what each must end as: R refused with a message that
// names the thing, nothing changed; P opened as a preview with what was repaired; C goes on, and says so; I ignored.
export const groups = [
  ['nothing after the #', 'I'],
  ['what is no link: undefined, null, NaN', 'R'],
  ['a link cut anywhere', 'R'],
  ['one flipped bit, at every place', 'R'],
  ['the end mark missing or doubled', 'R'],
  ['full stops, brackets and emoji behind a link', 'opens'],
  ['line breaks, soft hyphens and invisible signs within', 'opens'],
  ['percent signs: once, twice, wrong', 'R'],
  ['classic base64', 'R'],
  ['links through mail scanners', 'opens'],
  ['two links joined', 'R'],
  ['another family, another codec', 'R'],
  ['a format of later', 'R'],
  ['every released old version', 'opens'],
  ['fields that nobody knows', 'P'],
  ['bombs: too long, too big, too deep', 'R'],
  ['squeezed data with more, nothing, or a dictionary', 'R'],
  ['text that is no UTF-8', 'R'],
  ['JSON that is no design', 'R'],
  ['the address changed while open, back and forward', 'asks'],
  ['the same link, thirty times', 'opens'],
  ['a link without network, or in a small browser', 'C'],
  ['names of the language as ids and labels', 'opens'],
  ['ids: empty, long, twice', 'P'],
  ['numbers: none, infinite, negative, text', 'P'],
  ['places out of reach', 'P'],
  ['labels that are code elsewhere', 'text'],
  ['cells that a spreadsheet would run', 'quoted'],
  ['labels: long, turned, invisible', 'P'],
  ['colours and icons with addresses', 'none'],
  ['parts of an unknown kind', 'P'],
  ['wires to nobody, to oneself, a thousand times', 'P'],
  ['groups within themselves', 'P'],
  ['dates and time zones', 'P'],
  ['no part, one part, nobody who asks', 'R'],
  ['loops, of wires and of retries', 'R'],
  ['300, 2,000 and 20,000 parts; stars and chains', 'C'],
  ['weights of nothing, one key for all', 'C'],
  ['waits shorter than the way, a million retries', 'C'],
  ['a thousand million requests a second, or none', 'C'],
  ['everything killed, ten thousand events at once', 'C'],
  ['edits under traffic, while seeking, while failing over', 'C'],
  ['caches of no size and no time', 'C'],
  ['seeds of every kind', 'C'],
  ['a sweep of a thousand million runs', 'R'],
  ['ten megabytes pasted', 'R'],
  ['pictures, documents and other programs’ files pasted', 'R'],
  ['fifty files, folders, nothing, too much dropped', 'R'],
  ['other line ends, UTF-16', 'opens'],
  ['a file of a newer version', 'R'],
  ['a clipboard that may not be used', 'C'],
  ['file names that no system takes', 'C'],
  ['storage that throws', 'C'],
  ['a database that does not open', 'C'],
  ['a full disk, at every write', 'C'],
  ['storage cleared or damaged', 'quarantine'],
  ['two tabs, an old tab, a copied tab', 'C'],
  ['a worker that does not come, throws, or never ends', 'C'],
  ['a hidden page, for a second or a night', 'C'],
  ['clocks that are set', 'C'],
  ['no network at any moment, a file gone after a release', 'C'],
  ['every zoom, width, print, forced colours', 'C'],
  ['translators and other extensions', 'C'],
  ['fingers, pens and lost pointers', 'C'],
  ['keys held, mashed, composed', 'C'],
  ['everything pressed twice, closed at once', 'C'],
  ['embeds: small, hidden, without scripts, shouted at', 'C'],
  ['lessons that nobody should write', 'C'],
  ['interviews: clock, reload, two tabs, forged', 'C'],
  ['a host’s code: mistyped, used, another session’s', 'R'],
  ['500 hand-ins, the same, rubbish, formulas', 'C'],
  ['numbers as other languages write them', 'opens'],
].map(([what, outcome], i) => ({ number: i + 1, what, outcome }));

const forms = [/ux 4\.6 ((?:#\d+(?:, | and | to )?)+)/g, /bad input (\d+)/g];
/** Files whose tests all go by these numbers, at the beginning of a title. */
const numbered = /(?:it\(|\[)\s*'(\d+)\.? /g;
const allNumbered = ['src/design/badLinks.test.ts', 'src/store/marking.test.ts'];

function numbersIn(text) {
  const found = [];
  for (const [range] of text.matchAll(/#?\d+ to #?\d+|#?\d+/g)) {
    const [from, to = from] = range.match(/\d+/g).map(Number);
    for (let number = from; number <= to; number++) found.push(number);
  }
  return found;
}

/**
 * Which groups a test file names in its titles.
 * @param {string} file its path from the root
 * @param {string} source
 * @returns {number[]} each once, ascending
 */
export function groupsTestedIn(file, source) {
  const found = new Set();
  for (const form of forms) for (const [, text] of source.matchAll(form)) for (const number of numbersIn(text)) found.add(number);
  if (allNumbered.includes(file)) for (const [, number] of source.matchAll(numbered)) found.add(Number(number));
  return [...found].filter((number) => number >= 1 && number <= groups.length).sort((a, b) => a - b);
}

/** @param {{ file: string; source: string }[]} tests */
export function tableOf(tests) {
  const files = new Map(groups.map(({ number }) => [number, []]));
  for (const { file, source } of tests) for (const number of groupsTestedIn(file, source)) files.get(number).push(file);
  const rows = groups.map(
    ({ number, what, outcome }) =>
      `| ${number} | ${what} | ${outcome} | ${
        files
          .get(number)
          .map((file) => `\`${file}\``)
          .join(', ') || '**none**'
      } |`,
  );
  return { files, text: `${head}${rows.join('\n')}\n` };
}

const head = `# Bad input

What people, programs and browsers do to the page, in 72 groups, and the tests in which each is done. Written by
\`node scripts/badInputs.mjs\`; a test fails when a group has none, or when this list is out of date.

R: refused with a message that names the thing, and nothing changes. P: opened, with a list of what was repaired. C: the page goes on, and
says what is the matter. I: ignored.

| | Group | Must end as | Tests |
|---:|---|---|---|
`;
