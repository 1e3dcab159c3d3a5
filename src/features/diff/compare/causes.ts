// Finds the edits that may have changed a verdict.
import { groupBy, listsOf } from '../../../base/arrays.js';
import { distanceBetweenSegments } from '../../../geometry/shapes/segment.js';
import type { Segment } from '../../../geometry/types.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Site } from '../../../plan/model.js';
import { segmentsOf } from '../../../plan/walls/plane.js';
import { rules } from '../../../rules/registry.gen.js';
import type { Place } from '../../../source/types.js';
import { linesOf, planElements } from './element.js';
import type { Renames } from './elements.js';
import type { Map2 } from './shapes.js';
import {
  EDIT_LINKS,
  type Edit,
  type EditLink,
  type ElementEdit,
  type FactEdit,
  type VerdictEdit,
  type Why,
} from './types.js';

interface Plans {
  readonly old: Report | undefined;
  readonly new: Report | undefined;
  readonly renames: Renames;
  readonly toNew: Map2;
}

/** Everything that a verdict names and rests on, by ids of the new plan. */
interface Basis {
  readonly rule: string;
  readonly subject: string;
  readonly names: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
  readonly devices: ReadonlySet<string>;
  /** Undefined if it is no verdict on signs. */
  readonly signs: ReadonlySet<string> | undefined;
  readonly levels: ReadonlySet<string>;
  /** The sight line, in the new plan's metres. */
  readonly line: readonly Segment[];
}

/**
 * Returns a function that lists the edits that may have changed a verdict, with the link of each (see `EDIT_LINKS`):
 * edits of elements that its subject names or its evidence meets, of its rule's parameters, of the devices and levels
 * it rests on, of the site. Each may be the cause; none is proved to be.
 */
export function causeFinder(edits: readonly Edit[], plans: Plans): (edit: Omit<VerdictEdit, 'why'>) => readonly Why[] {
  const [oldPlaces, newPlaces] = [placesOf(plans.old), placesOf(plans.new)];
  const idOf = (id: string) => plans.renames.get(id) ?? id;
  const sides = sidesOf(plans);
  const drawn = new Map(
    edits.map((edit) => [
      edit,
      edit.of === 'element' ? lying(edit, sides.get(`${edit.element} ${edit.id}`) ?? []) : [],
    ]),
  );
  const ofSigns = new Set(
    edits.flatMap((edit) => (edit.of === 'element' && edit.element === 'sign' ? [edit.number] : [])),
  );
  const same = (id: string) => id;
  return ({ old, new: now }) => {
    const bases = [
      ...(old === undefined ? [] : [basisOf(old, oldPlaces, idOf, plans.toNew)]),
      ...(now === undefined ? [] : [basisOf(now, newPlaces, same, (point) => point)]),
    ];
    const found = edits.flatMap((edit): Why[] => {
      const ways = bases.flatMap(
        (basis) => (edit.of === 'fact' ? howFact(edit, basis) : howElement(edit, basis, drawn.get(edit) ?? [])) ?? [],
      );
      const how = EDIT_LINKS.find((one) => ways.includes(one));
      return how === undefined ? [] : [{ edit: edit.number, how }];
    });
    const near = found.some(({ how }) => how !== 'site') ? found.filter(({ how }) => how !== 'site') : found;
    // For a verdict on signs, edits of signs come before edits of the cameras in its evidence.
    const onSigns = bases.some(({ signs }) => signs !== undefined);
    const rank = ({ edit, how }: Why) =>
      onSigns && how !== 'subject' && ofSigns.has(edit) ? 0.5 : EDIT_LINKS.indexOf(how);
    return near.sort((a, b) => rank(a) - rank(b) || a.edit - b.edit);
  };
}

function basisOf(
  verdict: LintVerdict,
  places: ReadonlyMap<string, string>,
  idOf: (id: string) => string,
  toNew: Map2,
): Basis {
  const { rule, subject, evidence, related, place, dependsOn } = verdict;
  const line = evidence?.sightLine;
  const ids = (list: readonly (string | undefined)[]) =>
    new Set(list.flatMap((id) => (id === undefined ? [] : [idOf(id)])));
  return {
    rule,
    subject,
    names: ids([...subject.split(/[>/:]/), subject, idAt(place, places)]),
    evidence: ids([line?.device, ...(line?.openings ?? []), ...related.map((one) => idAt(one.place, places))]),
    devices: ids(dependsOn.devices),
    signs: dependsOn.signs && ids(dependsOn.signs),
    levels: ids([...dependsOn.levels, evidence?.level, evidence?.from]),
    line: line === undefined ? [] : segmentsOf(line.points.map(toNew)),
  };
}

function howElement(edit: ElementEdit, basis: Basis, drawn: readonly Segment[]): EditLink | undefined {
  const { id, element, level } = edit;
  if (basis.names.has(id)) return 'subject';
  if (basis.evidence.has(id) || basis.signs?.has(id) === true) return 'evidence';
  // An element whose id alone changed affects no other element.
  if (edit.was !== undefined) return undefined;
  const within =
    basis.levels.has(level) || edit.keys.some(({ key, from }) => key === 'level' && basis.levels.has(String(from)));
  // Devices and signs block no sight line.
  if (within && basis.line.some((part) => drawn.some((side) => distanceBetweenSegments(part, side) <= NEAR))) {
    return 'evidence';
  }
  if (basis.devices.has(id)) return 'device';
  if (within && element === 'sign' && basis.signs !== undefined) return 'rule';
  return within ? 'level' : undefined;
}

function howFact({ group, path, about, from, to }: FactEdit, basis: Basis): EditLink | undefined {
  const { rule, subject, names, levels } = basis;
  switch (group) {
    case 'waiver':
      return about === `${rule} ${subject}` || (rule.startsWith('waiver/') && subject === about.replace(' ', ':'))
        ? 'subject'
        : undefined;
    case 'absent':
    case 'override':
      return names.has(about) ? 'subject' : 'site';
    case 'level':
      return names.has(about) ? 'subject' : levels.has(about) ? 'level' : undefined;
    case 'configuration':
      return howConfigured(path, about, rule);
    case 'project':
      // `project.changes.0.what` is about the changes.
      return subject.includes(about) ? 'subject' : 'site';
    case 'site':
      if (path === 'site.name') return rule.startsWith('plan/') && [from, to].includes(subject) ? 'subject' : undefined;
      return names.has(about) ? 'subject' : 'site';
  }
}

function howConfigured(path: string, about: string, rule: string): EditLink | undefined {
  if (path.startsWith('rules.')) return about === rule ? 'rule' : undefined;
  if (path.startsWith('criteria')) return rule === 'coverage/criterion' ? 'rule' : undefined;
  if (path === 'pack') return 'site';
  return rules.find(({ id }) => id === rule)?.parameters?.includes(about) ? 'rule' : 'site';
}

/** Returns the ids of a plan's levels and elements by the places where they are written. */
function placesOf(report: Report | undefined): ReadonlyMap<string, string> {
  if (report === undefined) return new Map();
  const written = [...report.site.levels, ...planElements(report.site).map(({ it }) => it)];
  return new Map(written.map(({ id, place }) => [placeKey(place), id]));
}

function placeKey({ path, pointer }: Pick<Place, 'path' | 'pointer'>): string {
  return `${path}\0${pointer}`;
}

/** Returns the id of the element that a place is in: of its own pointer, or of one above it. */
function idAt({ path, pointer }: Place, ids: ReadonlyMap<string, string>): string | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const id = ids.get(placeKey({ path, pointer: at }));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Returns what of an element blocks sight, both before and after, by its kind and id, in the new plan's metres. */
function sidesOf({ old, new: now, renames, toNew }: Plans): ReadonlyMap<string, readonly Segment[]> {
  const sides = (site: Site | undefined, idOf: (id: string) => string, map: Map2) =>
    (site === undefined ? [] : planElements(site)).flatMap((element) =>
      linesOf(element).flatMap((line) => {
        const closed = element.of === 'zone' ? [...line, ...line.slice(0, 1)] : line;
        return segmentsOf(closed.map(map)).map((side) => [`${element.of} ${idOf(element.it.id)}`, side] as const);
      }),
    );
  const same = <T>(one: T) => one;
  return listsOf([...sides(old?.site, (id) => renames.get(id) ?? id, toNew), ...sides(now?.site, same, same)]);
}

/** Returns those sides of a moved or reshaped element that lie elsewhere now: sides that stayed block nothing new. */
function lying({ moved, keys }: ElementEdit, sides: readonly Segment[]): readonly Segment[] {
  if (moved === undefined && !keys.some(({ key }) => key === 'polygon' || key === 'line')) return sides;
  return [...groupBy(sides, nameOf).values()].flatMap((same) => (same.length === 1 ? same : []));
}

/** Returns a key that is the same whichever end a side is drawn from, to a millimetre. */
function nameOf({ a, b }: Segment): string {
  return [a, b]
    .map((point) => point.map((value) => value.toFixed(3)).join())
    .sort()
    .join(' ');
}

/** m: a wall that ends this near to a sight line may have blocked it. */
const NEAR = 0.3;
