/**
 * Every number that is shown says why, or is listed here with the reason why it need not. The list counts: one number more in a place,
 * or one less, and it has to be looked at again. That the reader finds what a hurried hand would write is proved on a copy with such hands.
 */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { shownNumbers } from './shownNumbers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Reasons, each with the places (a file and its component, or how their names begin) and how many numbers they show without a Why. */
const unexplained: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'of a part, a wire or a place on the canvas or in the outline: its own numbers, with their Why, are in the inspector when it is chosen': {
    'src/canvas/': 16,
    'src/panels/outline/AddPart.tsx AddPart': 1,
    'src/panels/outline/WeakNote.tsx Note': 1,
    'src/panels/outline/WireRow.tsx': 1,
    'src/panels/outline/WireRow.tsx WireNumbers': 1,
    'src/panels/RunBar.tsx TrafficControl': 2,
  },
  'an axis, a legend or a picture: the numbers beside it, or in its table, have their Why': {
    'src/charts/BandChart.tsx BandChart': 3,
    'src/charts/ErrorsChart.tsx ErrorsChart': 1,
    'src/charts/FailoverReport.tsx Counted': 3,
    'src/charts/FailoverReport.tsx Incident': 1,
    'src/charts/IncidentChart.tsx IncidentChart': 1,
    'src/charts/LatencyChart.tsx LatencyChart': 2,
    'src/charts/LoadChart.tsx LoadChart': 3,
    'src/charts/RequestsChart.tsx RequestsChart': 1,
    'src/charts/SiteIncident.tsx SiteIncident': 1,
    'src/charts/SweepChart.tsx SweepChart': 2,
    'src/charts/reportParts.tsx Course': 3,
    'src/panels/requests/Calls.tsx': 1,
    'src/panels/shards/HeatMap.tsx': 2,
    'src/panels/timeline/Track.tsx': 1,
    'src/panels/world/WorldSection.tsx': 1,
    'src/panels/shards/ShardsSection.tsx Load': 1,
  },
  'a player in a page of others, which has no room for panes: the editor shows the same run with Why': {
    'src/embed/': 4,
  },
  'told by whoever made the link, or a moment that something happened at; the numbers of this run beside it have their Why': {
    'src/panels/OpenedStrip.tsx': 1,
    'src/panels/phone/PhoneOpened.tsx': 1,
    'src/panels/phone/EventList.tsx': 3,
  },
  'the story of a failure: the button Why? beside it, and what it opens': {
    'src/panels/story/StoryTold.tsx': 6,
    'src/panels/story/WhyCause.tsx': 2,
    'src/panels/presenter/Captions.tsx': 4,
    'src/panels/spoken/': 1,
  },
  'formula, inputs and limits stand in the same section, under “Why these numbers”, or in the sentence itself': {
    'src/panels/theory/': 12,
    'src/panels/shards/RingTheory.tsx': 2,
    'src/panels/interview/Answers.tsx': 3,
    'src/panels/interview/Size.tsx': 2,
    'src/panels/replicas/ReplicaTables.tsx ComparisonTable': 1,
    'src/panels/story/StoryLine.tsx MachineNote': 3,
  },
  'what somebody has set, asked for, typed or brought along, and what is laid down beforehand: prices, budgets, ranges, factors, distances':
    {
      'src/panels/inspector/FaultControls.tsx FaultControls': 1,
      'src/panels/inspector/FieldForm.tsx Fold': 1,
      'src/panels/inspector/FieldRow.tsx FieldRow': 1,
      'src/panels/inspector/GroupSettings.tsx GroupSettings': 1,
      'src/panels/inspector/Inspector.tsx Several': 1,
      'src/panels/inspector/LinkSettings.tsx LinkSettings': 1,
      'src/panels/inspector/RegionFaults.tsx RegionFaults': 1,
      'src/panels/inspector/ScenarioForm.tsx EventLine': 1,
      'src/panels/inspector/WorkloadForm.tsx Preview': 2,
      'src/panels/inspector/WorkloadForm.tsx TraceLine': 2,
      'src/panels/inspector/WorkloadForm.tsx WorkloadForm': 1,
      'src/panels/assignment/': 5,
      'src/panels/dialogs/': 12,
      'src/panels/economy/CostSection.tsx PriceRow': 1,
      'src/panels/interview/TaskTab.tsx': 1,
      'src/panels/RunBar.tsx SpeedControl': 2,
      'src/panels/compare/PairBar.tsx': 1,
      'src/panels/start/': 1,
      'src/panels/grading/GradeLines.tsx': 1,
      'src/panels/share/': 3,
      'src/panels/trials/SweepPanel.tsx': 4,
      'src/panels/trials/WeakPanel.tsx WeakPanel': 1,
      'src/panels/marking/MarkingDialog.tsx MarkingDialog': 4,
    },
  'how far something has come, or how many there are of what can be counted on the screen; ranks, names and places in a list': {
    'src/panels/erase/': 1,
    'src/panels/compare/PairNumbers.tsx': 1,
    'src/panels/interview/ReportSheet.tsx': 1,
    'src/panels/interview/SharedReport.tsx': 3,
    'src/panels/interview/PromptList.tsx': 2,
    'src/panels/interview/NextExercises.tsx': 1,
    'src/panels/notebook/NotebookDialog.tsx Row': 4,
    'src/panels/requests/BlameView.tsx BlameView': 1,
    'src/panels/requests/CallTable.tsx CallTable': 1,
    'src/panels/requests/OneRequest.tsx Stepper': 2,
    'src/panels/requests/Remedy.tsx Remedy': 2,
    'src/panels/requests/RequestList.tsx Row': 2,
    'src/panels/rows/RowsSection.tsx RowsSection': 1,
    'src/panels/rows/RowsSection.tsx Version': 1,
    'src/panels/shards/ShardsSection.tsx': 3,
    'src/panels/tools/Incidents.tsx Incidents': 1,
    'src/panels/tools/LogSection.tsx Hosts': 1,
    'src/panels/tools/LogSection.tsx Rows': 1,
    'src/panels/trials/TrialFrame.tsx': 1,
    'src/panels/trials/WeakPanel.tsx Damages': 1,
    'src/panels/versions/': 2,
    'src/panels/physics/CaseDetails.tsx': 1,
  },
  'itself a button, that opens what has the Why: a case its metrics, a cell its design; or the name right below it is one': {
    'src/panels/physics/CaseRow.tsx CaseRow': 2,
    'src/panels/physics/FamilyLine.tsx FamilyLine': 1,
    'src/panels/physics/Score.tsx Score': 1,
    'src/panels/trials/HeatTable.tsx': 1,
  },
  'of a lesson: steps and questions say in words how a number comes about, with its sources; the run’s own figures have their Why': {
    'src/panels/lesson/': 16,
    'src/panels/presenter/': 8,
  },
};

it('is found wherever it is shown, and says why or need not', () => {
  const found = shownNumbers(root);
  expect(found.filter(({ isExplained }) => isExplained).length).toBeGreaterThan(140);
  const places = Object.values(unexplained).flatMap(Object.entries<number>);
  const left = new Map(places);
  for (const { place, isExplained } of found) {
    if (isExplained) continue;
    const [listed] = places.filter(([begin]) => place.startsWith(begin)).sort(([a], [b]) => b.length - a.length)[0] ?? [place];
    left.set(listed, (left.get(listed) ?? 0) - 1);
  }
  // where more are shown than are listed, nobody knows which of them is new
  const toLookAt = found.filter(
    ({ place, isExplained }) => !isExplained && [...left].some(([begin, rest]) => rest < 0 && place.startsWith(begin)),
  );
  expect(
    toLookAt.map(({ place, written }) => `${place}: ${written}`),
    'one of these is new, and without a Why',
  ).toEqual([]);
  expect(
    [...left].filter(([, rest]) => rest > 0),
    'listed, and no longer there',
  ).toEqual([]);
});

/** A component as a hurried hand writes it, and whether its numbers say why. */
const hands: readonly (readonly [name: string, body: string, numbers: readonly boolean[]])[] = [
  ['bare', '<p>{formatRate(props.rate)}</p>', [false]],
  ['named first', '<p>{text}</p>', [false]],
  ['in a sentence', '<p>{words.said(formatRate(props.rate))}</p>', [false]],
  ['given to a part of ours', '<Fact name="p99" value={formatRate(props.rate)} />', [false]],
  ['in a list', '<ul>{[1, 2].map((each) => <li key={each}>{formatRate(each)}</li>)}</ul>', [false]],
  ['by a helper', '<p>{helped(props.rate)}</p>', [false]],
  ['made by hand', '<p>{props.rate.toFixed(1)}</p>', [false]],
  ['not made readable at all', '<p>{props.rate * 60}</p>', [false]],
  [
    'in a cell whose column alone is explained',
    '<table><tr><th><Why metric="x">p99</Why></th></tr><tr><td>{formatRate(props.rate)}</td></tr></table>',
    [false],
  ],
  ['beside another that says why', '<div><p>{formatRate(props.rate)}</p><p><Why metric="x">{formatRate(2)}</Why></p></div>', [false, true]],
  ['carried for tests', '<b data-metric="p99">…</b>', [false]],
  ['with Why', '<p><Why metric="x">{formatRate(props.rate)}</Why></p>', [true]],
  ['named by Why', '<dl><div><dt><Why metric="x">p99</Why></dt><dd>{formatRate(props.rate)}</dd></div></dl>', [true]],
  ['in a row whose head is Why', '<table><tr><th><Why metric="x">p99</Why></th><td>{formatRate(props.rate)}</td></tr></table>', [true]],
  ['in data that say why', '<Fact rows={[{ label: "p99", value: formatRate(props.rate), why: "p99" }]} />', []],
  ['a length of a list', '<p>{props.list.length}</p>', []],
];

it.each(hands)('sees a number that is written %s', (_, body, numbers) => {
  const copy = mkdtempSync(join(tmpdir(), 'faultline-numbers-'));
  try {
    for (const folder of ['src/panels', 'src/ui', 'src/i18n/en']) mkdirSync(join(copy, folder), { recursive: true });
    for (const file of ['src/ui/format.ts', 'src/ui/Why.tsx']) symlinkSync(join(root, file), join(copy, file));
    writeFileSync(
      join(copy, 'src/panels/Hand.tsx'),
      `import { formatRate } from '../ui/format.ts';
import { Why } from '../ui/Why.tsx';
const helped = (rate) => \`\${formatRate(rate)}!\`;
export function Hand(props) {
  const text = formatRate(props.rate);
  return <>${body}</>;
}
`,
    );
    expect(shownNumbers(copy).map(({ isExplained }) => isExplained)).toEqual(numbers);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
