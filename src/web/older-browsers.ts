// What the language has had since 2022 and 2023, for browsers of before: Windows 7 ends at Chrome 109.

const added: Readonly<Record<string, (this: unknown[], ...args: never[]) => unknown>> = {
  at(n: number) {
    return this[n < 0 ? this.length + n : n];
  },
  toSorted(order?: (a: unknown, b: unknown) => number) {
    return [...this].sort(order);
  },
  toReversed() {
    return [...this].reverse();
  },
  toSpliced(from: number, count: number, ...items: unknown[]) {
    const copy = [...this];
    copy.splice(from, count, ...items);
    return copy;
  },
  with(n: number, value: unknown) {
    const copy = [...this];
    copy[n < 0 ? copy.length + n : n] = value;
    return copy;
  },
  findLast(is: (one: unknown, n: number) => boolean) {
    return [...this].reverse().find((one, n) => is(one, this.length - 1 - n));
  },
  findLastIndex(is: (one: unknown, n: number) => boolean) {
    for (let n = this.length - 1; n >= 0; n -= 1) if (is(this[n], n)) return n;
    return -1;
  },
};

for (const [name, method] of Object.entries(added)) {
  if (!(name in Array.prototype)) {
    Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true });
  }
}
