import type { DraftElement, DraftWall, PlanDraft } from '../draft.js';
import type { Note } from '../notes.js';
import type { SourceLevel, SourceOrigin } from '../types.js';

/**
 * Leaves a trace in the plan of everything that was refused: what stands in no element of the draft becomes a wall that is
 * drawn nowhere, which linting reports and which leaves its level open. Otherwise a plan would be judged without a wall or a
 * room that the source has, and might pass.
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

/** Whether `place` is in what `element` was made of. */
function holds({ origin }: DraftElement, { path, pointer }: SourceOrigin): boolean {
  return (
    pointer !== '' && origin.path === path && (origin.pointer === pointer || pointer.startsWith(`${origin.pointer}/`))
  );
}

/** Its own level; else those that its file draws on, which may all lack it. */
function levelsOf({ level, origin }: Note, elements: readonly DraftElement[], keys: readonly string[]): string[] {
  if (level !== undefined && keys.includes(level)) return [level];
  const drawn = new Set(elements.flatMap((one) => (one.origin.path === origin?.path ? [one.level] : [])));
  const own = keys.filter((key) => drawn.has(key));
  return own.length > 0 ? own : [...keys];
}
