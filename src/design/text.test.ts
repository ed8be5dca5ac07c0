import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from './text.ts';

it.each([
  ['plain text stays', 'Web server 2', 'Web server 2'],
  ['Korean stays', '웹 서버', '웹 서버'],
  ['families of emoji stay together', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ['markup is only text', '"><svg/onload=alert(1)>', '"><svg/onload=alert(1)>'],
  ['line breaks and tabs become a blank', 'a\r\n\tb', 'a b'],
  ['control characters go', 'a\u0000\u0007b', 'a b'],
  ['turned directions go', '\u202eabc\u2066', 'abc'],
  ['zero-width marks go', 'pay\u200bpal\ufeff', 'paypal'],
  ['halves of characters go', '\ud83dx\udc00', 'x'],
])('%s', (_, given, clean) => expect(cleanText(given)).toBe(clean));

it('is short, has no halves, and is as clean the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (given, longest) => {
      const clean = cleanText(given, longest);
      expect(clean.length).toBeLessThanOrEqual(longest);
      expect(cleanText(clean, longest)).toBe(clean);
      expect(decodeURIComponent(encodeURIComponent(clean))).toBe(clean);
    }),
  );
});
