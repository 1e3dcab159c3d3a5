// Repair of ids with characters that aren't allowed, and of references to them.

import type { Text } from '../../i18n/catalogue.js';
import type { Report } from '../../lint/types.js';
import type { Fault } from '../../plan/model.js';
import { type Mention, mentionsIn } from '../../plan/references/references.js';
import { respell } from '../../source/edit/respell.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { SourceFile } from '../../source/types.js';
import { faultName, idOf } from './prove.js';
import { t } from './texts.js';
import type { Respelling } from './types.js';

/**
 * Returns respellings of ids with forbidden characters, and of every reference to them, as the nearest valid ids
 * (`nearestValidId`); with a reason if in doubt.
 */
export function invalidIds(report: Report): Respelling[] {
  const faults = report.site.faults.filter(({ rule }) => rule === 'plan/invalid-id');
  if (faults.length === 0) return [];
  const { files } = report;
  const mentions = files.flatMap((file) => mentionsIn(file, files[0] === file));
  const borne = mentions.flatMap(({ id, own, is }) => (own === true && is !== 'type' ? [id] : []));
  const wanted = faults.map(({ subject }) => nearestValidId(subject));
  return faults.flatMap((fault, index): Respelling[] => {
    const { subject: from, place } = fault;
    const to = wanted[index];
    if (to === '') return [];
    const base = { place, from, to, how: 'id', faults: [faultName(idOf(fault), place)] } as const;
    const contested = wanted.filter((other) => other === to).length > 1;
    const why = contested ? t.taken : doubtOf(from, to, borne, report);
    const made = why ?? renamed(fault, to, mentions, files);
    return [Array.isArray(made) ? { ...base, edits: made } : { ...base, edits: [], why: made }];
  });
}

function doubtOf(from: string, to: string, borne: readonly string[], { site }: Report): Text | undefined {
  if (borne.includes(to)) return t.taken;
  // Which of two elements a reference means only the author can say.
  if (borne.filter((id) => id === from).length > 1) return t.several;
  const waived = site.waivers.some(({ subject }) => subject.includes(from) || subject.split(/[>/@:]/).includes(to));
  return waived ? t.waiver : undefined;
}

/**
 * Returns the nearest allowed id: in Unicode normal form C, without invisible characters, with hyphens for white space,
 * `>` and `/`. May be ''.
 */
export function nearestValidId(id: string): string {
  return id
    .normalize('NFC')
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/^[\s>/]+|[\s>/]+$/gu, '')
    .replace(/[\s>/]+/gu, '-')
    .normalize('NFC');
}

/** Returns the edits of the id and of every reference to it, or the text that says what prevents them. */
function renamed(
  { subject, place }: Fault,
  to: string,
  mentions: readonly Mention[],
  files: readonly SourceFile[],
): TextEdit[] | Text {
  const own = mentions.find((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer);
  if (own === undefined) return t.marked;
  const others = mentions.filter((mention) => mention !== own && mention.id === subject && mention.is === own.is);
  const edits: TextEdit[] = [];
  for (const mention of [own, ...others]) {
    const file = files.find(({ path }) => path === mention.place.path);
    const edit = file && respell(file, mention.place, to);
    if (edit === undefined) return mention === own ? t.marked : t.references;
    edits.push(edit);
  }
  return edits;
}
