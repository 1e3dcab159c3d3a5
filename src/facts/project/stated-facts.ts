// Access to the facts of a project by path.
import { memoize } from '../../base/memo.js';
import { namesSomething } from '../../i18n/content.js';
import type { Phase } from '../../law/requirement.js';
import type { Fact, Project } from '../../plan/project/model.js';
import { canBeNone } from '../../plan/project/names.js';

/**
 * The facts that the plan states about its project, by path; see `FactPath` for `*`. A fact without content counts as
 * not stated.
 */
export interface Facts {
  /** Returns the facts that `path` names, in the plan's order; empty if none is stated. */
  at(path: string): readonly Fact[];
  /** True if `path` isn't stated; for a path with `*`, if some item of the list doesn't state it. */
  lacks(path: string): boolean;
}

/** Returns access to the stated facts of `project`. */
export const factsOf: (project: Project) => Facts = memoize((project) => {
  const stated = project.facts.filter(hasContent);
  const byPath = new Map(stated.map((fact) => [fact.path, fact]));
  const at = (path: string): readonly Fact[] => {
    if (path.includes('*')) return stated.filter((fact) => means(path, fact.path));
    const fact = byPath.get(path);
    return fact === undefined ? [] : [fact];
  };
  const items = (list: string): string[] => {
    const found = stated.flatMap(({ path }) => new RegExp(`^${list.replaceAll('.', '\\.')}\\.\\d+`).exec(path) ?? []);
    return [...new Set(found)];
  };
  const lacks = (path: string): boolean => {
    const star = path.indexOf('.*');
    if (star < 0) return !byPath.has(path);
    return items(path.slice(0, star)).some((item) => !byPath.has(`${item}${path.slice(star + 2)}`));
  };
  return { at, lacks };
});

/** Returns a copy of the project in `phase`. */
export function inPhase(project: Project, phase: Phase): Project {
  const facts = project.facts.map((fact) => (fact.path === 'phase' ? { ...fact, value: phase } : fact));
  return { ...project, phase, facts };
}

/** True if `pattern` matches `path`; `*` stands for the index of a list item: `changes.*.what` matches `changes.0.what`. */
export function means(pattern: string, path: string): boolean {
  const parts = pattern.split('.');
  const own = path.split('.');
  return parts.length === own.length && parts.every((part, n) => part === own[n] || (part === '*' && isItem(own[n])));
}

function isItem(part: string | undefined): boolean {
  return part !== undefined && /^\d+$/.test(part);
}

/**
 * True if the value says something. A blank, a dash or a 无 is no document; `none` counts where it is a word of the
 * format.
 */
function hasContent({ path, value }: Fact): boolean {
  if (typeof value === 'string') return (value === 'none' && canBeNone(path)) || namesSomething(value);
  return typeof value !== 'object' || value.some(namesSomething);
}
