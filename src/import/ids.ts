import type { Draft, DraftElement } from './draft.js';
import type { SourceLevel } from './types.js';

/** An id as the source has it, and as the plan has it. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** A storey of the plan, and the key by which the source names it. */
export interface PlanLevel extends SourceLevel {
  readonly id: string;
}

export interface Identified {
  readonly levels: readonly PlanLevel[];
  readonly draft: Draft;
  /** Of every element and level, in the order of the draft; also of those whose ids stay as they were. */
  readonly ids: readonly Renamed[];
}

/**
 * Gives every level and element an id that a plan may have: NFC, without `>`, `/`, white space and what can't be seen, used
 * once in the whole plan. What is lawful stays; of several alike the first keeps it, the next get -2, -3 …, so that
 * the same source gives the same ids.
 */
export function identify(draft: Draft, levels: readonly SourceLevel[]): Identified {
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  };
  const ids: Renamed[] = [];
  const sorted = [...levels].sort((a, b) => a.ordinal - b.ordinal || (a.key < b.key ? -1 : 1));
  const named = sorted.map((level) => {
    const id = unique(
      lawful(/^-?\d/.test(level.short ?? level.key) ? `L${level.short ?? level.key}` : (level.short ?? level.key)),
    );
    ids.push({ from: level.key, to: id });
    return { ...level, id };
  });
  const levelOf = new Map(named.map(({ key, id }) => [key, id]));
  const renamed = <T extends DraftElement>(element: T): T => {
    const id = unique(lawful(element.id));
    ids.push({ from: element.id, to: id });
    return { ...element, id, level: levelOf.get(element.level) ?? element.level };
  };
  return {
    levels: named,
    ids,
    draft: {
      zones: draft.zones.map((zone) => ({ ...renamed(zone), spans: zone.spans.map((key) => levelOf.get(key) ?? key) })),
      walls: draft.walls.map(renamed),
      openings: draft.openings.map(renamed),
      devices: draft.devices.map(renamed),
      outlines: draft.outlines.map((outline) => ({ ...outline, level: levelOf.get(outline.level) ?? outline.level })),
    },
  };
}

/** `id` without what an id may not have (design: `>` and `/` separate subjects; the rest can't be seen). */
export function lawful(id: string): string {
  const plain = id
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[>/\s]+/gu, '-');
  return plain === '' ? 'unnamed' : plain;
}
