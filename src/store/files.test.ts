/** Files as people really have them, by the numbers of the list that this page is held to. */

import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { setTitle } from '../design/edits.ts';
import { toFile } from '../design/parse.ts';
import { shop } from '../runner/designsForTests.ts';
import { fileNameOf, plainName, readDesignFile } from './files.ts';

const design = setTitle(shop(), 'Läden für 서울');
const text = toFile(design);
const read = async (content: BlobPart, name = 'x.json') => readDesignFile(new File([content], name));
const codeOf = async (content: BlobPart, name?: string) => {
  const found = await read(content, name);
  if (!found.ok) return found.problem.code;
  return 'format' in found ? found.format : found.design.title;
};
/** Two bytes a letter, with the mark that says in which order. */
function utf16(of: string, isLittleEndian: boolean): ArrayBuffer {
  const bytes = new ArrayBuffer(2 * of.length + 2);
  const view = new DataView(bytes);
  for (const [i, letter] of [...`\ufeff${of}`].entries()) view.setUint16(2 * i, letter.charCodeAt(0), isLittleEndian);
  return bytes;
}

describe('a file', () => {
  it('ux 4.6 #48: that is no design is refused with a reason, whatever it is called', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    expect(await codeOf('')).toBe('not-json');
    expect(await codeOf(png, 'picture.json')).toBe('not-json');
    expect(await codeOf(gzipSync(text), 'packed.json')).toBe('not-json');
    expect(await codeOf(deflateRawSync(text), 'packed.zip')).toBe('not-json');
    expect(await codeOf('{"nodes":[],"edges":[]}')).toBe('not-a-design');
    expect(await codeOf(text.slice(0, 400))).toBe('not-json');
  });

  it('ux 4.6 #48: of two gigabytes is refused by its size, before a byte of it is read', async () => {
    const huge = { size: 2 ** 31, name: 'huge.json', arrayBuffer: () => Promise.reject(new Error('it was read')) } as File;
    expect(await readDesignFile(huge)).toMatchObject({ ok: false, problem: { code: 'too-big', count: 2 ** 31 } });
  });

  it('ux 4.6 #48: that cannot be read to its end, or is a folder, is refused and throws nothing', async () => {
    const broken = { size: 4096, name: 'folder', arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as File;
    expect(await readDesignFile(broken)).toMatchObject({ ok: false, problem: { code: 'not-json' } });
  });

  it('ux 4.6 #49: with the line ends of Windows, with a mark, or of two bytes a letter opens', async () => {
    for (const each of [text.replaceAll('\n', '\r\n'), `\ufeff${text}`, utf16(text, true), utf16(text, false)])
      expect(await codeOf(each)).toBe(design.title);
  });

  it('ux 4.6 #50: of a newer version says so', async () => {
    expect(await codeOf(JSON.stringify({ ...JSON.parse(text), format: 99 }))).toBe('newer-version');
  });

  it('ux 4.6 #47: of another program is opened when it is known, and refused when it is not', async () => {
    expect(await codeOf('graph LR\n  a[Users] --> b[Web server]', 'x.mmd')).toBe('mermaid');
    expect(await codeOf('services:\n  web:\n    image: nginx\n', 'compose.yml')).toBe('compose');
    expect(await codeOf('<mxfile><diagram><mxGraphModel><root><mxCell id="0"/></root></mxGraphModel></diagram></mxfile>', 'x.drawio')).toBe(
      'drawio',
    );
    expect(await codeOf('{"type":"excalidraw","version":2,"elements":[]}', 'x.excalidraw')).toBe('not-a-design');
    expect(await codeOf('{"nodes":[{"id":"1","position":{"x":0,"y":0},"data":{}}],"edges":[],"viewport":{}}')).toBe('not-a-design');
    expect(await codeOf('<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>x</p></body></html>')).toBe(
      'not-json',
    );
  });
});

describe('the name of a file that is saved', () => {
  it('ux 4.6 #52: leads to no other folder, is no device of Windows, and is never empty', () => {
    expect(plainName('../../etc/passwd')).toBe('etc-passwd');
    expect(plainName('C:\\Windows\\x')).toBe('C-Windows-x');
    for (const name of ['CON', 'nul', 'Com1', 'LPT9']) expect(fileNameOf(name)).toBe(`design-${name}.faultline.json`);
    expect(fileNameOf('Console')).toBe('Console.faultline.json');
    for (const name of ['', '...', '🎉🎉', '\u202e', '\n']) expect(fileNameOf(name)).toBe('design.faultline.json');
    expect(plainName('서울 쇼핑몰 🎉')).toBe('서울-쇼핑몰');
    expect(plainName('x'.repeat(500))).toHaveLength(60);
  });
});
