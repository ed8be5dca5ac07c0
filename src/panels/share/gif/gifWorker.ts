/** A worker of the page that makes a GIF, one picture as it comes after the other. */

import { type GifWriter, gifWriter } from './gifWriter.ts';

export type ToGif = { say: 'begin'; width: number; height: number } | { say: 'picture'; rgba: ArrayBuffer; ms: number } | { say: 'end' };
export type FromGif = { say: 'size'; bytes: number } | { say: 'done'; gif: Blob };

/** What is used of a worker's global scope; named here because the checks of the page's world read this file too. */
declare const self: {
  postMessage(message: FromGif): void;
  onmessage: ((event: { data: ToGif }) => void) | null;
};

let writer: GifWriter | null = null;

self.onmessage = ({ data }) => {
  if (data.say === 'begin') writer = gifWriter(data.width, data.height);
  else if (data.say === 'picture') {
    writer?.add(new Uint8ClampedArray(data.rgba), data.ms);
    self.postMessage({ say: 'size', bytes: writer?.size() ?? 0 });
  } else self.postMessage({ say: 'done', gif: new Blob((writer?.end() ?? []) as BlobPart[], { type: 'image/gif' }) });
};
