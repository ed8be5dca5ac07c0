import { expect, it } from 'vitest';
import { embedCode } from './embedCode.ts';

it('is one line that lets scripts run and nothing else, whatever the design is called', () => {
  const code = embedCode('https://example.org/embed.html#a1.x.y.z&theme=dark', '"><script>alert(1)</script>');
  expect(code).toBe(
    '<iframe src="https://example.org/embed.html#a1.x.y.z&amp;theme=dark" title="&quot;>&lt;script>alert(1)&lt;/script>" width="800" height="450" loading="lazy" sandbox="allow-scripts allow-popups" style="border:0;max-width:100%"></iframe>',
  );
});
