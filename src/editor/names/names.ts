// The ids in the files of an open plan: what bears them, what refers to them, and where each stands in its text.
import { addTo } from '../../base/arrays.js';
import { memoize, memoizeNamed } from '../../base/memo.js';
import * as posix from '../../base/posix.js';
import { selectsPlan } from '../../config/globs.js';
import { idsIn, type Mention, mentionsIn, type SubjectMention, subjectsIn } from '../../plan/references/references.js';
import { lineStartsOf } from '../../source/place/lines.js';
import { locate } from '../../source/place/locate.js';
import { child } from '../../source/place/pointer.js';
import { pointerAt } from '../../source/place/pointer-at.js';
import type { Place, SourceFile } from '../../source/types.js';
import { asRead, contentOf } from '../plan.js';
import type { OpenPlan } from '../types.js';

/** Namespace of an id: levels, elements of the plan and device types have each their own. */
export type Space = 'level' | 'element' | 'type';

/** An occurrence of an id in a file: its declaration, or a reference to it. */
export interface Name {
  readonly file: SourceFile;
  readonly place: Place;
  readonly space: Space;
  readonly id: string;
  /** True of the id that a thing bears, false of a reference to it. */
  readonly own: boolean;
  /** Set if it is a part of a subject: where in it, and the item that names the subject. */
  readonly within?: { readonly at: number; readonly subject: string; readonly mention: SubjectMention };
}

/** Returns every id in the files of a plan. */
const namesOf = memoize((plan: OpenPlan): readonly Name[] => {
  const drawn = plan.files.flatMap((file, n) =>
    mentionsOf(file, n === 0).map(({ place, id, is, own }): Name => {
      return { file, place, space: is === 'opening' ? 'element' : is, id, own: own === true };
    }),
  );
  const borne = new Set(drawn.flatMap(({ space, id, own }) => (own ? [nameOf(space, id)] : [])));
  const said = subjectMentions(plan).flatMap(({ file, mention }) =>
    idsIn(mention.rule, mention.subject ?? '').flatMap(({ id, at }): Name[] => {
      // What bears no id of the plan is a word of the law, or nothing.
      const space = (['element', 'level', 'type'] as const).find((one) => borne.has(nameOf(one, id)));
      const place = { path: file.path, pointer: child(mention.place.pointer, 'subject') };
      const within = { at, subject: mention.subject ?? '', mention };
      return space === undefined ? [] : [{ file, place, space, id, own: false, within }];
    }),
  );
  return [...drawn, ...said];
});

/**
 * Returns all subjects (of waivers, decisions and baseline findings) that name elements of this plan, in its own file
 * and in the files about it.
 */
export const subjectMentions = memoize(
  (plan: OpenPlan): readonly { readonly file: SourceFile; readonly mention: SubjectMention }[] =>
    [plan.files[0], ...(plan.others ?? [])].flatMap((file) =>
      subjectsOf(file).flatMap((mention) => (isAbout(plan, file, mention) ? [{ file, mention }] : [])),
    ),
);

const mentionsOf = memoizeNamed((file: SourceFile, isMain: boolean): readonly Mention[] =>
  mentionsIn(file, isMain, contentOf(file)),
);

const subjectsOf = memoize((file: SourceFile) => subjectsIn(file, contentOf(file)));

/** True if what a file says of some plans is about this one. */
function isAbout({ files: [{ path }] }: OpenPlan, file: SourceFile, { plan, by }: SubjectMention): boolean {
  if (plan === undefined) return true;
  const folder = posix.dirname(file.path);
  return by === 'finding' ? posix.join(folder, plan) === posix.normalize(path) : selectsPlan([plan], folder, path);
}

function nameOf(space: Space, id: string): string {
  return `${space}\0${id}`;
}

const byName = memoize((plan: OpenPlan): ReadonlyMap<string, readonly Name[]> => {
  const lists = new Map<string, Name[]>();
  for (const name of namesOf(plan)) addTo(lists, nameOf(name.space, name.id), name);
  return lists;
});

const byPlace = memoize((plan: OpenPlan): ReadonlyMap<string, readonly Name[]> => {
  const lists = new Map<string, Name[]>();
  for (const name of namesOf(plan)) addTo(lists, keyOf(name.place), name);
  return lists;
});

function keyOf({ path, pointer, key }: Place): string {
  return `${path}\0${pointer}\0${key === true}`;
}

/** Returns every occurrence of an id in the plan: its declaration and all references to it. */
export function namesCalled(plan: OpenPlan, space: Space, id: string): readonly Name[] {
  return byName(plan).get(nameOf(space, id)) ?? [];
}

/** Returns the file of a plan at `path`; undefined if it has none there. */
export function fileAt({ files, others = [] }: OpenPlan, path: string): SourceFile | undefined {
  return [...files, ...others].find((file) => file.path === path);
}

/** Returns the id that stands at an offset of a file's text; undefined if none does. */
export function nameAt(plan: OpenPlan, file: SourceFile, offset: number): Name | undefined {
  const here = byPlace(plan).get(keyOf(pointerAt(asRead(file), offset))) ?? [];
  return here.find((name) => {
    const { from, to } = offsetsOf(name);
    return name.within === undefined || (from <= offset && offset <= to);
  });
}

/**
 * Returns the offsets in the file's text between which an id stands, without quotes. If it is written with escapes or
 * over several lines, they enclose the whole value.
 */
export function offsetsOf({ file, place, id, within }: Name): { readonly from: number; readonly to: number } {
  const read = asRead(file);
  const { start, end } = locate(read, place);
  const [from, to] = [start, end].map(({ line, column }) => lineStartsOf(file)[line - 1] + column - 1);
  const text = within?.subject ?? id;
  const written = file.text.slice(from, to);
  const quote = /^["']/.test(written) ? 1 : 0;
  if (written.slice(quote, written.length - quote) !== text) return { from, to };
  const begin = from + quote + (within?.at ?? 0);
  return { from: begin, to: begin + id.length };
}
