// Renaming: an id with every reference to it, so that nothing but the name changes.
import type { Position, Range } from 'vscode-languageserver-types';
import { groupBy } from '../../base/arrays.js';
import type { Text } from '../../i18n/catalogue.js';
import { fingerprint } from '../../lint/run.js';
import { invalidIdText } from '../../plan/build/ids.js';
import { isRecord, memberOf } from '../../plan/read/unknown.js';
import { idsIn, type SubjectMention } from '../../plan/references/references.js';
import { respell } from '../../source/edit/respell.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { locate } from '../../source/place/locate.js';
import { child } from '../../source/place/pointer.js';
import type { Place, SourceFile } from '../../source/types.js';
import { asRead, contentOf } from '../plan.js';
import { offsetAt, rangeOf } from '../text.js';
import type { OpenPlan } from '../types.js';
import { fileAt, type Name, nameAt, namesCalled, offsetsOf, subjectMentions } from './names.js';
import { t } from './texts.js';

/** The reason, with advice, why an id can't be renamed. */
export interface Refused {
  readonly refused: Text;
}

/** Returns the range of the id at a position, which a new one replaces, or why it can't be renamed. */
export function prepareRename(plan: OpenPlan, path: string, position: Position): Range | Refused {
  const name = nameIn(plan, path, position);
  if (name === undefined) return { refused: t.noId };
  const refused = refusal(plan, name);
  const { from, to } = offsetsOf(name);
  return refused === undefined ? rangeOf(name.file, from, to) : { refused };
}

/** Returns the edits that rename the id at a position wherever it stands, or why it can't be renamed. */
export function renameAt(
  plan: OpenPlan,
  path: string,
  position: Position,
  newName: string,
): { readonly edits: readonly TextEdit[] } | Refused {
  const name = nameIn(plan, path, position);
  if (name === undefined) return { refused: t.noId };
  if (newName === name.id) return { edits: [] };
  const refused = refusal(plan, name) ?? invalidIdText(newName) ?? taken(plan, name, newName);
  if (refused !== undefined) return { refused };
  const edits: TextEdit[] = [];
  for (const names of groupBy(namesCalled(plan, name.space, name.id), ({ place }) => JSON.stringify(place)).values()) {
    const made = editsOf(names, newName);
    if (made === undefined) return { refused: t.inPlace(lineOf(names[0].file, names[0].place, name.id)) };
    edits.push(...made);
  }
  return { edits };
}

function nameIn(plan: OpenPlan, path: string, position: Position): Name | undefined {
  const file = fileAt(plan, path);
  return file && nameAt(plan, file, offsetAt(file, position));
}

/** Returns why an id may not be changed, whatever the new one is. */
function refusal(plan: OpenPlan, { space, id }: Name): Text | undefined {
  const all = namesCalled(plan, space, id);
  const borne = all.filter(({ own }) => own).length;
  if (borne === 0) return t.unborne({ id });
  if (borne > 1) return t.several({ id });
  const imported = all.find(({ file }) => isImported(file));
  if (imported !== undefined) return t.imported({ id, file: imported.file.path });
  if (all.some(({ place }) => /\/drawing\/(?:handles|blocks)\//.test(place.pointer))) return t.drawn({ id });
  return ofSubjects(plan, space, id, all);
}

/** True if an import wrote the file and may write it anew: it has the mark of one, and is no whole plan. */
function isImported(file: SourceFile): boolean {
  const content = contentOf(file);
  const member = memberOf(content, 'sitecam');
  const isPlan = isRecord(member) && memberOf(member, 'site') !== undefined;
  return isRecord(memberOf(content, 'imported')) && !isPlan;
}

/** Returns which waiver, decision or finding of a baseline keeps an id from being changed. */
function ofSubjects(plan: OpenPlan, space: Name['space'], id: string, all: readonly Name[]): Text | undefined {
  if (space === 'type') return undefined;
  const [main] = plan.files;
  for (const { file, mention } of subjectMentions(plan)) {
    const names = all.some(({ within }) => within?.mention === mention);
    const at = lineOf(file, mention.place, id);
    if (mention.by === 'decision' && names) return t.decided(at);
    if (mention.by === 'decision' && mention.subject === undefined) return t.perhapsDecided(at);
    if (mention.by === 'waiver' && names && file !== main && isForSeveral(mention)) return t.shared(at);
    // What tells whether the elements of a finding changed holds the ids of levels.
    if (mention.by === 'finding' && space === 'level') return t.accepted(at);
  }
  return undefined;
}

function isForSeveral({ plan }: SubjectMention): boolean {
  return plan === undefined || /[*?[{!]/.test(plan) || plan.endsWith('/');
}

/** Returns why an id may not become `newName`: something has it, or refers to it and would come to mean this. */
function taken(plan: OpenPlan, { space }: Name, newName: string): Text | undefined {
  const same = namesCalled(plan, space, newName);
  if (same.some(({ own }) => own)) return t.taken({ id: newName });
  const [awaiting] = same;
  if (awaiting !== undefined) return t.awaited(lineOf(awaiting.file, awaiting.place, newName));
  const said = subjectMentions(plan).find(
    ({ mention: { rule, subject = '' } }) => space !== 'type' && idsIn(rule, subject).some(({ id }) => id === newName),
  );
  return said && t.awaited(lineOf(said.file, said.mention.place, newName));
}

/** Returns the edits of one word that holds an id, once or more; undefined if they can't be made in place. */
function editsOf([first, ...more]: readonly Name[], newName: string): TextEdit[] | undefined {
  const { file, place, within } = first;
  if (within === undefined) {
    const edit = respell(asRead(file), place, newName);
    return edit && [edit];
  }
  const { subject, mention } = within;
  const ends = [first, ...more].map(({ id, within }) => ({ at: within?.at ?? 0, end: (within?.at ?? 0) + id.length }));
  const renamed = ends
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, end }) => text.slice(0, at) + newName + text.slice(end), subject);
  const edit = respell(asRead(file), place, renamed);
  const { rule, fingerprint: written, pack } = mention;
  const signed = (text: string) => fingerprint(rule, pack === undefined ? text : `${text}\0${pack}`);
  if (edit === undefined || written !== signed(subject)) return edit && [edit];
  const sign = respell(
    asRead(file),
    { ...mention.place, pointer: child(mention.place.pointer, 'fingerprint') },
    signed(renamed),
  );
  return sign && [edit, sign];
}

function lineOf(
  file: SourceFile,
  place: Place,
  id: string,
): { readonly file: string; readonly line: number; readonly id: string } {
  return { file: file.path, line: locate(asRead(file), place).start.line, id };
}
