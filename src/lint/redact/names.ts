import { byCodeUnit } from '../../base/order.js';
import type { Site } from '../../plan/model.js';

/** What the opaque names of one plan stand for: for those who hold the plan, and for nobody else. */
export interface PlanNames {
  /** plan-1 */
  readonly name: string;
  /** As given. */
  readonly path: string;
  /** Each opaque name with the id, or other subject, it stands for. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** A subject that something is said of; `said` is what of that a redacted report shows. */
export interface SubjectMention {
  readonly subject: string;
  readonly said: string;
}

/** The opaque names of one plan. */
export interface Names {
  /** The opaque name of a subject that is mentioned. */
  readonly of: (subject: string) => string;
  readonly subjects: PlanNames['subjects'];
}

/** The name of the `n`-th of `all` plans, from 1: of one width, so that names stand in the order of the plans. */
export function planName(n: number, all: number): string {
  return `plan-${String(n).padStart(String(all).length, '0')}`;
}

/**
 * Opaque names that depend on no text and no figure of the plan. An element is called by its kind and its place among the
 * elements of that kind in the plan's own order, so that the same plan gives the same names; a pair `device>zone` and the
 * second finding on a zone, `zone/2`, by the names of their parts. Everything else (a role of a category, a waiver's
 * subject) is an item, numbered by what the report shows of it: those that show the same stand in any order.
 */
export function opaqueNames(site: Site, mentions: readonly SubjectMention[]): Names {
  const elements = new Map<string, string>();
  const subjects = new Map<string, string>();
  const add = (kind: string, ids: readonly string[]) => {
    for (const [n, id] of ids.entries()) {
      const name = `${kind}-${n + 1}`;
      subjects.set(name, id);
      // Of two that are called alike the first is what a subject means.
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

/** The name of what is an element, two elements, or one of several findings on an element; undefined of all else. */
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
  const said = new Map<string, string[]>();
  for (const { subject, said: what } of mentions) said.set(subject, [...(said.get(subject) ?? []), what]);
  const shown = [...said].map(([subject, all]) => ({ subject, all: all.sort().join('\n') }));
  shown.sort((a, b) => byCodeUnit(a.all, b.all));
  return new Map(shown.map(({ subject }, n) => [subject, `item-${n + 1}`]));
}

/** An opaque name as a text that sorts by its numbers: device-2 before device-10. */
export function sortable(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}
