/** Bytes packed as links carry them (raw deflate), and unpacked without ever making more of them than was asked for. */

export interface Collected {
  bytes: Uint8Array<ArrayBuffer>;
  /** More than `most` came out; the rest was not even made. */
  cut: boolean;
}

/** Everything a stream makes of `bytes`, but never more than `most` and one chunk. Throws when the stream does. */
export async function collect(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Collected> {
  const writer = stream.writable.getWriter();
  // Its failure also reaches the reader below; here it only must not go unheard.
  const written = writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => {});
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let cut = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > most) {
      cut = true;
      await reader.cancel().catch(() => {});
      break;
    }
  }
  if (!cut) await written;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return { bytes: all, cut };
}
