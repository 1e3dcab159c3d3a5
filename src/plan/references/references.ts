// Where ids stand in the files of a plan: what bears them, and what refers to it.

import { readValue } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import type { Place, SourceFile } from '../../source/types.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from '../read/unknown.js';

/** An id as it stands in a file, and what it is the id of: a level, an opening, another element or a device type. */
export interface Mention {
  readonly place: Place;
  readonly id: string;
  readonly is: 'level' | 'opening' | 'element' | 'type';
  /** True where the id is given to what it names, absent of a reference to it. */
  readonly own?: true;
}

/**
 * Returns every id in a file and every reference to one, in their order; those within subjects of verdicts are left to
 * `subjectsIn`.
 *
 * @param isMain true for the plan itself, false for a file of geometry
 * @param content the value of the file; needed only for a file of which not all can be read
 */
export function mentionsIn(file: SourceFile, isMain: boolean, content: unknown = readValue(file)): Mention[] {
  const found: Mention[] = [];
  const add = (is: Mention['is'], id: unknown, pointer: string, more?: { own?: true; key?: true }): void => {
    if (typeof id !== 'string') return;
    const place = { path: file.path, pointer, ...(more?.key === true && { key: true }) };
    found.push({ place, id, is, ...(more?.own === true && { own: true }) });
  };
  /** Adds what the keys of an element, or of a device type, refer to. */
  const references = (pointer: string, keys: Unchecked): void => {
    add('opening', memberOf(keys, 'opening'), child(pointer, 'opening'));
    for (const [index, level] of (listIn(keys, 'levels') ?? []).entries()) {
      add('level', level, child(pointer, 'levels', index));
    }
    const area = listIn(recordOf(memberOf(keys, 'mobile')), 'area') ?? [];
    for (const [index, zone] of area.entries()) add('element', zone, child(pointer, 'mobile', 'area', index));
    add('type', memberOf(keys, 'type'), child(pointer, 'type'));
  };
  const drawing = (pointer: string, level: Unchecked): void => {
    const drawn = recordOf(memberOf(level, 'drawing'));
    for (const names of ['handles', 'blocks']) {
      for (const id of Object.keys(recordOf(memberOf(drawn, names)))) {
        add('element', id, child(pointer, 'drawing', names, id), { key: true });
      }
    }
  };
  const value = recordOf(content);
  const collection = memberOf(value, 'type') === 'FeatureCollection';
  const base = collection ? '/sitecam' : '';
  const member = collection ? recordOf(memberOf(value, 'sitecam')) : value;
  const plan = isMain ? member : {};
  for (const [pointer, level] of records(`${base}/levels`, member, 'levels')) {
    // A file of geometry names the drawings of levels, which are the plan's.
    add('level', memberOf(level, 'id'), child(pointer, 'id'), isMain ? { own: true } : {});
    drawing(pointer, level);
    for (const list of isMain ? ['zones', 'walls', 'openings', 'devices', 'signs'] : []) {
      for (const [at, one] of records(`${pointer}/${list}`, level, list)) {
        add(list === 'openings' ? 'opening' : 'element', memberOf(one, 'id'), child(at, 'id'), { own: true });
        references(at, one);
      }
    }
  }
  for (const [id, keys] of Object.entries(recordOf(memberOf(plan, 'overrides')))) {
    const pointer = child(`${base}/overrides`, id);
    // An override doesn't say what it is about, so both are taken; ids are unique in the whole plan.
    add('element', id, pointer, { key: true });
    add('opening', id, pointer, { key: true });
    references(pointer, recordOf(keys));
  }
  for (const [type, keys] of Object.entries(recordOf(memberOf(plan, 'deviceTypes')))) {
    const pointer = child(`${base}/deviceTypes`, type);
    add('type', type, pointer, { own: true, key: true });
    references(pointer, recordOf(keys));
  }
  for (const [pointer, feature] of collection ? records('/features', value, 'features') : []) {
    const properties = recordOf(memberOf(feature, 'properties'));
    const is = memberOf(properties, 'element') === 'opening' ? 'opening' : 'element';
    const within = `${pointer}/properties`;
    const id = memberOf(properties, 'id');
    if (id === undefined) add(is, textOf(memberOf(feature, 'id')), child(pointer, 'id'), { own: true });
    else add(is, textOf(id), child(within, 'id'), { own: true });
    add('level', memberOf(properties, 'level'), child(within, 'level'));
    references(within, properties);
  }
  return found;
}

/** Returns an id of GeoJSON, where it may be a number, as a text. */
function textOf(id: unknown): unknown {
  return typeof id === 'number' ? String(id) : id;
}

/** An entry of a file that names the subject of a verdict: a waiver, a decision, or a finding of a baseline. */
export interface SubjectMention {
  readonly by: 'waiver' | 'decision' | 'finding';
  readonly place: Place;
  readonly rule: string;
  /** Undefined of a decision that says only the fingerprint. */
  readonly subject: string | undefined;
  /** Of which plans it is: a glob of a waiver or a decision, the path of a plan in a baseline; undefined: of any. */
  readonly plan: string | undefined;
  /** SHA-256 of what it names, as written, and the law pack that goes into that in old baselines. */
  readonly fingerprint: string | undefined;
  readonly pack: string | undefined;
}

/**
 * Returns the entries that name subjects of verdicts in a plan, a file of waivers, a file of decisions or a baseline.
 */
export function subjectsIn({ path }: SourceFile, content: unknown): SubjectMention[] {
  const value = recordOf(content);
  const isCollection = memberOf(value, 'type') === 'FeatureCollection';
  const plan = isCollection ? recordOf(memberOf(value, 'sitecam')) : value;
  const base = isCollection ? '/sitecam' : '';
  const mention = (by: SubjectMention['by'], pointer: string, one: Unchecked, of: Unchecked): SubjectMention => ({
    by,
    place: { path, pointer },
    rule: textIn(one, 'rule') ?? '',
    subject: textIn(one, 'subject'),
    plan: textIn(of, 'plan'),
    fingerprint: textIn(one, 'fingerprint'),
    pack: textIn(one, 'pack'),
  });
  const judged = memberOf(value, 'sitecamBaseline') === undefined ? [] : records('/plans', value, 'plans');
  return [
    ...records(`${base}/waivers`, plan, 'waivers').map(([at, one]) => mention('waiver', at, one, one)),
    ...records(`${base}/decisions`, plan, 'decisions').map(([at, one]) => mention('decision', at, one, one)),
    ...judged.flatMap(([pointer, of]) =>
      records(`${pointer}/findings`, of, 'findings').map(([at, one]) => mention('finding', at, one, of)),
    ),
  ];
}

/** Rules whose subjects are words of the law, categories or papers, and no ids, also where the words are the same. */
const OF_NO_ID =
  /^(?:coverage\/(?:declared|standard|system)|plan\/(?:category-mismatch|project-fact|unknown-category|unknown-version)|project\/.*)$/;

/** Rules whose subjects are two elements with a slash between. */
const OF_TWO: ReadonlySet<string> = new Set(['plan/overlapping-zones', 'plan/opening-blocked']);

/**
 * Returns the parts of a subject that may be ids of elements or levels, with their offsets in it: a whole subject, both
 * sides of `device>zone`, what precedes `/` (`C1` of `C1/field`), the level after `@`. Whether the plan has such an id
 * is for the caller to check.
 */
export function idsIn(rule: string, subject: string): { readonly id: string; readonly at: number }[] {
  if (rule.startsWith('waiver/')) {
    const cut = subject.indexOf(':') + 1;
    return idsIn(subject.slice(0, Math.max(0, cut - 1)), subject.slice(cut)).map(({ id, at }) => ({
      id,
      at: at + cut,
    }));
  }
  if (OF_NO_ID.test(rule)) return [];
  const found: { id: string; at: number }[] = [];
  let at = 0;
  for (const side of subject.split('>')) {
    const parts = side.split('/');
    let from = at;
    for (const [n, part] of parts.entries()) {
      const isOne = n === 0 || OF_TWO.has(rule) || (n === 1 && parts[0] === 'overrides') || parts[n - 1] === 'area';
      if (isOne) {
        found.push({ id: part, at: from });
        const level = part.lastIndexOf('@') + 1;
        if (level > 0) found.push({ id: part.slice(level), at: from + level });
      }
      from += part.length + 1;
    }
    at += side.length + 1;
  }
  return found;
}

function recordOf(value: unknown): Unchecked {
  return isRecord(value) ? value : {};
}

/** Returns the objects in the list `key` of `holder`, with their pointers. */
function records(pointer: string, holder: Unchecked, key: string): (readonly [string, Unchecked])[] {
  return (listIn(holder, key) ?? []).map((one, index) => [child(pointer, index), recordOf(one)]);
}
