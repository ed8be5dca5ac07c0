import { describe, expect, it } from 'vitest';
import { splitLink } from './linkText.ts';

const link = 'a1.q1YqVrJSKs4vSlWyUsrPVtJRKi5JLElVslIqSCwuVrJSKgZySlKBwilAsVoA.1x2y3z.z';
const parts = { ok: true, body: 'q1YqVrJSKs4vSlWyUsrPVtJRKi5JLElVslIqSCwuVrJSKgZySlKBwilAsVoA', checksum: '1x2y3z' };
const codeOf = (text: string) => {
  const split = splitLink(text);
  return split.ok ? 'ok' : split.problem.code;
};
const middle = 30;
const broken = (inserted: string) => link.slice(0, middle) + inserted + link.slice(middle);

describe('what chats and mail programs do to a link is forgiven', () => {
  it.each([
    ['nothing', link],
    ['a hash', `#${link}`],
    ['the whole address', `https://example.org/play/#${link}`],
    ['an upper-cased host', `HTTPS://EXAMPLE.ORG/#${link}`],
    ['words before it', `Look at this: https://example.org/#${link}`],
    ['blanks around', `  ${link}\n`],
    ['a line break inside', broken('\r\n')],
    ['an indented line break inside', broken('\n    ')],
    ['a zero-width space inside', broken('\u200b')],
    ['a soft hyphen inside', broken('\u00ad')],
    ['a no-break space inside', broken('\u00a0')],
    ['a byte order mark before', `\ufeff${link}`],
    ['angle brackets', `<https://example.org/#${link}>`],
    ['round brackets', `(https://example.org/#${link})`],
    ['a full stop behind', `${link}.`],
    ['a comma behind', `${link},`],
    ['a guillemet behind', `${link}»`],
    ['several marks behind', `${link}).»"`],
    ['an emoji behind', `${link}🎉`],
    ['an escaped ampersand behind', `https://example.org/#${link}&amp;lang=ko`],
    ['percent-encoded dots', link.replaceAll('.', '%2E')],
    ['percent-encoded as a whole', encodeURIComponent(`https://example.org/#${link}`)],
    ['a mail scanner around', `https://scan.example/?url=${encodeURIComponent(`https://example.org/#${link}`)}&data=05%7C02&reserved=0`],
  ])('%s', (_, text) => {
    expect(splitLink(text)).toEqual(parts);
  });
});

describe('nothing else is', () => {
  it.each(['', '#', ' ', 'a1', '#a1.', '#a1'])('%o means nobody tried', (text) => expect(codeOf(text)).toBe('empty'));

  it.each([
    'undefined',
    'dW5kZWZpbmVk',
    'null',
    'NaN',
    '[object Object]',
    'a0.AAAAAAAAAA.0.z',
    'a1e3.AAAAAAAAAA.0.z',
    'a-1.AAAAAAAAAA.0.z',
    'a01.AAAAAAAAAA.0.z',
    'version a2. And more',
    'b1.',
  ])('%o is no link', (text) => expect(codeOf(text)).toBe('not-a-link'));

  it.each(['b1.AAAAAAAAAA.0.z', 'a2.AAAAAAAAAA.0.z', 'a999.AAAAAAAAAA'])('%o was made by a newer version', (text) => {
    expect(splitLink(text)).toEqual({ ok: false, problem: { code: 'newer-version', version: text.split('.')[0] } });
  });

  it.each([
    ['a bad percent code', broken('%ZZ')],
    ['a plus', broken('+')],
    ['classic base64', broken('/')],
    ['padding', link.replace('.1x', '==.1x')],
    ['letters of another script', broken('д')],
    ['a doubled end mark', `${link}.z`],
    ['another end mark', link.replace(/z$/, 'y')],
    ['a second link behind', link + link],
    ['a word behind', `${link} please`],
    ['a checksum in capitals', link.replace('1x2y3z', '1X2Y3Z')],
    ['an endless checksum', link.replace('1x2y3z', '1x2y3z1x2y3z')],
  ])('%s is damage', (_, text) => expect(codeOf(text)).toBe('damaged'));

  it('encoding twice is', () => expect(codeOf(encodeURIComponent(link.replaceAll('.', '%2E')))).toBe('not-a-link'));

  it('a missing end mark is a cut', () => {
    expect(codeOf(link.slice(0, -2))).toBe('cut');
    expect(codeOf(link.slice(0, -1))).toBe('cut');
    expect(codeOf(`${link.slice(0, 40)}…`)).toBe('cut');
  });
});
