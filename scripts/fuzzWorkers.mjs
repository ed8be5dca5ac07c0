// The workers of a page that is watched (scripts/fuzz.mjs): what they hold, and how the page takes it when one of them dies.

/** A worker that goes round for ever answers nothing. */
const patienceMs = 5000;
const lastWords = 'the restless visitor ended this worker';

/** In a worker: an error nobody catches, an end without a word, and a loop without an end. */
const deaths = [
  (words) => {
    setTimeout(() => {
      throw new Error(words);
    });
  },
  () => {
    self.close();
  },
  () => {
    setTimeout(() => {
      for (;;);
    });
  },
];

/** Ends one of the page's workers, another one and in another way each time. @returns whether there was one */
export async function endWorker(page, time) {
  const workers = page.workers();
  if (workers.length === 0) return false;
  const death = deaths[time % deaths.length];
  const worker = workers[time % workers.length];
  const tooLate = new Promise((done) => setTimeout(done, patienceMs));
  await Promise.race([worker.evaluate(death, lastWords).catch(() => undefined), tooLate]);
  return true;
}

/** What the console says of a worker that was ended on purpose. */
export const isLastWord = (text) => text.includes(lastWords);

/** @param cdp a session with the page. @returns asks what its workers hold, MB, after all that can be collected is collected */
export async function workerHeaps(cdp) {
  const sessions = new Set();
  const answers = new Map();
  let asked = 0;
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && sessions.add(sessionId));
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => sessions.delete(sessionId));
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = async (sessionId, method) => {
    const id = ++asked;
    const answer = new Promise((done) => answers.set(id, done));
    await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return Promise.race([answer, new Promise((done) => setTimeout(done, patienceMs))]);
  };
  const heapOf = async (session) => {
    // one that went home meanwhile holds nothing
    try {
      await ask(session, 'HeapProfiler.collectGarbage');
      const heap = await ask(session, 'Runtime.getHeapUsage');
      return heap ? mbOf(heap) : 0;
    } catch {
      return 0;
    }
  };
  return async () => (await Promise.all([...sessions].map(heapOf))).reduce((sum, mb) => sum + mb, 0);
}

/** Objects, and the numbers of typed arrays, which lie apart. */
export const mbOf = ({ usedSize, backingStorageSize = 0 }) => (usedSize + backingStorageSize) / 1e6;
