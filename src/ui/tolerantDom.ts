/**
 * Translators of browsers and some extensions move text of the page into elements of their own. React then asks a parent to let go of, or to
 * insert before, a child that it no longer has, and the browser throws: the whole page would be gone. Here such a child is
 * taken from where it is now, and what has lost its place is put at the end.
 */

/** Changes `removeChild` and `insertBefore` of all nodes. Returns how to change them back. */
export function tolerateMovedNodes(prototype: Node = Node.prototype): () => void {
  const { removeChild, insertBefore } = prototype;
  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    if (child.parentNode) removeChild.call(child.parentNode, child);
    return child;
  };
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    return insertBefore.call(this, node, before?.parentNode === this ? before : null) as T;
  };
  return () => {
    prototype.removeChild = removeChild;
    prototype.insertBefore = insertBefore;
  };
}
