import { expect, it } from 'vitest';
import { addGroup, addNode, connect, emptyDesign, setGroupOf, setLinkParam, setTitle } from '../../design/edits.ts';
import { setGroupParam } from '../../design/groupFields.ts';
import { outlineEn } from '../../i18n/late/outline.en.ts';
import { outlineKo } from '../../i18n/late/outline.ko.ts';
import { loadText } from '../../i18n/text.ts';
import { outlineAsText } from './outlineText.ts';

const at = { x: 0, y: 0 };
const two = addNode(addNode(setTitle(emptyDesign(), 'Shop'), 'users', at), 'web-server', at);
const [users, web] = two.nodes.map(({ id }) => id);
const wired = setLinkParam(setLinkParam(connect(two, users, web), 'l1', 'timeoutMs', 2000), 'l1', 'retries', 2);
const moment = {
  clock: '0:41.0',
  health: new Map([[web, { word: 'saturated' as const, lost: 0, total: 1, isSlow: false }]]),
  numbers: new Map([[web, '284/s · 71% · p99 41 ms']]),
  rateOf: () => '284/s',
};

it('writes parts with health and numbers, and under each its wires', async () => {
  expect(outlineAsText(wired, moment, await loadText('en'), outlineEn).replaceAll('\u00a0', ' ')).toBe(
    [
      'Shop, at 0:41.0',
      '2 parts, 1 connection',
      '',
      '- Users',
      '  - to Web server: 284/s · 30 ms round trip · timeout 2 s · 2 retries',
      '- Web server (saturated, 284/s · 71% · p99 41 ms)',
    ].join('\n'),
  );
});

it('nests under region and zone, in Korean too', async () => {
  const placed = setGroupParam(setGroupOf(addGroup(wired, at), [web], 'dc-1'), 'dc-1', 'zone', 'a');
  const lines = outlineAsText(placed, moment, await loadText('ko'), outlineKo).split('\n');
  expect(lines.filter((line) => !line.includes('→'))).toEqual([
    'Shop, 0:41.0 시점',
    '구성 요소 2개, 연결 1개',
    '',
    '- 지역 밖',
    expect.stringMatching(/^ {2}- Users \(사용자\)/),
    '- 미국 동부',
    '  - Data centre, 영역 a',
    expect.stringMatching(/^ {4}- Web server \(웹 서버, 포화/),
  ]);
});
