// Builds a drawing from DXF groups: header, layers, blocks, entities.

import type { Group } from './groups.js';

/** A DXF entity: its groups without application data and extended data. */
export interface Entity {
  readonly type: string;
  readonly groups: readonly Group[];
  /** Line of its first group, from 1. */
  readonly line: number;
  /** `ATTRIB` entities of an insert, `VERTEX` entities of a polyline. */
  readonly parts: readonly Entity[];
}

/** A DXF block definition, with its base point in drawing units. */
export interface Block {
  readonly name: string;
  readonly base: readonly [number, number];
  readonly entities: readonly Entity[];
  /** File of an external reference; undefined if the block is defined in this file. */
  readonly xref: string | undefined;
}

/** Reason why a layer isn't shown. */
export type Hidden = 'frozen' | 'off';

/** The parts of a DXF file that a plan is made of. Look names up in upper case: CAD programs ignore case. */
export interface Drawing {
  readonly path: string;
  /** Values of variables by name as the file has it (`$INSUNITS`); of a point, its x alone. */
  readonly header: ReadonlyMap<string, string>;
  /** Hidden layers by name in upper case. */
  readonly hidden: ReadonlyMap<string, Hidden>;
  /** Blocks by name in upper case. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Name of the dynamic block behind each anonymous one (`*U12`), by the anonymous name in upper case. */
  readonly dynamic: ReadonlyMap<string, string>;
  /** What is drawn, without what only blocks hold. */
  readonly entities: readonly Entity[];
}

/** Returns the value of the first group with `code`; undefined if there is none. */
export function textOf({ groups }: { readonly groups: readonly Group[] }, code: number): string | undefined {
  return groups.find((group) => group.code === code)?.value;
}

/** Returns the number in the first group with `code`; `absent` if there is none, NaN if it is no number. */
export function numberOf(entity: { readonly groups: readonly Group[] }, code: number, absent = 0): number {
  const text = textOf(entity, code);
  return text === undefined ? absent : readNumber(text);
}

/** Returns the number in `text`; NaN if it is none. */
export function readNumber(text: string): number {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
}

/** Builds a drawing from the groups of a file. */
export function drawingOf(path: string, groups: readonly Group[]): Drawing {
  const header = new Map<string, string>();
  const hidden = new Map<string, Hidden>();
  const blocks = new Map<string, Block>();
  const dynamic = new Map<string, string>();
  let entities: readonly Entity[] = [];
  for (const section of sectionsOf(groups)) {
    if (section.name === 'HEADER') {
      for (const [index, { code, value }] of section.groups.entries()) {
        const next = section.groups[index + 1];
        if (code === 9 && next !== undefined) header.set(value.trim(), next.value.trim());
      }
    } else if (section.name === 'TABLES') {
      const records = recordsOf(section.groups);
      for (const record of records.filter(({ type }) => type === 'LAYER')) {
        const why = hiddenBy(record);
        if (why !== undefined) hidden.set(nameIn(record, 2), why);
      }
      dynamicBlocks(records, dynamic);
    } else if (section.name === 'BLOCKS') {
      for (const block of blocksOf(section.groups)) blocks.set(block.name.toUpperCase(), block);
    } else if (section.name === 'ENTITIES') {
      entities = [...entities, ...assembled(recordsOf(section.groups))];
    }
  }
  return { path, header, hidden, blocks, dynamic, entities };
}

function nameIn(record: { readonly groups: readonly Group[] }, code: number): string {
  return (textOf(record, code) ?? '').trim().toUpperCase();
}

function hiddenBy(layer: Entity): Hidden | undefined {
  if ((numberOf(layer, 70) & 1) !== 0) return 'frozen';
  return numberOf(layer, 62, 7) < 0 ? 'off' : undefined;
}

/**
 * Collects dynamic blocks: an anonymous block draws one state, and its table record holds the handle of the dynamic
 * block.
 */
function dynamicBlocks(records: readonly Entity[], into: Map<string, string>): void {
  const own = records.filter(({ type }) => type === 'BLOCK_RECORD');
  const named = new Map(own.map((record) => [nameIn(record, 5), (textOf(record, 2) ?? '').trim()]));
  for (const record of own) {
    const tag = record.groups.findIndex(({ code, value }) => code === 1001 && value.trim() === 'AcDbBlockRepBTag');
    const handle = tag < 0 ? undefined : record.groups.slice(tag).find(({ code }) => code === 1005)?.value;
    const name = handle === undefined ? undefined : named.get(handle.trim().toUpperCase());
    if (name !== undefined) into.set(nameIn(record, 2), name);
  }
}

interface Section {
  readonly name: string;
  readonly groups: readonly Group[];
}

function sectionsOf(groups: readonly Group[]): Section[] {
  const sections: Section[] = [];
  let start = -1;
  for (const [index, { code, value }] of groups.entries()) {
    if (code !== 0) continue;
    const word = value.trim();
    if (word === 'SECTION') start = index + 1;
    else if (word === 'ENDSEC' && start >= 0) {
      const name = groups[start]?.value.trim() ?? '';
      sections.push({ name, groups: groups.slice(start + 1, index) });
      start = -1;
    }
  }
  return sections;
}

/** Returns the records, split at code 0. Groups before the first are dropped. */
function recordsOf(groups: readonly Group[]): Entity[] {
  const records: Entity[] = [];
  let current: Group[] = [];
  for (const group of groups) {
    if (group.code === 0) {
      current = [];
      records.push({ type: group.value.trim().toUpperCase(), groups: current, line: group.line, parts: [] });
    } else current.push(group);
  }
  return records;
}

/** Returns the entities, each with the attributes or vertices that follow it up to `SEQEND`. */
function assembled(records: readonly Entity[]): Entity[] {
  const entities: Entity[] = [];
  let parts: Entity[] | undefined;
  let part: string | undefined;
  for (const record of records) {
    if (record.type === 'SEQEND') parts = undefined;
    else if (record.type === part && parts !== undefined) parts.push(bare(record));
    else {
      part = record.type === 'POLYLINE' ? 'VERTEX' : record.type === 'INSERT' ? 'ATTRIB' : undefined;
      parts = part === undefined ? undefined : [];
      entities.push({ ...bare(record), parts: parts ?? [] });
    }
  }
  return entities;
}

/**
 * Returns `record` without groups in braces (102, application data), embedded objects (101) and extended data (1000 and
 * up), which reuse the entity's codes for other things. An attribute of several lines keeps the text of its embedded
 * object.
 */
function bare(record: Entity): Entity {
  const groups: Group[] = [];
  let braces = 0;
  for (const group of record.groups) {
    if (group.code >= 1000) break;
    if (group.code === 101) {
      if (record.type !== 'ATTRIB' || (textOf({ groups }, 1) ?? '').trim() !== '') break;
      continue;
    }
    if (group.code === 102) braces += group.value.trim().startsWith('{') ? 1 : -1;
    else if (braces <= 0) groups.push(group);
  }
  return { ...record, groups };
}

function blocksOf(groups: readonly Group[]): Block[] {
  const blocks: Block[] = [];
  let head: Entity | undefined;
  let inside: Entity[] = [];
  for (const record of recordsOf(groups)) {
    if (record.type === 'BLOCK') {
      head = bare(record);
      inside = [];
    } else if (record.type === 'ENDBLK' && head !== undefined) {
      const xref = (numberOf(head, 70) & 12) === 0 ? undefined : (textOf(head, 1) ?? '').trim();
      blocks.push({
        name: (textOf(head, 2) ?? '').trim(),
        base: [numberOf(head, 10), numberOf(head, 20)],
        entities: assembled(inside),
        xref,
      });
      head = undefined;
    } else inside.push(record);
  }
  return blocks;
}
