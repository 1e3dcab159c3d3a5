// A heap that gives the greatest first.

/** Items by their value, the greatest first; among equals, in no order that depends on anything but the calls. */
export class Heap<T> {
  private readonly items: T[] = [];

  constructor(private readonly valueOf: (item: T) => number) {}

  /** Returns the greatest item; undefined if there is none. */
  peek(): T | undefined {
    return this.items[0];
  }

  push(item: T): void {
    const { items, valueOf } = this;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || valueOf(parent) >= valueOf(item)) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  }

  /** Takes out the greatest item and returns it. */
  pop(): T | undefined {
    const { items, valueOf } = this;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let next = 2 * at + 1;
      const [left, right] = [items[next], items[next + 1]];
      if (left === undefined) break;
      let child = left;
      if (right !== undefined && valueOf(right) > valueOf(left)) {
        child = right;
        next += 1;
      }
      if (valueOf(child) <= valueOf(last)) break;
      items[at] = child;
      at = next;
    }
    items[at] = last;
    return top;
  }
}
