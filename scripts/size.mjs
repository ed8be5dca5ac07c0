// How much does a visitor wait for? Brotli sizes of the built page against their budgets; fails when one is over.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { circlesOf } from './circles.mjs';
import { root } from './install.mjs';

const dist = resolve(root, process.argv[2] ?? 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const compressed = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;

/** A chunk and everything it imports at once. */
function closureOf(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closureOf(next, found);
  return found;
}

/** What late entries import at once. */
function closureOfAll(entries) {
  const keys = new Set();
  for (const entry of entries) if (manifest[entry]) closureOf(entry, keys);
  return keys;
}

const filesOf = (keys) => [...new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]))];
const beside = (keys, loaded) => filesOf(keys).filter((file) => !loaded.includes(file));
/** By the part of its name before the hash: groups of chunks and workers stand under no source file. */
const named = (name) => readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
const embedded = (...names) =>
  readdirSync(join(dist, 'assets')).flatMap((file) =>
    names.some((name) => new RegExp(`^embed-${name}-[0-9a-f]{8}\\.`).test(file)) ? [`assets/${file}`] : [],
  );
const assets = (name) => named(name).map((file) => `assets/${file}`);

// Before the canvas is drawn: the page's own first chunks, which hold React, React Flow, the canvas, the stores and the way to the worker.
const canvasPath = filesOf(closureOf('src/App.tsx', closureOf('index.html')));
// What a phone fetches before anything is pressed, but for the worker: nothing of the editor.
const playerParts = ['src/panels/phone/PhoneApp.tsx', 'src/panels/spoken/Spoken.tsx'];
const playerPath = [
  ...filesOf(new Set([...closureOf('index.html'), ...closureOfAll(playerParts)])),
  ...['words-en', 'parse', 'phone.en', 'spoken.en'].flatMap(assets),
];
const boot = readdirSync(join(dist, 'assets')).flatMap((file) => (/^boot-[0-9a-f]{8}\./.test(file) ? [`assets/${file}`] : []));
const isScript = (file) => file.endsWith('.js');
// Right after it, for everybody: the words of one language, the panes, the keyboard, reading and writing designs.
const panes = ['src/panels/panes.ts', 'src/actions/startActs.ts'];
const editor = [...canvasPath, ...assets('words-en'), ...assets('parse'), ...beside(closureOfAll(panes), canvasPath)];
const liveCharts = beside(closureOfAll(['src/charts/ChartStrip.tsx']), editor);
// Right after the canvas: what is for hands, not for eyes.
const hands = beside(closureOfAll(['src/canvas/Desk.tsx']), editor);
const worker = assets('worker');
const report = beside(closureOfAll(['src/charts/FailoverReport.tsx', 'src/charts/IncidentChart.tsx']), [...editor, ...liveCharts]);
const menus = beside(closureOfAll(['src/ui/menuParts.tsx', 'src/panels/menus/menus.ts']), editor);
// Keys and menus of the canvas come right after the first picture; lists, search and commands when they are asked for.
const keys = beside(closureOfAll(['src/panels/hands/Hands.tsx', 'src/canvas/hands/verbs.ts']), [...editor, ...hands]);
const lists = beside(closureOfAll(['src/canvas/hands/PartPicker.tsx', 'src/canvas/hands/FindBar.tsx']), [...editor, ...hands, ...keys]);
const canvasMenu = beside(closureOfAll(['src/panels/menus/CanvasMenu.tsx']), [...editor, ...hands, ...keys, ...menus]);
// Asked for when the page has come to rest, so that the first part looked at, dialog or event is there at once.
const atRest = ['src/panels/inspector/parts.ts'];
const parts = beside(closureOfAll(atRest), [...editor, ...liveCharts]);
const arrange = beside(closureOfAll(['src/panels/inspector/Arrange.tsx']), [...editor, ...parts]);
const seen = [...editor, ...liveCharts, ...parts];
const load = beside(closureOfAll(['src/charts/LatencyChart.tsx', 'src/charts/ErrorsChart.tsx', 'src/charts/LoadChart.tsx']), seen);
const timeline = beside(closureOfAll(['src/panels/timeline/Timeline.tsx', 'src/charts/beside.ts']), [...seen, ...load]);
const theory = beside(closureOfAll(['src/panels/theory/TheorySection.tsx']), seen);
const dialogs = beside(closureOfAll(['src/panels/dialogs/Dialogs.tsx']), seen);
const sharing = beside(
  closureOfAll(['src/panels/share/ShareDialog.tsx', 'src/panels/share/QrCode.tsx', 'src/panels/share/MomentStrip.tsx']),
  [...seen, ...dialogs],
);
const notebook = beside(closureOfAll(['src/panels/notebook/NotebookDialog.tsx']), [...seen, ...load, ...timeline, ...dialogs]);
const requirements = beside(closureOfAll(['src/panels/requirements/RequirementsDialog.tsx']), [...seen, ...load, ...timeline, ...dialogs]);
const physics = beside(closureOfAll(['src/panels/physics/PhysicsDialog.tsx']), [...seen, ...dialogs]);
const commands = beside(closureOfAll(['src/panels/commands/CommandPalette.tsx', 'src/panels/dialogs/ShortcutsDialog.tsx']), [
  ...seen,
  ...dialogs,
]);
const trialPanels = ['replicas/ReplicasPanel', 'trials/SweepPanel', 'trials/CapacityPanel', 'trials/WeakPanel'].map(
  (name) => `src/panels/${name}.tsx`,
);
const trials = beside(closureOfAll(['src/panels/trials/TrialsDialog.tsx', ...trialPanels, 'src/panels/trials/SweepResult.tsx']), [
  ...seen,
  ...dialogs,
]);
const marking = beside(closureOfAll(['src/panels/marking/MarkingDialog.tsx']), [...seen, ...dialogs]);
const markDetails = beside(closureOfAll(['src/panels/marking/MarkDetails.tsx']), [...seen, ...dialogs, ...marking]);
const markingKey = beside(closureOfAll(['src/panels/marking/KeyField.tsx']), [...seen, ...dialogs, ...marking]);
const assignment = beside(closureOfAll(['src/panels/assignment/AssignmentDialog.tsx', 'src/panels/assignment/AssignmentStrip.tsx']), [
  ...seen,
  ...dialogs,
]);
const interview = beside(closureOfAll(['src/panels/interview/InterviewDialog.tsx', 'src/panels/interview/InterviewStrip.tsx']), [
  ...seen,
  ...dialogs,
]);
// What it came to, somebody else's report, and who interviews.
const reports = beside(closureOfAll(['ReportTab', 'SharedReport', 'HostConsole'].map((name) => `src/panels/interview/${name}.tsx`)), [
  ...seen,
  ...dialogs,
  ...interview,
]);
const compare = beside(closureOfAll(['src/panels/compare/CompareDialog.tsx']), [...seen, ...dialogs]);
const requests = beside(closureOfAll(['src/panels/requests/RequestsPane.tsx']), seen);
const blame = beside(closureOfAll(['src/panels/requests/BlameView.tsx']), [...seen, ...requests]);
const lesson = beside(closureOfAll(['src/panels/lesson/LessonColumn.tsx']), seen);
const learn = beside(closureOfAll(['src/panels/lesson/LearnDialog.tsx', 'src/panels/glossary/GlossaryDialog.tsx']), [
  ...seen,
  ...lesson,
  ...dialogs,
]);

const presenting = beside(closureOfAll(['src/panels/presenter/Presenter.tsx', 'src/panels/presenter/PresentedLesson.tsx']), [
  ...seen,
  ...timeline,
  ...lesson,
  // the story line is there by then
  ...filesOf(closureOfAll(['src/panels/story/StoryLine.tsx', 'src/panels/story/RestLine.tsx'])),
]);

const outline = beside(closureOfAll(['src/panels/outline/Outline.tsx']), seen);

const broken = beside(closureOfAll(['src/panels/Broken.tsx']), seen);

const starting = ['src/panels/start/StartLayer.tsx', 'src/panels/start/FirstSteps.tsx'];
const firstSteps = beside(closureOfAll(starting), seen);
const starters = beside(closureOfAll(['src/panels/start/EmptyCanvas.tsx']), [...seen, ...firstSteps]);

// Of all lessons the heaviest: its data and its words in one language.
const lessons = Object.keys(manifest)
  .filter((key) => /^src\/lessons\/[^/]+\/lesson\.ts$/.test(key))
  .map((key) => [manifest[key].file, manifest[key.replace('lesson.ts', 'words.ko.ts')].file]);
const weightOf = (files) => files.reduce((sum, file) => sum + compressed(file), 0);
const heaviestLesson = lessons.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? [];

const budgets = [
  { name: 'what a broken part says', budgetKb: 3, files: broken },
  { name: 'first steps, of first visitors', budgetKb: 5, files: firstSteps },
  { name: 'starters of an empty canvas', budgetKb: 20, files: starters },
  { name: 'canvas path, scripts', budgetKb: 150, files: canvasPath.filter(isScript) },
  { name: 'canvas path, styles', budgetKb: 10, files: canvasPath.filter((file) => !isScript(file)) },
  // The first picture waits for them.
  { name: 'before anything is drawn', budgetKb: 1.5, files: boot },
  { name: 'player of a phone, whole', budgetKb: 152, files: playerPath },
  { name: 'its rings, when it happens', budgetKb: 2, files: beside(closureOfAll(['src/canvas/outcomeRing.ts']), playerPath) },
  { name: 'words of one language', budgetKb: 16, files: assets('words-ko') },
  // Grows by half a kB with every kind; nobody waits for it but who opens a part in the first second.
  { name: 'words of settings, at rest', budgetKb: 27, files: assets('fields-ko') },
  { name: 'words of dialogs, at rest', budgetKb: 6, files: assets('dialogs.ko') },
  { name: 'whole editor, with live charts', budgetKb: 260, files: [...new Set([...editor, ...liveCharts])] },
  { name: 'settings of parts, at rest', budgetKb: 15, files: parts },
  { name: 'hands on the canvas', budgetKb: 24, files: [...hands, ...assets('desk.ko')] },
  // The library, and an icon for every act.
  { name: 'order among several parts', budgetKb: 4, files: arrange },
  { name: 'menus, when near', budgetKb: 38, files: menus },
  { name: 'keys on the canvas', budgetKb: 8, files: [...keys, ...assets('hands.ko')] },
  { name: 'lists and search, when asked', budgetKb: 14, files: lists },
  { name: 'menus of the canvas', budgetKb: 8, files: canvasMenu },
  { name: 'all commands and shortcuts', budgetKb: 24, files: [...commands, ...assets('commands.ko')] },
  // Holds every kind's behaviour; comes after the canvas, while the visitor looks at it.
  { name: 'worker', budgetKb: 130, files: worker },
  { name: 'reader of links', budgetKb: 22, files: assets('linkWorker') },
  { name: 'sharing, when opened', budgetKb: 24, files: [...sharing, ...assets('share.ko')] },
  // Everybody who reads the page it stands in gets the first; the others come when it is pressed.
  { name: 'embedded picture', budgetKb: 30, files: embedded('poster') },
  { name: 'embedded player', budgetKb: 120, files: embedded('player-ko', 'player') },
  { name: 'its engine, once', budgetKb: 130, files: embedded('engine') },
  { name: 'second to fourth chart, at rest', budgetKb: 6, files: load },
  { name: 'notebook, when opened', budgetKb: 8, files: [...notebook, ...assets('notebook.ko')] },
  { name: 'requirements, when opened', budgetKb: 14, files: [...requirements, ...assets('requirements.ko')] },
  { name: 'timeline, at rest', budgetKb: 20, files: [...timeline, ...assets('timeline.ko')] },
  { name: 'theory, when a part is seen', budgetKb: 30, files: [...theory, ...assets('theory.ko')] },
  { name: 'dialogs, when opened', budgetKb: 28, files: dialogs },
  { name: 'outline, when asked for', budgetKb: 14, files: [...outline, ...assets('outline.ko')] },
  { name: 'report, when opened', budgetKb: 95, files: report },
  { name: 'physics page, when opened', budgetKb: 24, files: [...physics, ...assets('physics.ko', 'physicsCases.ko')] },
  { name: 'reference cases, with it', budgetKb: 30, files: assets('cases') },
  { name: 'comparison, when opened', budgetKb: 45, files: [...compare, ...assets('compare.ko')] },
  { name: 'trials, when opened', budgetKb: 40, files: [...trials, ...assets('replicas.ko'), ...assets('trials.ko')] },
  { name: 'heaviest lesson, when taken', budgetKb: 6, files: heaviestLesson },
  { name: 'marking, when opened', budgetKb: 30, files: [...marking, ...assets('marking.ko')] },
  { name: 'lines of a mark, when opened', budgetKb: 8, files: [...markDetails, ...assets('grading.ko')] },
  { name: 'key of an assignment, with it', budgetKb: 10, files: markingKey },
  { name: 'assignment, when in hand', budgetKb: 32, files: [...assignment, ...assets('assignment.ko')] },
  { name: 'interview, when opened', budgetKb: 46, files: [...interview, ...assets('interview.ko'), ...assets('grading.ko')] },
  { name: 'reports of interviews, hosts', budgetKb: 16, files: reports },
  { name: 'worker that grades', budgetKb: 150, files: assets('gradeWorker') },
  { name: 'requests, when opened', budgetKb: 18, files: [...requests, ...assets('requests.ko')] },
  { name: 'blame for the tail, when asked for', budgetKb: 14, files: blame },
  // The lesson's own data and words come beside it, some 4 kB each.
  { name: 'lesson, when taken', budgetKb: 31, files: [...lesson, ...assets('lesson.ko'), ...assets('campaign.ko')] },
  { name: 'presenter mode, when asked for', budgetKb: 14, files: [...presenting, ...assets('presenter.ko')] },
  { name: 'worker that packs a GIF', budgetKb: 3, files: assets('gifWorker') },
  { name: 'lessons listed, glossary', budgetKb: 28, files: [...learn, ...assets('learn.ko'), ...assets('glossary.ko')] },
];

let over = 0;
for (const { name, budgetKb, files } of budgets) {
  const sizes = files.map((file) => ({ file, kb: compressed(file) / 1000 })).sort((a, b) => b.kb - a.kb);
  const kb = sizes.reduce((sum, size) => sum + size.kb, 0);
  // A part without files is a part that this script no longer finds, not one that weighs nothing.
  const verdict = files.length === 0 ? 'NOT FOUND' : kb > budgetKb ? 'OVER' : 'ok';
  if (verdict !== 'ok') over += 1;
  console.log(`${name.padEnd(30)} ${kb.toFixed(1).padStart(6)} of ${budgetKb} kB brotli  ${verdict}`);
  for (const { file, kb: one } of sizes) if (one >= 1) console.log(`  ${one.toFixed(1).padStart(6)} ${file}`);
}
const lateEntries = [
  'src/panels/Broken.tsx',
  ...starting,
  'src/panels/start/EmptyCanvas.tsx',
  'src/App.tsx',
  ...playerParts,
  'src/canvas/outcomeRing.ts',
  'src/panels/phone/PartSheet.tsx',
  'src/panels/phone/ShareSheet.tsx',
  'src/panels/phone/PhoneAssignment.tsx',
  ...panes,
  'src/canvas/Desk.tsx',
  'src/panels/inspector/Arrange.tsx',
  ...atRest,
  'src/charts/ChartStrip.tsx',
  'src/charts/FailoverReport.tsx',
  'src/panels/dialogs/Dialogs.tsx',
  'src/panels/menus/menus.ts',
  'src/panels/share/ShareDialog.tsx',
  'src/panels/share/QrCode.tsx',
  'src/panels/share/MomentStrip.tsx',
  'src/panels/menus/CanvasMenu.tsx',
  'src/panels/hands/Hands.tsx',
  'src/panels/commands/CommandPalette.tsx',
  'src/canvas/hands/PartPicker.tsx',
  'src/canvas/hands/FindBar.tsx',
  'src/panels/outline/Outline.tsx',
  'src/panels/physics/PhysicsDialog.tsx',
  'src/panels/marking/MarkDetails.tsx',
  'src/panels/trials/TrialsDialog.tsx',
  'src/panels/compare/CompareDialog.tsx',
  'src/panels/assignment/AssignmentDialog.tsx',
  'src/panels/assignment/AssignmentStrip.tsx',
  ...trialPanels,
  'src/panels/requests/RequestsPane.tsx',
  'src/panels/theory/TheorySection.tsx',
  'src/panels/notebook/NotebookDialog.tsx',
  'src/panels/requirements/RequirementsDialog.tsx',
  'src/panels/timeline/Timeline.tsx',
  'src/charts/LatencyChart.tsx',
  'src/charts/ErrorsChart.tsx',
  'src/charts/LoadChart.tsx',
  'src/charts/beside.ts',
  'src/ui/menuParts.tsx',
];
for (const entry of lateEntries) {
  if (manifest[entry]) continue;
  console.log(`${entry} is no late entry any more`);
  over += 1;
}
if (['words-en', 'words-ko', 'fields-en', 'fields-ko', 'parse'].some((name) => named(name).length !== 1)) {
  console.log('the words of a language, or the parser, are not one chunk any more');
  over += 1;
}
// Of two chunks that import each other one runs before what it reads is set, and which one depends on which arrives first: a page that
// now and then does not start.
const circles = circlesOf(new Map(Object.entries(manifest).map(([key, { imports }]) => [key, imports ?? []])));
for (const circle of circles) console.log(`chunks in a circle: ${circle.join(' > ')}`);
process.exit(over > 0 || circles.length > 0 ? 1 : 0);
