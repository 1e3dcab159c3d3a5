// Lists of whole numbers as text, in runs: `12x63,4x0`.

/** Returns whole numbers as run-length text: `12x63,4x0` for twelve times 63, then four times 0. */
export function writeRuns(numbers: readonly number[]): string {
  const runs: { of: number; length: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.of === number) last.length += 1;
    else runs.push({ of: number, length: 1 });
  }
  return runs.map(({ of, length }) => `${length}x${of}`).join(',');
}

/**
 * Returns the numbers of a text that {@link writeRuns} wrote; undefined if the text has another form, or doesn't hold
 * exactly `count` numbers.
 */
export function readRuns(text: string, count: number): number[] | undefined {
  const numbers: number[] = [];
  for (const run of text === '' ? [] : text.split(',')) {
    const [, length, of] = /^([1-9]\d{0,8})x(0|[1-9]\d{0,14})$/.exec(run) ?? [];
    if (length === undefined || of === undefined || numbers.length + Number(length) > count) return undefined;
    for (let i = 0; i < Number(length); i++) numbers.push(Number(of));
  }
  return numbers.length === count ? numbers : undefined;
}
