import { expect, it } from 'vitest';
import { tolerateMovedNodes } from './tolerantDom.ts';

/** As much of a node as its parent asks of it; as strict as the browser's. */
class StrictNode {
  parentNode: StrictNode | null = null;
  children: StrictNode[] = [];
  removeChild(child: StrictNode): StrictNode {
    if (child.parentNode !== this) throw new Error('NotFoundError');
    this.children = this.children.filter((each) => each !== child);
    child.parentNode = null;
    return child;
  }
  insertBefore(node: StrictNode, before: StrictNode | null): StrictNode {
    if (before && before.parentNode !== this) throw new Error('NotFoundError');
    node.parentNode?.removeChild(node);
    const at = before ? this.children.indexOf(before) : this.children.length;
    this.children.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }
}

it('ux 4.6 #63: text that a translator moved or replaced can be taken away and written before', () => {
  const [parent, text, font, next] = Array.from({ length: 4 }, () => new StrictNode());
  parent.insertBefore(text, null);
  parent.insertBefore(font, text);
  font.insertBefore(text, null);
  expect(() => parent.removeChild(text)).toThrow('NotFoundError');

  const asBefore = tolerateMovedNodes(StrictNode.prototype as unknown as Node);
  // inserted before what stands elsewhere now: at the end
  expect(parent.insertBefore(next, text)).toBe(next);
  expect(parent.children).toEqual([font, next]);
  // taken from where it is now, and once more from nowhere
  expect(parent.removeChild(text)).toBe(text);
  expect(font.children).toEqual([]);
  expect(parent.removeChild(text)).toBe(text);
  // what is where it belongs is treated as ever
  parent.insertBefore(text, next);
  expect(parent.children).toEqual([font, text, next]);
  asBefore();
  expect(() => font.removeChild(text)).toThrow('NotFoundError');
});
