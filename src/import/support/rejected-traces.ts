// Traces in the plan of everything that an import refused.

import type { DraftElement, DraftWall, PlanDraft } from '../draft.js';
import type { Note } from '../notes.js';
import type { SourceLevel, SourceOrigin } from '../types.js';

/**
 * Returns the draft with a trace of everything refused: if no element stands for it, a wall without geometry, which
 * linting reports and which leaves its level open. Otherwise a plan would be judged without a wall or room of the
 * source, and might pass.
 */
export function addRejectedTraces(draft: PlanDraft, notes: readonly Note[], levels: readonly SourceLevel[]): PlanDraft {
  const elements: readonly DraftElement[] = [...draft.zones, ...draft.walls, ...draft.openings, ...draft.devices];
  const known = new Set(elements.map(({ id }) => id));
  const keys = levels.map(({ key }) => key);
  const traces = notes.flatMap((note): DraftWall[] => {
    const { sort, ids = [], origin = NOWHERE } = note;
    const isThere = ids.some((id) => known.has(id) || keys.includes(id)) || elements.some((one) => holds(one, origin));
    if (sort !== 'refused' || isThere) return [];
    const id = `refused-${ids[0] ?? (origin.pointer === '' ? note.message.id : origin.pointer).replace(/^\/|\/properties.*$/g, '')}`;
    return levelsOf(note, elements, keys).map((level) => ({ id, level, origin, keys: {}, line: [] }));
  });
  return traces.length === 0 ? draft : { ...draft, walls: [...draft.walls, ...traces] };
}

const NOWHERE: SourceOrigin = { path: '', pointer: '' };

/** True if `place` is inside the feature that `element` was made from. */
function holds({ origin }: DraftElement, { path, pointer }: SourceOrigin): boolean {
  return (
    pointer !== '' && origin.path === path && (origin.pointer === pointer || pointer.startsWith(`${origin.pointer}/`))
  );
}

/**
 * Returns the level of a note; else the levels its file draws on, since any of them may lack the refused thing; else
 * all levels.
 */
function levelsOf({ level, origin }: Note, elements: readonly DraftElement[], keys: readonly string[]): string[] {
  if (level !== undefined && keys.includes(level)) return [level];
  const drawn = new Set(elements.flatMap((one) => (one.origin.path === origin?.path ? [one.level] : [])));
  const own = keys.filter((key) => drawn.has(key));
  return own.length > 0 ? own : [...keys];
}
