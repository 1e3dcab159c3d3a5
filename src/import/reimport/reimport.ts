// Compares a re-import with the plan that people have edited since.

import type { Pack } from '../../law/types.js';
import type { Unreadable } from '../../plan/model.js';
import { readPlan } from '../../plan/read/read.js';
import { isRecord, listIn, textIn, type Unchecked } from '../../plan/read/unknown.js';
import type { SourceFile } from '../../source/types.js';
import type { ImportedBuilding } from '../import.js';
import type { PlanLevel } from '../support/ids.js';
import { writtenElements } from '../write/features.js';
import { compareImports, type ImportChanges } from './compare.js';
import { type IdMention, mentionsIn } from './mentions.js';
import type { Previous } from './previous.js';

/** Effect of a re-import on a plan that people have edited. */
export interface ReimportResult {
  /** Changes to the geometry; undefined if there is no earlier geometry file in the same units. */
  readonly changes: ImportChanges | undefined;
  /** Places in the plan file that refer to vanished elements or levels. */
  readonly orphans: readonly IdMention[];
  readonly levels: {
    /** Levels of the source that the plan file lacks. */
    readonly came: readonly PlanLevel[];
    /** Ids of levels in the plan file that the source no longer has. */
    readonly went: readonly string[];
  };
  /** Problems that keep the plan from being read with the new geometry; empty if there are none. */
  readonly unreadable: readonly Unreadable[];
  /** Files of the plan, to locate the places above. */
  readonly files: readonly SourceFile[];
}

/** Inputs of `reimport`. */
interface AgainOptions {
  /** Path of the people's plan file; `value` is its parsed content. */
  readonly plan: string;
  readonly value: unknown;
  readonly previous: Previous | undefined;
  /** Returns the bytes of a file of the plan, the new geometry included; undefined if there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly pack: Pack;
}

/** Returns the differences between this import of a source, the earlier one, and what the plan file refers to. */
export function reimport(
  { identified, frame }: ImportedBuilding,
  { plan, value, previous, read, pack }: AgainOptions,
): ReimportResult {
  const elements = writtenElements(identified.draft, frame);
  const people: Unchecked = isRecord(value) ? value : {};
  const before = previous?.system === frame.system ? previous.elements : undefined;
  const changes = before && compareImports(before, elements, frame);
  const stays = new Set(elements.map(({ id }) => id));
  const gone = new Set((before ?? []).flatMap(({ id }) => (stays.has(id) ? [] : [id])));
  const written = (listIn(people, 'levels') ?? []).flatMap((level) =>
    isRecord(level) ? (textIn(level, 'id') ?? []) : [],
  );
  const known = new Set(identified.levels.map(({ id }) => id));
  const had = new Set((before ?? []).map(({ level }) => level));
  const levels = {
    came: identified.levels.filter(({ id }) => !written.includes(id)),
    went: written.filter((id) => had.has(id) && !known.has(id)),
  };
  const orphans = mentionsIn(plan, people).filter(({ id, as }) =>
    as === 'level' ? levels.went.includes(id) : gone.has(id),
  );
  const result = readPlan(plan, read, { pack });
  return {
    changes,
    orphans,
    levels,
    unreadable: result.ok ? [] : result.unreadable,
    files: result.ok ? result.site.files : result.files,
  };
}
