/** Puts a linked list of events into the order of their times, in place and without room of its own. */

/** Lists up to this long are sorted by insertion: almost all are of one to three. */
const short = 12;

/**
 * @param newest first of a list, newest first, linked by `following`, ended by 0
 * @returns first of the same list in the order of `times`, of equals the older first
 */
export function sortedByTime(newest: number, times: Float64Array, following: Int32Array): number {
  const second = following[newest];
  if (second === 0 || following[second] !== 0) return sortedAll(newest, times, following);
  // two: by far most lists that have to be sorted at all
  if (times[newest] < times[second]) return newest;
  following[second] = newest;
  following[newest] = 0;
  return second;
}

function sortedAll(newest: number, times: Float64Array, following: Int32Array): number {
  let length = 0;
  for (let event = newest; event !== 0 && length <= short; event = following[event]) length++;
  return length <= short ? byInsertion(newest, times, following) : byMerging(reversed(newest, following), times, following);
}

/** Each one is older than all that are sorted already, so it goes before its equals. */
function byInsertion(newest: number, times: Float64Array, following: Int32Array): number {
  let first = 0;
  let event = newest;
  while (event !== 0) {
    const older = following[event];
    const time = times[event];
    let before = 0;
    let after = first;
    while (after !== 0 && times[after] < time) {
      before = after;
      after = following[after];
    }
    following[event] = after;
    if (before === 0) first = event;
    else following[before] = event;
    event = older;
  }
  return first;
}

function reversed(newest: number, following: Int32Array): number {
  let first = 0;
  let event = newest;
  while (event !== 0) {
    const older = following[event];
    following[event] = first;
    first = event;
    event = older;
  }
  return first;
}

/** Merge sort from the bottom up, stable: runs of 1, 2, 4 and so on are merged until there is but one. */
function byMerging(oldest: number, times: Float64Array, following: Int32Array): number {
  let first = oldest;
  for (let width = 1; ; width *= 2) {
    let merges = 0;
    let left = first;
    let last = 0;
    while (left !== 0) {
      merges++;
      let right = left;
      let leftCount = 0;
      while (leftCount < width && right !== 0) {
        right = following[right];
        leftCount++;
      }
      let rightCount = width;
      while (leftCount > 0 || (rightCount > 0 && right !== 0)) {
        const takesLeft = leftCount > 0 && (rightCount === 0 || right === 0 || times[left] <= times[right]);
        const event = takesLeft ? left : right;
        if (takesLeft) {
          left = following[left];
          leftCount--;
        } else {
          right = following[right];
          rightCount--;
        }
        if (last === 0) first = event;
        else following[last] = event;
        last = event;
      }
      left = right;
    }
    following[last] = 0;
    if (merges < 2) return first;
  }
}
