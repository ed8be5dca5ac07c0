import { expect, it } from 'vitest';
import { embedCode, markdownCode } from './embedCode.ts';

it('is one line that lets scripts run and nothing else, whatever the design is called', () => {
  const code = embedCode('https://example.org/embed.html#a1.x.y.z&theme=dark', '"><script>alert(1)</script>');
  expect(code).toBe(
    '<iframe src="https://example.org/embed.html#a1.x.y.z&amp;theme=dark" title="&quot;>&lt;script>alert(1)&lt;/script>" width="800" height="450" loading="lazy" sandbox="allow-scripts allow-popups" style="border:0;max-width:100%"></iframe>',
  );
});

it('takes the height that was chosen', () => {
  expect(embedCode('a', 'b', 600)).toContain('width="800" height="600"');
});

it('is a picture with a link in Markdown, in which a name opens no link of its own', () => {
  expect(markdownCode('A ](http://x) [<b>', 'shop.svg', 'https://example.org/#a1.x.y.z')).toBe(
    '[![A \\](http://x) \\[\\<b\\>](shop.svg)](https://example.org/#a1.x.y.z)',
  );
});
