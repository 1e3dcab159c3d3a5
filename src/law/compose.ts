// Several law packs as one.
import { memoize } from '../base/memo.js';
import type { Localized } from '../i18n/locale.js';
import { withAncestors } from './ancestors.js';
import type { Pack } from './types.js';

/**
 * Returns several packs as one, which the plan is read by and reports cite from. The first is the main one: its figures
 * and names hold, and what only others have follows. Rules judge by each of `parts` in turn. A single pack is returned
 * as it is.
 */
export function compose(packs: readonly [Pack, ...Pack[]]): Pack {
  const [first, ...others] = packs;
  if (others.length === 0) return first;
  const parts = [first, ...others.map((pack): Pack => ({ ...pack, beside: true }))];
  const united = <T>(of: (pack: Pack) => readonly T[], key: (row: T) => string, from: readonly Pack[] = packs): T[] =>
    [
      ...new Map(
        from.toReversed().flatMap((pack) =>
          of(pack)
            .toReversed()
            .map((row) => [key(row), row]),
        ),
      ).values(),
    ].reverse();
  const tracks = packs.flatMap((pack) => pack.tracks ?? []);
  const protects = packs.find((pack) => pack.protects !== undefined)?.protects;
  return {
    ...first,
    ...(protects !== undefined && { protects }),
    ...(tracks.length > 0 && { tracks }),
    id: packs.map(({ id }) => id).join('+'),
    name: joined(
      packs.map(({ name }) => name),
      '、',
      ', ',
    ),
    notice: joined(
      packs.map(({ notice }) => notice),
      '',
      ' ',
    ),
    instruments: united(
      (pack) => pack.instruments,
      ({ id }) => id,
    ),
    clauses: withAncestors(
      united(
        (pack) => pack.clauses.filter(({ derived }) => derived !== true),
        ({ id }) => id,
      ),
    ),
    penalties: united(
      (pack) => pack.penalties,
      ({ clause }) => clause,
    ),
    zoneKinds: united(
      (pack) => pack.zoneKinds,
      ({ id }) => id,
    ),
    categories: united(
      (pack) => pack.categories,
      ({ id }) => id,
      // Questions about the plan itself go to the law that asks something of the plan's parts.
      packs.toSorted((a, b) => Number(a.protects === undefined) - Number(b.protects === undefined)),
    ),
    prohibitions: packs.flatMap(({ prohibitions }, index) =>
      prohibitions.filter(({ kinds }) => !packs.slice(0, index).some((before) => barsAny(before, kinds))),
    ),
    parameters: Object.assign({}, ...packs.toReversed().map(({ parameters }) => parameters)),
    parts,
  };
}

function barsAny({ prohibitions }: Pack, kinds: readonly string[]): boolean {
  return prohibitions.some((row) => row.kinds.some((kind) => kinds.includes(kind)));
}

/** Returns the packs that a plan is judged by, each by itself. */
export function partsOf(pack: Pack): readonly Pack[] {
  return pack.parts ?? [pack];
}

/** Returns the ids of the instruments that a plan is judged by. The pack's other instruments are only referred to. */
export const judgedInstruments: (pack: Pack) => ReadonlySet<string> = memoize(
  (pack) => new Set(partsOf(pack).flatMap(({ instruments }) => instruments.slice(0, 1).map(({ id }) => id))),
);

function joined(texts: readonly Localized[], zh: string, en: string): Localized {
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}
