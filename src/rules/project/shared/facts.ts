import { onceFor } from '../../../base/memo.js';
import type { Phase } from '../../../law/requirement.js';
import { namesSomething } from '../../../plan/project/content.js';
import type { Fact, Project } from '../../../plan/project/model.js';
import { mayBeNone } from '../../../plan/project/names.js';

/** What the plan states of its project, by path; see `FactPath` for `*`. What is written without content isn't stated. */
export interface Facts {
  /** The facts that `path` means, in the plan's order. */
  at(path: string): readonly Fact[];
  /** Whether it isn't stated; of a path with `*`, whether some item doesn't state it. */
  lacks(path: string): boolean;
}

export const factsOf: (project: Project) => Facts = onceFor((project) => {
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

/** The project as it is, but in `phase`. */
export function inPhase(project: Project, phase: Phase): Project {
  const facts = project.facts.map((fact) => (fact.path === 'phase' ? { ...fact, value: phase } : fact));
  return { ...project, phase, facts };
}

/** Whether `pattern` means `path`: `changes.*.what` means `changes.0.what`. */
export function means(pattern: string, path: string): boolean {
  const parts = pattern.split('.');
  const own = path.split('.');
  return parts.length === own.length && parts.every((part, n) => part === own[n] || (part === '*' && isItem(own[n])));
}

function isItem(part: string | undefined): boolean {
  return part !== undefined && /^\d+$/.test(part);
}

/** A blank, a dash or a 无 is no document; where `none` is a word of the format it says something. */
function hasContent({ path, value }: Fact): boolean {
  if (typeof value === 'string') return (value === 'none' && mayBeNone(path)) || namesSomething(value);
  return typeof value !== 'object' || value.some(namesSomething);
}
