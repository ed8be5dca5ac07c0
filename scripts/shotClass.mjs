// States of learning, teaching and interviews that are looked at: lessons, campaign, presenter mode, assignments, marking. See shotStates.mjs.
import { choose, click, fill, fromLinks, inOrder, key, linkTo, perform, seen, tab, until } from './shotActs.mjs';

const primary = (place) => `${place} button[class*="primary"]`;
const card = '[data-testid="lesson-card"]';
const guess = click(primary(card));
const run = inOrder(click('[data-lesson-run]'), seen('[data-testid="lesson-explanation"]', 90_000));
/** As it was left on another day. */
const lessonAt = (place) =>
  inOrder(
    async (page) => {
      const progress = (await fromLinks('progressOf'))[place];
      await page.evaluate(
        (text) =>
          new Promise((done, failed) => {
            const asked = indexedDB.open('faultline');
            asked.onupgradeneeded = () => asked.result.createObjectStore('documents');
            asked.onerror = () => failed(asked.error);
            asked.onsuccess = () => {
              const change = asked.result.transaction('documents', 'readwrite');
              change.objectStore('documents').put(text, 'lesson:one-server');
              change.oncomplete = () => done();
            };
          }),
        JSON.stringify({ progress, savedAt: Date.now() }),
      );
      await page.evaluate(() => {
        location.hash = '#l=one-server';
      });
      await page.reload();
    },
    seen(primary(card)),
  );
const goOn = click(primary(card));
const presented = until('[data-testid="presenter"]', key('f'));

const task = '#p=url-shortener';
const begin = (mode) =>
  inOrder(seen('dialog[open] select'), choose('dialog[open] select', mode), click(primary('dialog[open]')), seen('[data-phase]'));
const open = inOrder(click('[data-phase] button:has(svg.lucide-clipboard-check)'), seen('dialog[open] [role="tab"]'));
/** In the place of what was drawn so far. */
const drawGood = async (page) => {
  const hash = await (await fromLinks('goodLink'))();
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, hash);
  await page.locator('[data-node-id]').nth(5).waitFor();
};
/** Of the interview itself: what is looked at beside it has no drill. */
const drawSmall = async (page) => {
  const knob = (id, side) => page.locator(`.react-flow__node[data-id="${id}"] .react-flow__handle.${side}`);
  for (const kind of ['web-server', 'database']) await page.locator(`button[data-kind="${kind}"]`).click();
  for (const [from, to] of [
    ['users-us', 'web-1'],
    ['users-eu', 'web-1'],
    ['users-asia', 'web-1'],
    ['web-1', 'db-1'],
  ]) {
    await knob(from, 'source').click();
    await knob(to, 'target').click();
  }
};
const taken = inOrder(begin('coach'), open);
const host = inOrder(seen('dialog[open] svg.lucide-users'), click('dialog[open] button:has(svg.lucide-users)'), seen('[data-host]'));
const marked = inOrder(
  perform('marking'),
  async (page) => page.locator('dialog[open] textarea').fill(await (await fromLinks('sheet'))()),
  choose('dialog[open] select >> nth=-1', '1'),
  click('dialog[open] button:has(svg.lucide-play)'),
  seen('[data-status="done"]', 90_000),
);

export const classStates = [
  {
    name: 'learn-teach',
    dialog: 'learn',
    act: inOrder(perform('learn'), click('[data-lesson] button[aria-expanded]'), seen('[data-testid="teach"]')),
  },
  { name: 'lesson', hash: '#l=one-server', phone: true },
  { name: 'lesson-answer', hash: '#l=one-server', phone: true, act: inOrder(guess, run) },
  { name: 'lesson-control', hash: '#l=one-server', phone: true, act: inOrder(guess, run, goOn, guess) },
  { name: 'lesson-found', phone: true, act: lessonAt('steps') },
  { name: 'lesson-questions', phone: true, act: inOrder(lessonAt('questions'), goOn, seen('[data-quiz]')) },
  { name: 'lesson-end', phone: true, act: inOrder(lessonAt('end'), goOn, seen('[data-testid="lesson-end"]')) },
  { name: 'campaign', hash: '#l=millions', phone: true },
  {
    name: 'campaign-limit',
    hash: '#l=millions',
    phone: true,
    act: inOrder(click(primary('[data-testid="campaign"]')), seen('[data-phase="limit"], [data-phase="held"]', 90_000)),
  },
  { name: 'presenter', of: 'cascade', query: '&t=90', act: presented },
  { name: 'presenter-timer', of: 'cascade', query: '&t=90', act: inOrder(presented, key('t'), seen('[data-testid="class-timer"]')) },
  { name: 'presenter-code', of: 'cascade', act: inOrder(presented, key('q'), seen('[data-testid="class-code"] svg')) },
  { name: 'presenter-lesson', hash: '#l=two-tiers', act: inOrder(seen(card), presented, seen('[data-testid="presented-lesson"]')) },
  {
    name: 'presenter-lesson-answer',
    hash: '#l=two-tiers',
    act: inOrder(
      seen(card),
      presented,
      seen('[data-testid="presented-lesson"]'),
      key('PageDown'),
      seen('[data-testid="lesson-explanation"]', 90_000),
    ),
  },
  {
    name: 'presenter-notes',
    hash: '#l=two-tiers',
    window: true,
    act: inOrder(seen(card), presented, click('[data-testid="presenter"] button:has(svg.lucide-notebook-pen)')),
  },
  {
    name: 'assignment-make',
    dialog: 'assignment',
    of: 'operated',
    act: inOrder(perform('share'), click('dialog[open] button:has(svg.lucide-graduation-cap)')),
  },
  {
    name: 'assignment-made',
    dialog: 'assignment',
    of: 'single',
    act: inOrder(
      perform('share'),
      click('dialog[open] button:has(svg.lucide-graduation-cap)'),
      fill('dialog[open] textarea', 'Keep it open on Friday.'),
      click('[class*="budget"] [role="switch"]'),
      click(primary('dialog[open]')),
      seen('[data-testid="key-link"]'),
    ),
  },
  { name: 'assignment-task', dialog: 'assignment', hash: linkTo('taskLink'), phone: true },
  {
    name: 'assignment-strip',
    hash: linkTo('taskLink'),
    act: inOrder(seen('dialog[open]'), key('Escape'), click('[data-node-id="db-1"]'), seen('[data-locked]')),
  },
  {
    name: 'assignment-key',
    dialog: 'assignment',
    hash: linkTo('keyLink'),
    act: inOrder(perform('share'), click('dialog[open] button:has(svg.lucide-graduation-cap)')),
  },
  { name: 'assignment-hand-in', dialog: 'assignment', hash: linkTo('handInLink'), act: click('[data-assignment] button') },
  { name: 'marking-results', dialog: 'marking', act: inOrder(marked, click('[data-row="2"] th button'), seen('dialog[open] [data-line]')) },
  {
    name: 'marking-key',
    dialog: 'marking',
    hash: linkTo('keyLink'),
    act: inOrder(click('[data-assignment] button'), seen('[data-key-found]')),
  },
  { name: 'marking-table', dialog: 'marking', act: marked },
  { name: 'interview-start', dialog: 'interview', hash: task, phone: true },
  { name: 'interview-host', dialog: 'interview', hash: task, act: host },
  { name: 'interview-host-codes', dialog: 'interview', hash: task, act: inOrder(host, click(primary('[data-host]')), seen('[data-code]')) },
  { name: 'interview-strip', hash: task, act: begin('strict') },
  { name: 'interview-task', dialog: 'interview', hash: task, act: inOrder(taken, click('[data-ask="peak"]')) },
  { name: 'interview-estimates', dialog: 'interview', hash: task, act: inOrder(taken, tab(1)) },
  {
    name: 'interview-check',
    dialog: 'interview',
    hash: task,
    act: inOrder(
      begin('coach'),
      drawGood,
      open,
      tab(2),
      click(primary('dialog[open] [role="tabpanel"]')),
      seen('dialog[open] [data-line]', 90_000),
    ),
  },
  { name: 'interview-drill', dialog: 'interview', hash: task, act: inOrder(taken, tab(3)) },
  {
    name: 'interview-drilling',
    wide: true,
    hash: task,
    act: inOrder(begin('coach'), drawSmall, open, tab(3), click(primary('dialog[open] [role="tabpanel"]')), seen('[data-drill]')),
  },
  {
    name: 'interview-report',
    dialog: 'interview',
    hash: task,
    act: inOrder(
      begin('coach'),
      drawGood,
      open,
      tab(4),
      click(primary('dialog[open] [role="tabpanel"]')),
      seen('[data-copy-report]', 120_000),
    ),
  },
  {
    name: 'interview-shared',
    dialog: 'interview',
    hash: linkTo('reportLink'),
    act: seen('[data-verdict="same"], [data-verdict="differs"]', 90_000),
  },
];
