import { describe, expect, it } from 'vitest';
import { isMermaid, readMermaid } from './mermaid.ts';

const wiresOf = (text: string) => readMermaid(text).wires.map(({ from, to, isDirected }) => `${from}${isDirected ? '>' : '-'}${to}`);
const labelsOf = (text: string) => Object.fromEntries(readMermaid(text).parts.map(({ id, label }) => [id, label]));

describe('lines', () => {
  it.each([
    ['a-->b', 'a>b'],
    ['a --> b', 'a>b'],
    ['a --- b', 'a-b'],
    ['a -.-> b', 'a>b'],
    ['a -.- b', 'a-b'],
    ['a ==> b', 'a>b'],
    ['a === b', 'a-b'],
    ['a ----> b', 'a>b'],
    ['a -->|some words| b', 'a>b'],
    ['a -- some words --> b', 'a>b'],
    ['a -. some words .-> b', 'a>b'],
    ['a == some words ==> b', 'a>b'],
    ['a <--> b', 'a>b'],
    ['a --o b', 'a>b'],
    ['a --x b', 'a>b'],
    ['a ~~~ b', 'a-b'],
  ])('%s', (text, wire) => {
    expect(wiresOf(`flowchart LR\n${text}`)).toEqual([wire]);
    expect(readMermaid(`flowchart LR\n${text}`).notRead).toEqual([]);
  });

  it('follow one another, and lead from several to several', () => {
    expect(wiresOf('graph TD\na --> b --> c & d\ne & f --> g; g --> h')).toEqual(['a>b', 'b>c', 'b>d', 'e>g', 'f>g', 'g>h']);
  });
});

describe('nodes', () => {
  it.each([
    'a[Web server]',
    'a(Web server)',
    'a((Web server))',
    'a(((Web server)))',
    'a([Web server])',
    'a[[Web server]]',
    'a[(Web server)]',
    'a{Web server}',
    'a{{Web server}}',
    'a>Web server]',
    'a[/Web server/]',
    'a["Web server"]',
    'a["`**Web** server`"]',
    'a[Web<br/>server]',
    'a[fa:fa-server Web server]',
    'a@{ shape: rect, label: "Web server" }',
    'a[Web server]:::fast',
  ])('%s', (text) => expect(labelsOf(`flowchart LR\n${text} --> b`)).toEqual({ a: 'Web server', b: 'b' }));

  it('a cylinder holds data', () => {
    const { parts } = readMermaid('graph LR\na[(Orders)] --- b@{ shape: cyl, label: "Users" }');
    expect(parts.map(({ shape }) => shape)).toEqual(['store', 'store']);
  });

  it('keep their name when they are named again', () => {
    expect(labelsOf('graph LR\nweb[Web]\nweb --> db[(Data)]\nweb --> db')).toEqual({ web: 'Web', db: 'Data' });
  });

  it('brackets in quotes close nothing', () => expect(labelsOf('graph LR\na["x ] y"] --> b')).toMatchObject({ a: 'x ] y' }));

  it('Korean names', () => expect(labelsOf('graph LR\n사용자 --> 웹[웹 서버]')).toEqual({ 사용자: '사용자', 웹: '웹 서버' }));
});

it('subgraphs are boxes, wires to them are none', () => {
  const { boxes, parts, wires } = readMermaid(
    'graph TB\nsubgraph eu [Europe]\n  web --> db\n  subgraph inner\n    cache\n  end\nend\nsubgraph "US West"\n other\nend\nusers --> eu',
  );
  expect(boxes).toEqual([
    { id: 'eu', label: 'Europe' },
    { id: 'inner', label: 'inner' },
    { id: '"US West"', label: 'US West' },
  ]);
  expect(Object.fromEntries(parts.map(({ id, box }) => [id, box]))).toEqual({
    web: 'eu',
    db: 'eu',
    cache: 'inner',
    other: '"US West"',
    users: null,
  });
  expect(wires).toHaveLength(2);
});

it('styles, classes, comments, front matter and fences say nothing, and what is not understood is listed by line', () => {
  const text =
    '```mermaid\n---\ntitle: My shop\n---\nflowchart LR\n%% a comment\n  a --> b %% more\n  style a fill:#f9f\n  classDef x fill:#fff\n  ??? what\n```';
  const sketch = readMermaid(text);
  expect(sketch.title).toBe('My shop');
  expect(sketch.wires).toHaveLength(1);
  expect(sketch.notRead).toEqual([{ line: 9, text: '??? what' }]);
});

it.each(['graph LR\na-->b', 'flowchart TD', '%% hi\nflowchart LR', '```mermaid\ngraph TD\na\n```', '---\ntitle: x\n---\ngraph TD'])(
  'knows %j for a flowchart',
  (text) => expect(isMermaid(text)).toBe(true),
);
it.each(['sequenceDiagram\na->>b: x', '{"format":2}', 'services:\n  web:', '', 'graphics'])('and %j for none', (text) =>
  expect(isMermaid(text)).toBe(false),
);

it('never throws, whatever it is given', () => {
  for (const text of [
    'graph',
    'graph LR\n[[[[',
    'graph LR\na[',
    'graph LR\na-->',
    'graph LR\n-->b',
    `graph LR\n${'a & '.repeat(500)}b`,
    'graph LR\nend\nend',
  ]) {
    expect(() => readMermaid(text)).not.toThrow();
  }
});
