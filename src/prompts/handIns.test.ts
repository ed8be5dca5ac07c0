import { expect, it } from 'vitest';
import { handInsOf } from './handIns.ts';

const link = 'https://x.org/#a1.abcdefgh12.3k.z';
const short = (text: string) => handInsOf(text).map(({ line, name, source, prompt }) => [line, name, source, prompt]);

it('reads a sheet by its headings, in any order and with any separator', () => {
  expect(short(`\ufeffPrompt;Link;Student\r\nchat;${link};"Kim; Mina"\r\n;b.json;Lee`)).toEqual([
    [2, 'Kim; Mina', link, 'chat'],
    [3, 'Lee', 'b.json', null],
  ]);
  expect(short(`이름\t제출 시각\t링크\n김민아\t10:00\t${link}`)).toEqual([[2, '김민아', link, null]]);
});

it('without headings finds the link, the prompt and the name by what they look like', () => {
  expect(short(`Kim,${link},url-shortener\n\n${link}`)).toEqual([
    [1, 'Kim', link, 'url-shortener'],
    [3, '', link, null],
  ]);
});

it('keeps rows that hold nothing to grade, so that they can be named', () => {
  expect(short(`name,link\nKim,\nLee,see my mail\n=cmd(),a1.abcdefgh12.3k.z`)).toEqual([
    [2, 'Kim', '', null],
    [3, 'Lee', 'see my mail', null],
    [4, '=cmd()', 'a1.abcdefgh12.3k.z', null],
  ]);
});

it('a prompt may travel behind the link, and the sheet goes before it', () => {
  expect(short(`${link}&p=chat`)).toEqual([[1, '', `${link}&p=chat`, 'chat']]);
  expect(short(`name,link,prompt\nKim,${link}&p=chat,payments`)).toEqual([[2, 'Kim', `${link}&p=chat`, 'payments']]);
});

it('a row goes on over lines within quotes; a quote that is never closed takes few others with it', () => {
  expect(short(`name,link\n"Kim\nMina",${link}\nLee,${link}`)).toEqual([
    [2, 'Kim\nMina', link, null],
    [4, 'Lee', link, null],
  ]);
  const torn = short(`name,link\n"Kim,${link}\n${Array.from({ length: 20 }, (_, i) => `S${i},${link}`).join('\n')}`);
  expect(torn.length).toBeGreaterThanOrEqual(16);
  expect(torn.at(-1)).toEqual([22, 'S19', link, null]);
});

it('nothing is read from nothing', () => {
  expect(handInsOf('')).toEqual([]);
  expect(handInsOf('\n \n')).toEqual([]);
  expect(handInsOf('name,link\n')).toEqual([]);
});
