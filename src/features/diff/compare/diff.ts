// Compares two linted plans: edits, verdicts with the edits that may explain them, and areas seen.
import type { Report } from '../../../lint/types.js';
import { causeFinder } from './causes.js';
import { areaChanges } from './coverage.js';
import { type ElementEdits, elementEdits } from './elements.js';
import { factEdits } from './facts.js';
import { diffFrame } from './frame.js';
import type { Compared, Edit, FactEdit } from './types.js';
import { verdictEdits } from './verdicts.js';

/**
 * Returns the difference of two linted plans: what was drawn and stated otherwise, the verdicts that changed with the
 * edits that may explain them, and which areas are seen more or less. A missing plan (undefined) counts as empty. Pure:
 * the same plans give the same difference, and swapped plans give the same figures swapped.
 */
export function difference(old: Report | undefined, now: Report | undefined): Compared {
  const both = old !== undefined && now !== undefined;
  const frame = both
    ? diffFrame(old.site, now.site)
    : { toNew: (point: readonly [number, number]) => point, shift: undefined };
  const drawn: ElementEdits = both ? elementEdits(old.site, now.site, frame) : { edits: [], renames: new Map() };
  const stated = both ? factEdits(old, now, drawn.renames) : [];
  const edits = [...stated, ...drawn.edits].map((edit, n): Edit => ({ ...edit, number: n + 1 }));
  const verdicts = verdictEdits(old, now, drawn.renames);
  const why = causeFinder(edits, { old, new: now, renames: drawn.renames, toNew: frame.toNew });
  const areas =
    !both || drawn.edits.length > 0 || stated.some(isOfSight)
      ? areaChanges(old, now, drawn.renames, frame.toNew)
      : { coverage: [], privacy: [] };
  return {
    old,
    new: now,
    renames: drawn.renames,
    shift: frame.shift,
    edits,
    verdicts: verdicts.changed.map((edit) => ({ ...edit, why: why(edit) })),
    unchanged: verdicts.unchanged,
    ...areas,
  };
}

/** True if what is seen, or has to be seen, may depend on the fact. */
function isOfSight({ group, path }: Pick<FactEdit, 'group' | 'path'>): boolean {
  return group !== 'waiver' && group !== 'absent' && group !== 'project' && path !== 'site.name';
}

/**
 * True if the two plans are alike in all that is compared; a shift of the whole plan alone doesn't count as a
 * difference. False if a plan is missing.
 */
export function isEmpty({ old, new: now, edits, verdicts, coverage, privacy }: Compared): boolean {
  if (old === undefined || now === undefined) return false;
  return edits.length + verdicts.length + coverage.length + privacy.length === 0;
}
