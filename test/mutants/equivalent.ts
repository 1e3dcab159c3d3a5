import type { Mutant } from './points.js';

/** A mutant that no test can notice, since what it breaks makes no difference, and why. */
interface Equivalent extends Pick<Mutant, 'path' | 'shown'> {
  readonly why: string;
}

/** Judged by hand, one by one. */
const JUDGED: readonly Equivalent[] = [
  {
    path: 'sight/crossings.ts',
    shown: 'export const PAST = ⟦1e-10 → 1e-13⟧;',
    why: 'A margin above rounding: nothing that is drawn lies so near to a face.',
  },
  {
    path: 'sight/cone.ts',
    shown: 'const [left, up] = [⟦Math.abs(frame[0]) → frame[0]⟧, Math.abs(frame[1])];',
    why: "The quick way of an upright frame isn't taken; the way for any frame gives the same hull.",
  },
  {
    path: 'sight/cone.ts',
    shown: 'if ((ay > up && by > up) || (⟦ay < up → ay <= up⟧ && by < up)) continue;',
    why: 'A corner at just this height is the end of the other edge that meets there, which still counts.',
  },
  {
    path: 'engine/repair/settle.ts',
    shown:
      'const sorted = [...edits].sort((a, b) => (a.path === b.path ? a.from - b.from : ⟦a.path < b.path → a.path <= b.path⟧ ? -1 : 1));',
    why: 'Paths are compared here only where they differ.',
  },
  {
    path: 'engine/repair/ids.ts',
    shown:
      'const own = ⟦mentions.find((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer) → mentions.findLast((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer)⟧;',
    why: 'One mention stands at a place where an id is borne.',
  },
  {
    path: 'rules/plan/light-leak.ts',
    shown:
      'const places = leak.between.flatMap((id) => ⟦elements.find((element) => element.id === id) ?? [] → elements.find((element) => element.id === id)⟧);',
    why: 'A leak names zones and walls of its own level: there is one to find.',
  },
  {
    path: 'engine/baseline/records.ts',
    shown: 'return [ringShape(polygon, toCell), [permanent, dynamic, hiddenAboveZoom], ⟦sensor ?? null → sensor⟧];',
    why: 'JSON writes what is missing from a list as null.',
  },
];

/** Why `mutant` makes no difference; undefined where nobody said so. */
export function judgedEquivalent(mutant: Mutant): string | undefined {
  return JUDGED.find(({ path, shown }) => path === mutant.path && shown === mutant.shown)?.why;
}
