/** Sets of slopes, m of height by m of way, as spans that don't meet, in order. */

export type Span = readonly [from: number, to: number];
export type Spans = readonly Span[];

export const EVERY: Spans = [[-Infinity, Infinity]];

/** What is in one of some spans, in any order. */
export function joined(spans: Spans): Spans {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort((p, q) => p[0] - q[0]);
  const found: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** What is in both; `others` may overlap each other. */
export function common(spans: Spans, others: Spans): Spans {
  if (others === EVERY) return spans;
  const found: Span[] = [];
  for (const [from, to] of spans)
    for (const [low, high] of others) {
      const [least, most] = [Math.max(from, low), Math.min(to, high)];
      if (least < most) found.push([least, most]);
    }
  return joined(found);
}

/** What is in a span and in none of the others. */
export function without(span: Span, others: Spans): Spans {
  return others.reduce<Spans>(
    (left, [low, high]) =>
      left.flatMap(([from, to]): Span[] => {
        if (high <= from || low >= to) return [[from, to]];
        const parts: Span[] = [
          [from, low],
          [high, to],
        ];
        return parts.filter((part) => part[0] < part[1]);
      }),
    [span],
  );
}
