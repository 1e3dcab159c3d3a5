// Opaque names of the elements of a plan.
import { listsOf } from '../../base/arrays.js';
import { byCodeUnit } from '../../base/order.js';
import type { Site } from '../../plan/model.js';

/** The key to the opaque names of one plan. Only for those who hold the plan. */
export interface PlanNames {
  /** Opaque name of the plan, such as plan-1. */
  readonly name: string;
  /** Path of the plan as given. */
  readonly path: string;
  /** The id or other subject behind each opaque name. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** A subject of a verdict or resolved finding, and `said`: everything else that a redacted report shows of it. */
export interface SubjectMention {
  readonly subject: string;
  readonly said: string;
}

/** Opaque names of one plan's subjects, for a redacted report. */
export interface Names {
  /**
   * Returns the opaque name of a subject.
   *
   * @throws Error if the subject isn't one of those the names were made for
   */
  readonly of: (subject: string) => string;
  readonly subjects: PlanNames['subjects'];
}

/**
 * Returns the opaque name of the `n`-th of `all` plans, counted from 1. Numbers have equal width, so that names sort in
 * the order of the plans.
 */
export function planName(n: number, all: number): string {
  return `plan-${String(n).padStart(String(all).length, '0')}`;
}

/**
 * Returns opaque names that depend on no text and no figure of the plan. An element is named by its kind and its
 * position among the elements of that kind in the plan's order, so that the same plan gives the same names. A pair
 * `device>zone` and the second finding on a zone, `zone/2`, are named by their parts. Any other subject (a role of a
 * category, a waiver's subject) is an item, numbered by what the report shows of it; items that show the same are in
 * any order.
 */
export function opaqueNames(site: Site, mentions: readonly SubjectMention[]): Names {
  const elements = new Map<string, string>();
  const subjects = new Map<string, string>();
  const add = (kind: string, ids: readonly string[]) => {
    for (const [n, id] of ids.entries()) {
      const name = `${kind}-${n + 1}`;
      subjects.set(name, id);
      // If two elements share an id, a subject means the first.
      for (const key of [`${kind}\0${id}`, id]) if (!elements.has(key)) elements.set(key, name);
    }
  };
  const all = <T extends { readonly id: string }>(of: (level: Site['levels'][number]) => readonly T[]) =>
    site.levels.flatMap(of).map(({ id }) => id);
  add(
    'zone',
    all(({ zones }) => zones),
  );
  add(
    'device',
    all(({ devices }) => devices),
  );
  add(
    'opening',
    all(({ openings }) => openings),
  );
  add(
    'wall',
    all(({ walls }) => walls),
  );
  add(
    'sign',
    all(({ signs }) => signs),
  );
  add(
    'level',
    site.levels.map(({ id }) => id),
  );
  const items = itemsOf(mentions.filter(({ subject }) => elementName(subject, elements) === undefined));
  for (const [subject, name] of items) subjects.set(name, subject);
  return {
    of(subject) {
      const name = elementName(subject, elements) ?? items.get(subject);
      if (name === undefined) throw new Error('a subject that was not mentioned');
      return name;
    },
    subjects: Object.fromEntries(subjects),
  };
}

/**
 * Returns the name of an element, of a pair of elements, or of one of several findings on an element; undefined for
 * other subjects.
 */
function elementName(subject: string, elements: ReadonlyMap<string, string>): string | undefined {
  const whole = elements.get(subject);
  if (whole !== undefined) return whole;
  const at = subject.indexOf('>');
  if (at >= 0) {
    const device = elements.get(`device\0${subject.slice(0, at)}`);
    const zone = elements.get(`zone\0${subject.slice(at + 1)}`);
    return device === undefined || zone === undefined ? undefined : `${device}>${zone}`;
  }
  const [, base = '', count] = /^(.*)\/(\d+)$/s.exec(subject) ?? [];
  const element = count === undefined ? undefined : elements.get(base);
  return element === undefined ? undefined : `${element}/${count}`;
}

function itemsOf(mentions: readonly SubjectMention[]): Map<string, string> {
  const said = listsOf(mentions.map((mention) => [mention.subject, mention.said] as const));
  const shown = [...said].map(([subject, all]) => ({ subject, all: all.sort().join('\n') }));
  shown.sort((a, b) => byCodeUnit(a.all, b.all));
  return new Map(shown.map(({ subject }, n) => [subject, `item-${n + 1}`]));
}

/** Returns an opaque name padded so that it sorts by its numbers: device-2 before device-10. */
export function sortable(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}
