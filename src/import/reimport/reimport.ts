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

/** What a second import does to a plan whose file people have edited since. */
export interface ReimportResult {
  /** Undefined where there was no file of geometry, or one in other units, to compare with. */
  readonly changes: ImportChanges | undefined;
  /** Where the people's file speaks of what is gone. */
  readonly orphans: readonly IdMention[];
  readonly levels: {
    /** In the source, and not in the people's file. */
    readonly came: readonly PlanLevel[];
    /** Ids of levels in the people's file that the source had and has no more. */
    readonly went: readonly string[];
  };
  /** What keeps the plan from being read with the new geometry; empty where nothing does. */
  readonly unreadable: readonly Unreadable[];
  /** Of the plan, for the places of what is above. */
  readonly files: readonly SourceFile[];
}

export interface AgainOptions {
  /** The people's file, and what it says. */
  readonly plan: string;
  readonly value: unknown;
  readonly previous: Previous | undefined;
  /** Bytes of the plan's files, the new geometry among them. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly pack: Pack;
}

/** Compares what an import makes of a source now with what is there, and with what people say of it. */
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
