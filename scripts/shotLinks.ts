/** Addresses of what somebody else made, for the pictures of it: links with an assignment, a key, a hand-in, a report, a moment. */

import { writeHandIn } from '../src/design/assignment.ts';
import { encodeLink } from '../src/design/codec.ts';
import { parseDesign } from '../src/design/parse.ts';
import { engineMajor } from '../src/engine/version.ts';
import { oneServer } from '../src/lessons/one-server/lesson.ts';
import { begun } from '../src/lessons/progress.ts';
import { chapter } from '../src/library/chapter.ts';
import { single } from '../src/library/single.ts';
import { makeAssignment } from '../src/prompts/assignmentKey.ts';
import { digestOf, withStep } from '../src/prompts/buildHistory.ts';
import { rubricEdition } from '../src/prompts/edition.ts';
import { gradeSeed } from '../src/prompts/grade.ts';
import { mergeSeeds } from '../src/prompts/merge.ts';
import { gradeOnPaper, type ReportPaper, reportApp, reportVersion } from '../src/prompts/reportRecord.ts';
import { packPaper } from '../src/prompts/reportText.ts';
import { sha256 } from '../src/prompts/sha256.ts';
import { urlShortener } from '../src/prompts/url-shortener/prompt.ts';
import { urlShortenerReferences } from '../src/prompts/url-shortener/references.ts';

const task = {
  id: 'hw-1',
  words: 'The shop is open on Friday, and twice as many come as on other days.\nKeep it open for less than 900 dollars a month.',
  deadline: 'Friday, 24:00',
  locked: ['db-1'],
  free: ['web-1/instances'],
  kinds: ['cache', 'queue'],
  traffic: true,
} as const;

async function assignment() {
  const design = { ...single.design, targets: { p99Ms: 300, availabilityPercent: 99.9, monthlyUsd: 900 } };
  const made = await makeAssignment({
    design,
    task: { ...task, locked: [...task.locked], free: [...task.free], kinds: [...task.kinds] },
    hidden: { scenario: false, traffic: true },
    salt: '0123456789abcdef',
  });
  if (!made) throw new Error('no SHA-256 here');
  return made;
}

export const taskLink = async () => `#${await encodeLink((await assignment()).student)}`;
export const keyLink = async () => `#${await encodeLink((await assignment()).key)}`;

export async function handInLink() {
  const { student } = await assignment();
  const hash = (await sha256(student.assignment ?? '')) ?? '';
  return `#${await encodeLink({ ...student, assignment: writeHandIn(hash, 'Kim Mina', '17') })}`;
}

/** Rows of a sheet: one that is well, one that is not, one of the same hand and one that was cut. */
export async function sheet() {
  const good = `https://x.org/#${await encodeLink(urlShortenerReferences.good)}`;
  const weak = `https://x.org/#${await encodeLink(urlShortenerReferences.underBuilt)}`;
  return `name,link,prompt\nKim Mina,${good},url-shortener\nLee Joon,${weak},\nPark Seo-yeon,${weak.slice(0, 60)},\nChoi Dae-jung,${weak},`;
}

export const goodLink = async () => `#${await encodeLink(urlShortenerReferences.good)}`;

/** A report that says more than is so. */
export async function reportLink() {
  const { given } = urlShortener;
  const grade = mergeSeeds(urlShortener, [gradeSeed(urlShortener, given, 1)]);
  const steps = withStep(withStep([], given, given, 5, 'begin'), given, urlShortenerReferences.good, 65, 'paste');
  const paper: ReportPaper = {
    app: reportApp,
    version: reportVersion,
    engine: engineMajor,
    edition: rubricEdition,
    prompt: 'url-shortener',
    mode: 'strict',
    pace: 1,
    elapsed: 1900,
    away: 190,
    marks: [{ at: 60, what: 'away', seconds: 190 }],
    phases: [
      { phase: 'requirements', seconds: 412, budget: 300 },
      { phase: 'design', seconds: 1488, budget: 720 },
    ],
    bookmarks: [6],
    asked: ['peak'],
    estimates: { peakUs: 1750 },
    commitment: '',
    ...gradeOnPaper(grade),
    score: 100,
    drill: { fault: 'cache-dies', at: 31, struckAt: 1600, namedAt: 1631, wellAt: 1700, wrong: 1 },
    struck: [],
    build: { digest: digestOf(steps), count: steps.length, steps },
  };
  return `#${await encodeLink(given)}&p=url-shortener&r=${await packPaper(paper)}`;
}

export const momentLink = async () =>
  `#${await encodeLink(chapter.design, {
    at: 21.5,
    view: null,
    part: 'db-1',
    request: null,
    note: 'The database waits for its disk here: every thread of the web servers is taken.',
  })}`;

const tick = { came: 40, shown: { p99: 40, busy: 0.4, waiting: 1, rate: 195 } };
const done = {
  ...begun(oneServer),
  at: oneServer.steps.length,
  ticked: Object.fromEntries(oneServer.steps.map(({ id }) => [id, tick])),
  guesses: { calm: 30 },
  begins: [...oneServer.steps.map(() => oneServer.design), oneServer.design],
};
const answered = (right: boolean) => ({ variant: 0, given: right ? 0.5 : 9, answer: 0.5, right });

/** Of a lesson that was begun on another day: it stands at a step, at its questions, at its end. */
export const progressOf = {
  steps: { ...done, at: 2 },
  questions: done,
  end: { ...done, answers: Object.fromEntries(oneServer.quiz.map(({ id }, at) => [id, answered(at === 0)])) },
};

/** With settings that cannot be: they are mended, and the page says so. */
export async function repairedLink() {
  const { nodes, ...rest } = single.design;
  return `#${await encodeLink({ ...rest, nodes: nodes.map((node) => ({ ...node, params: { ...node.params, vcpu: -4 } })) })}`;
}

/** As a later version would write it, with a kind of part of its own. */
export async function strangersLink() {
  const { design } = single;
  const mesh = {
    id: 'mesh-1',
    kind: 'service-mesh',
    label: 'Mesh of the shop',
    x: 320,
    y: 200,
    group: null,
    params: { mtls: true, retriesPerHop: 3 },
  };
  const wire = { id: 'm1', from: design.nodes[1].id, to: 'mesh-1', params: { sidecar: 'yes' } };
  const parsed = parseDesign({ ...design, nodes: [...design.nodes, mesh], links: [...design.links, wire] });
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return `#${await encodeLink(parsed.design)}`;
}
