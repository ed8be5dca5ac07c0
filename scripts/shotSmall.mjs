// States of the small windows: tabs of sharing, menus, popovers, strips, sheets of a phone, what is erased. See shotStates.mjs.
import { choose, click, inOrder, key, linkTo, node, perform, press, seen, showEnd, tab, waitingFor } from './shotActs.mjs';

const trouble = { of: 'cascade', query: '&t=75' };

export const smallStates = [
  { name: 'phone', query: '&t=20', phone: true },
  { name: 'phone-part', query: '&t=20', phone: 'only', act: inOrder(click('[data-node-id="web-1"]'), seen('[role="dialog"]')) },
  {
    name: 'phone-why',
    query: '&t=20',
    phone: 'only',
    act: inOrder(click('[data-number="errors"] button'), seen('[data-explains]')),
  },
  {
    name: 'phone-coming',
    quiet: true,
    phone: 'only',
    act: inOrder(waitingFor(/Dialogs-.*\.js$/), click('header button:has(svg.lucide-layout-template)'), seen('dialog[open]')),
  },
  { name: 'phone-share', phone: 'only', act: inOrder(click('header button:has(svg.lucide-share-2)'), seen('[role="dialog"]')) },
  { name: 'phone-learn', dialog: 'learn', phone: 'only', act: click('header button:has(svg.lucide-graduation-cap)') },
  { name: 'phone-templates', dialog: 'templates', phone: 'only', act: click('header button:has(svg.lucide-layout-template)') },
  { name: 'moment', hash: linkTo('momentLink'), phone: true, settleMs: 4000 },
  { name: 'share-embed', dialog: 'share', act: inOrder(perform('share'), tab(1)) },
  {
    name: 'share-files',
    dialog: 'share',
    query: '&t=8',
    act: inOrder(perform('share'), tab(2), (page) => page.locator('[data-export="gif"]').scrollIntoViewIfNeeded()),
  },
  {
    name: 'share-filming',
    dialog: 'share',
    query: '&t=8',
    act: inOrder(perform('share'), tab(2), click('[data-export="gif"]'), seen('dialog[open] progress')),
  },
  { name: 'erase', dialog: 'erase', act: perform('erase') },
  { name: 'versions', dialog: 'versions', act: perform('versions') },
  { name: 'erased', dialog: 'erase', act: inOrder(perform('erase'), click('[data-irreversible]'), seen('[role="status"][data-erased]')) },
  {
    name: 'erased-elsewhere',
    act: async (page, lang) => {
      const other = await page.context().newPage();
      await other.goto(page.url());
      await inOrder(
        seen('[data-node-id]'),
        perform('erase'),
        click('[data-irreversible]'),
        seen('[role="status"][data-erased]'),
      )(other, lang);
      await page.bringToFront();
      await seen('[data-erased="elsewhere"]')(page);
    },
  },
  {
    name: 'break-menu',
    act: inOrder(node('web-1'), click('[data-card-actions] button:has(svg.lucide-chevron-down)'), seen('[role="menu"]')),
  },
  {
    name: 'theme-menu',
    wide: true,
    act: inOrder(
      click('header button:is(:has(svg.lucide-sun), :has(svg.lucide-moon), :has(svg.lucide-presentation))'),
      seen('[role="menu"]'),
    ),
  },
  { name: 'outline-menu', query: '&t=8', act: inOrder(key('o'), click('[data-do="connect"]'), seen('[role="menu"]')) },
  { name: 'trouble', ...trouble },
  {
    name: 'trouble-why',
    ...trouble,
    act: click('[data-story] ~ button:has(svg.lucide-circle-question-mark), [data-story] ~ button:has(svg.lucide-circle-help)'),
  },
  { name: 'trouble-levers', ...trouble, act: click('[data-more-levers]') },
  { name: 'why', query: '&t=20', act: inOrder(click('[data-why]'), seen('[data-explains]')) },
  { name: 'pins', query: '&t=20', act: click('#timeline button:has(svg.lucide-flag), button:has(svg.lucide-flag)') },
  {
    name: 'chart-table',
    query: '&t=20',
    act: inOrder(
      click('#charts button[aria-expanded="false"]'),
      click('[data-chart] button:has(svg.lucide-table), [data-chart] button:has(svg.lucide-table-2)'),
      seen('dialog[open] table'),
    ),
  },
  { name: 'requirements-judged', dialog: 'requirements', of: 'operated', query: '&t=30', act: perform('requirements') },
  { name: 'report', dialog: 'report', of: 'geo-failover', query: '&t=200', settleMs: 6000, act: perform('report') },
  {
    name: 'recording',
    dialog: 'trace',
    act: inOrder(
      (page) => page.locator('#inspector section').nth(1).getByRole('button').last().click(),
      choose('dialog[open] select', 'requests'),
    ),
  },
  {
    name: 'wire',
    query: '&t=20',
    act: async (page) => page.locator('.react-flow__edge').nth(1).locator('path').first().click({ force: true }),
  },
  { name: 'region', of: 'far-users', query: '&t=20', act: press('[data-group-id="dc-2"] [class*="label"]') },
  {
    name: 'wire-menu',
    act: async (page) => {
      const knob = await page.locator('.react-flow__node[data-id="web-1"] .react-flow__handle.source').boundingBox();
      await page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2);
      await page.mouse.down();
      await page.mouse.move(knob.x - 40, knob.y + 100, { steps: 8 });
      await page.mouse.up();
      await seen('[role="menu"]')(page);
    },
  },
  { name: 'request-tail', query: '&t=20', act: inOrder(perform('followRequest'), click('[data-testid="requests"] [role="tab"] >> nth=1')) },
  { name: 'theory', of: 'single', query: '&t=60', wide: true, act: inOrder(node('web-1'), showEnd('[data-theory]')) },
  { name: 'strangers', hash: linkTo('strangersLink'), act: click('[data-stranger-id]') },
  { name: 'strangers-phone', hash: linkTo('strangersLink'), phone: 'only', act: seen('[data-testid="strangers"]') },
  { name: 'repaired', hash: linkTo('repairedLink'), act: click('section:has(> span > button) button[popovertarget]') },
  { name: 'repaired-phone', hash: linkTo('repairedLink'), phone: 'only', act: seen('[data-opened]') },
];
