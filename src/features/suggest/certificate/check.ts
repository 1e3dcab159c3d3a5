// Checking a certificate against its plan: sums of areas, whole numbers and one lint. No solver, no search.

import { containsPoint, distanceToSegment } from '../../../geometry/index.js';
import type { Point } from '../../../geometry/types.js';
import { packHashes } from '../../../lint/support/pack-hash.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import { bearing } from '../../../plan/read/frame.js';
import { termsRecord } from '../../../report/json/report.js';
import type { PartTask } from '../parts.js';
import { withProtected } from '../requirements.js';
import { type SearchSpace, searchSpaceOf } from '../search-space.js';
import type { Mount } from '../space/camera.js';
import { boxOfCell, type Cell, firstCells, mostCollected, type Root } from '../space/space.js';
import { costsOf, metIn, objectionsTo, replacedIn } from '../suggest.js';
import type { Catalogue, Met } from '../types.js';
import { bareOf, redrawn } from '../write.js';
import { boundBy, isWithin, leastCollected } from './arithmetic.js';
import type { Certificate, CertifiedCamera, CertifiedPart } from './certificate.js';
import { readRuns } from './runs.js';

/**
 * Where on the plan the poses of one cell are, so that people can find them: mount, type, and ranges of headings and
 * tilts.
 */
export interface CellPlace {
  /** Number of the root among those of its part, from 1. */
  readonly root: number;
  /** Number of the cell in its root's tree, in prefix order from 1. */
  readonly cell: number;
  readonly level: string;
  readonly type: string;
  readonly height: number;
  /** Ends of the stretch where the eye is, plan metres. */
  readonly at: readonly Point[];
  /** Degrees clockwise from true north, and below the horizon. */
  readonly headings: readonly [number, number];
  readonly tilts: readonly [number, number];
}

/** What is wrong with a certificate. Parts are numbered from 1. */
export type CertificateFault =
  /** It is of another plan, by other laws or terms, or for other types. */
  | {
      readonly kind: 'file' | 'pack' | 'terms';
      readonly name: string;
      readonly recorded?: string;
      readonly now?: string;
    }
  | { readonly kind: 'catalogue' | 'unit'; readonly recorded: string; readonly now: string }
  | { readonly kind: 'level'; readonly id: string }
  | { readonly kind: 'replaced'; readonly recorded: readonly string[]; readonly now: readonly string[] }
  | { readonly kind: 'parts'; readonly recorded: number; readonly now: number }
  | {
      readonly kind: 'zones';
      readonly part: number;
      readonly recorded: readonly string[];
      readonly now: readonly string[];
    }
  | { readonly kind: 'weights'; readonly part: number; readonly zone: string; readonly atoms: number }
  | { readonly kind: 'roots'; readonly part: number; readonly recorded: number; readonly now: number }
  /** A tree that ends too soon, goes on too long, or has a letter that no cell can have there. */
  | { readonly kind: 'tree'; readonly part: number; readonly cell: CellPlace; readonly letter: string }
  | {
      readonly kind: 'weight';
      readonly part: number;
      readonly cell: CellPlace;
      /** What a pose of the cell may collect, and what it should at most. */
      readonly weight: number;
      readonly most: number;
    }
  | { readonly kind: 'private'; readonly part: number; readonly cell: CellPlace; readonly zone: string }
  | { readonly kind: 'undrawn'; readonly part: number; readonly cell: CellPlace }
  | { readonly kind: 'bound'; readonly part: number; readonly recorded: number; readonly proved: number }
  | { readonly kind: 'sum' | 'cost' | 'below'; readonly recorded: number; readonly now: number }
  | { readonly kind: 'type' | 'mount'; readonly device: string; readonly type: string }
  | { readonly kind: 'unwritten' }
  | { readonly kind: 'found'; readonly verdict: LintVerdict }
  | { readonly kind: 'unmet'; readonly met: Met };

/** Result of checking one part of a certificate: the bound that it claims and the bound that is proved. */
export interface CheckedPart {
  readonly zones: readonly string[];
  /** What the certificate says, and what its weights and cells prove. */
  readonly bound: number;
  readonly proved: number;
  /** Number of leaves whose poses collect too little, and of those whose poses all see what they may not. */
  readonly byWeight: number;
  readonly byPrivate: number;
}

/** The result of checking a certificate. If `faults` is empty, all that the certificate says of its plan holds. */
export interface CheckedCertificate {
  readonly faults: readonly CertificateFault[];
  /** True if there may be more faults than those listed: the check ended with those. */
  readonly more: boolean;
  /** Parts that were checked; [] if the certificate is of another plan. */
  readonly parts: readonly CheckedPart[];
  /** The plan with only those devices that stay; undefined if the certificate is of another plan. */
  readonly bare: Report | undefined;
  /** The plan with the design; undefined if there is none, or it wasn't judged. */
  readonly after: Report | undefined;
}

/** Faults after which a check ends. */
const MOST_FAULTS = 20;

/**
 * Checks a certificate against the plan that `report` judges, by the types and mounting rules of `catalogue`.
 *
 * Parts, roots and atoms are worked out anew from the plan; the certificate says only how cells are split, what the floor
 * weighs and where the leaves (cells that aren't split further) are. So it can't leave out a pose.
 *
 * @param report of the plan as drawn, with the devices that the design replaces
 */
export function checkCertificate(report: Report, certificate: Certificate, catalogue: Catalogue): CheckedCertificate {
  const other = otherPlan(report, certificate, catalogue);
  if (other.length > 0) return { faults: other, more: false, parts: [], bare: undefined, after: undefined };
  const asked = { goal: certificate.goal, related: certificate.related, levels: certificate.levels };
  const replaced = replacedIn(report, catalogue, asked);
  const ids = replaced.map(({ id }) => id);
  const bare = bareOf(report, replaced);
  const scope = withProtected(asked, report, bare, replaced, certificate.private);
  const space = searchSpaceOf(bare, catalogue, scope, certificate.private);
  const faults: CertificateFault[] = spaceFaults(space, certificate, ids);
  if (faults.length > 0) return { faults, more: false, parts: [], bare, after: undefined };
  const costs = costsOf({ objective: certificate.objective, catalogue });
  const parts = space.parts.flatMap((task, n): CheckedPart[] => {
    const part = certificate.parts[n];
    if (part === undefined || faults.length >= MOST_FAULTS) return [];
    const checked = checkPart({ space, task, part, number: n + 1, privacy: certificate.private, ...costs });
    faults.push(...checked.faults);
    return [checked.part];
  });
  const sum = certificate.parts.reduce((total, { bound }) => total + bound, 0);
  if (sum !== certificate.bound) faults.push({ kind: 'sum', recorded: certificate.bound, now: sum });
  const { faults: ofDesign, after } = checkDesign(report, bare, space, certificate, catalogue, ids);
  faults.push(...ofDesign);
  return { faults: faults.slice(0, MOST_FAULTS), more: faults.length >= MOST_FAULTS, parts, bare, after };
}

/** Returns what shows that a certificate is of another plan, by other laws or for other types. */
function otherPlan(
  report: Report,
  { plan, terms, catalogue: types, levels, objective, unit, today }: Certificate,
  catalogue: Catalogue,
): CertificateFault[] {
  const now = { packs: packHashes(report.pack), ...termsRecord(report) };
  const known = new Set(report.site.levels.map(({ id }) => id));
  const costs = costsOf({ objective, catalogue });
  return [
    ...fileFaults('file', plan.files, report.files),
    ...packFaults(terms.packs, now.packs),
    ...fileFaults('terms', terms.configuration, now.configuration),
    ...fileFaults('terms', listed(terms.decisions), listed(now.decisions)),
    ...fileFaults('terms', terms.catalogue ?? [], now.catalogue ?? []),
    ...(['reviewer', 'noWaivers', 'noCatalogue'] as const).flatMap((name): CertificateFault[] => {
      const [recorded, here] = [terms[name] ?? false, now[name] ?? false];
      return recorded === here ? [] : [{ kind: 'terms', name, recorded: `${recorded}`, now: `${here}` }];
    }),
    ...(report.today === today ? [] : [{ kind: 'terms' as const, name: 'today', recorded: today, now: report.today }]),
    ...(types.sha256 === catalogue.sha256 && types.from === catalogue.from
      ? []
      : [{ kind: 'catalogue' as const, recorded: types.sha256, now: catalogue.sha256 }]),
    ...levels.filter((id) => !known.has(id)).map((id): CertificateFault => ({ kind: 'level', id })),
    ...(costs.unit === unit ? [] : [{ kind: 'unit' as const, recorded: `${unit}`, now: `${costs.unit}` }]),
  ];
}

function listed<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}

interface Hashed {
  readonly path: string;
  readonly sha256: string | null;
}

/** Files are the same if their bytes are, in the same order, wherever they lie. */
function fileFaults(kind: 'file' | 'terms', recorded: readonly Hashed[], now: readonly Hashed[]): CertificateFault[] {
  return Array.from({ length: Math.max(recorded.length, now.length) }).flatMap((_, n): CertificateFault[] => {
    const [one, other] = [recorded[n], now[n]];
    if (one !== undefined && one.sha256 !== null && one.sha256 === other?.sha256) return [];
    return [{ kind, name: (other ?? one)?.path ?? '', ...sides(one?.sha256, other?.sha256) }];
  });
}

function packFaults(recorded: Certificate['terms']['packs'], now: Certificate['terms']['packs']): CertificateFault[] {
  const ids = [...new Set([...recorded, ...now].map(({ id }) => id))];
  return ids.flatMap((id): CertificateFault[] => {
    const [one, other] = [recorded, now].map((packs) => packs.find((pack) => pack.id === id)?.sha256);
    return one !== undefined && one === other ? [] : [{ kind: 'pack', name: id, ...sides(one, other) }];
  });
}

function sides(recorded: string | null | undefined, now: string | null | undefined) {
  return { ...(recorded && { recorded }), ...(now && { now }) };
}

/** Returns where a certificate divides what is searched otherwise than the plan does. */
function spaceFaults(space: SearchSpace, { parts, replaced }: Certificate, ids: readonly string[]): CertificateFault[] {
  if (replaced.join('\0') !== ids.join('\0')) return [{ kind: 'replaced', recorded: replaced, now: ids }];
  if (parts.length !== space.parts.length) return [{ kind: 'parts', recorded: parts.length, now: space.parts.length }];
  return space.parts.flatMap(({ task }, n): CertificateFault[] => {
    const now = task.requirements.flatMap((one) => space.requirements[one]?.zone.id ?? []);
    const recorded = parts[n]?.zones ?? [];
    return recorded.join('\0') === now.join('\0') ? [] : [{ kind: 'zones', part: n + 1, recorded, now }];
  });
}

interface Checking {
  readonly space: SearchSpace;
  readonly task: PartTask;
  readonly part: CertifiedPart;
  readonly number: number;
  readonly privacy: Certificate['private'];
  readonly costOf: (root: Root) => number;
  readonly unit: number;
}

function checkPart(checking: Checking): { readonly faults: CertificateFault[]; readonly part: CheckedPart } {
  const { space, task, part, number, unit } = checking;
  const { zones, bound } = part;
  const unchecked = { zones, bound, proved: 0, byWeight: 0, byPrivate: 0 };
  // A bound of nothing needs no proof.
  if (bound === 0) return { faults: [], part: unchecked };
  const weights = weightsOf(checking);
  if ('fault' in weights) return { faults: [weights.fault], part: unchecked };
  const trees = part.tree.split(' ');
  if (trees.length !== task.roots.length) {
    const fault = { kind: 'roots', part: number, recorded: trees.length, now: task.roots.length } as const;
    return { faults: [fault], part: unchecked };
  }
  const faults: CertificateFault[] = [];
  let [byWeight, byPrivate] = [0, 0];
  for (const [n, root] of task.roots.entries()) {
    const checked = checkRoot(checking, weights.of, root, n + 1, trees[n] ?? '');
    byWeight += checked.byWeight;
    byPrivate += checked.byPrivate;
    if (checked.fault !== undefined) faults.push(checked.fault);
    if (faults.length >= MOST_FAULTS) break;
  }
  const proved = faults.length > 0 ? 0 : boundBy(leastCollected(space, task, weights.of), part.sigma, unit);
  if (faults.length === 0 && proved < bound) faults.push({ kind: 'bound', part: number, recorded: bound, proved });
  return { faults, part: { zones, bound, proved, byWeight, byPrivate } };
}

/** Returns the weights of a part by index of atom, or what is wrong with them. */
function weightsOf({
  space: { atoms, requirements },
  task: { task },
  part,
  number,
}: Checking): { readonly of: Float64Array } | { readonly fault: CertificateFault } {
  const of = new Float64Array(atoms.length);
  for (const [n, one] of task.requirements.entries()) {
    const { zone, density } = requirements[one] ?? {};
    const own = task.atoms.filter((atom) => atoms[atom]?.of === one);
    const recorded = part.weights[n];
    const numbers =
      recorded?.zone === zone?.id && recorded?.density === density
        ? readRuns(recorded?.atoms ?? '', own.length)
        : undefined;
    if (numbers === undefined || part.weights.length !== task.requirements.length) {
      return { fault: { kind: 'weights', part: number, zone: zone?.id ?? '', atoms: own.length } };
    }
    for (const [i, atom] of own.entries()) of[atom] = numbers[i] ?? 0;
  }
  return { of };
}

interface CheckedRoot {
  readonly byWeight: number;
  readonly byPrivate: number;
  /** The first thing that is wrong; what follows it can't be told apart. */
  readonly fault: CertificateFault | undefined;
}

/** Checks the tree of a root: every pose of it is in one of the leaves, since each split leaves none out. */
function checkRoot(
  { space: { atoms, requirements, contexts }, part, number, privacy, costOf }: Checking,
  weights: Float64Array,
  root: Root,
  rootNumber: number,
  text: string,
): CheckedRoot {
  const north = contexts[0].site.north ?? 0;
  let [at, cells, byWeight, byPrivate] = [0, 0, 0, 0];
  const check = (cell: Cell): CertificateFault | undefined => {
    cells += 1;
    const letter = text[at] ?? '';
    at += 1;
    const place = () => placeOf(cell, rootNumber, cells, north);
    switch (letter) {
      case 'L': {
        const weight = mostCollected(cell, atoms, requirements, weights);
        const cost = costOf(root);
        byWeight += 1;
        if (isWithin(weight, part.sigma, cost)) return undefined;
        return { kind: 'weight', part: number, cell: place(), weight, most: part.sigma * cost };
      }
      case 'P': {
        const [digits = ''] = /^\d+/.exec(text.slice(at, at + 6)) ?? [];
        at += digits.length;
        const zone = part.private[Number(digits)];
        if (digits === '' || zone === undefined || privacy !== 'strict') break;
        byPrivate += 1;
        if (root.seenByAll(boxOfCell(cell), new Set([zone]))?.id === zone) return undefined;
        return { kind: 'private', part: number, cell: place(), zone };
      }
      case 'U': {
        if (privacy !== 'strict') break;
        byPrivate += 1;
        if (root.seesUndrawnInAll(boxOfCell(cell))) return undefined;
        return { kind: 'undrawn', part: number, cell: place() };
      }
      case 'S':
      case 'H':
      case 'T': {
        if (cell.split !== letter) break;
        const [one, other] = cell.halves();
        return check(one) ?? check(other);
      }
    }
    return { kind: 'tree', part: number, cell: place(), letter };
  };
  let fault: CertificateFault | undefined;
  for (const cell of firstCells(root)) fault ??= check(cell);
  const [last] = firstCells(root);
  if (fault === undefined && at !== text.length && last !== undefined) {
    fault = { kind: 'tree', part: number, cell: placeOf(last, rootNumber, cells, north), letter: text[at] ?? '' };
  }
  return { byWeight, byPrivate, fault };
}

function placeOf({ root, spot, headings, tilts }: Cell, rootNumber: number, cell: number, north: number): CellPlace {
  const { mount, type } = root;
  return {
    root: rootNumber,
    cell,
    level: mount.level,
    type: type.id,
    height: mount.height,
    at: spot.eyes.ring,
    headings: [headings[0] - north, headings[1] - north],
    tilts: [tilts[0], tilts[1]],
  };
}

/** Checks that a design costs what it says, is made of types and mounts of the catalogue, and passes lint. */
function checkDesign(
  report: Report,
  bare: Report,
  space: SearchSpace,
  { design, bound, objective, private: privacy }: Certificate,
  catalogue: Catalogue,
  remove: readonly string[],
): { readonly faults: readonly CertificateFault[]; readonly after: Report | undefined } {
  if (design === null) return { faults: [], after: undefined };
  const { costOf } = costsOf({ objective, catalogue });
  const roots = design.devices.map((device) => rootFor(space, device));
  const faults = design.devices.flatMap(({ id, type }, n): CertificateFault[] => {
    if (!catalogue.cameras.some((one) => one.id === type)) return [{ kind: 'type', device: id, type }];
    return roots[n] === undefined ? [{ kind: 'mount', device: id, type }] : [];
  });
  if (faults.length > 0) return { faults, after: undefined };
  const cost = roots.reduce((sum, root) => sum + (root === undefined ? 0 : costOf(root)), 0);
  if (cost !== design.cost) faults.push({ kind: 'cost', recorded: design.cost, now: cost });
  if (cost < bound) faults.push({ kind: 'below', recorded: bound, now: cost });
  const add = design.devices.map(({ id, level, at, type, height, heading, tilt }) => ({
    id,
    level,
    at,
    keys: { kind: 'camera', type, height, heading, tilt },
  }));
  const keys = roots.flatMap((root) => {
    const { id, keys: own } = root?.type ?? {};
    return id === undefined || own === undefined ? [] : [[id, own] as const];
  });
  const outcome = redrawn(report, { add, remove }, new Map(keys));
  if (!outcome.ok) return { faults: [...faults, { kind: 'unwritten' }], after: undefined };
  const { after } = outcome;
  faults.push(
    ...objectionsTo(after, { report, bare, space, privacy }).map(
      (verdict): CertificateFault => ({ kind: 'found', verdict }),
    ),
    ...metIn(space, after)
      .filter(({ isMet }) => !isMet)
      .map((met): CertificateFault => ({ kind: 'unmet', met })),
  );
  return { faults, after };
}

/** m: what rounding to centimetres may take a camera off its mount. */
const ROUNDED = 0.0075;

/** Degrees: what rounding to half degrees may turn a camera out of its corner. */
const TURNED = 0.25;

/** Returns a root among whose poses a camera is, but for the rounding of its place; undefined if there is none. */
function rootFor({ roots, contexts }: SearchSpace, camera: CertifiedCamera): Root | undefined {
  const { level, type, at, height, tilt } = camera;
  const heading = camera.heading + (contexts[0].site.north ?? 0);
  return roots.find(
    ({ mount, type: own, tilts }) =>
      own.id === type &&
      mount.level === level &&
      mount.height === height &&
      tilt >= tilts[0] &&
      tilt <= tilts[1] &&
      isOn(mount, at) &&
      isAimed(mount, heading),
  );
}

/** True if a heading leads out of a corner that a camera is in, or it is in none. */
function isAimed({ facing, spread }: Mount, heading: number): boolean {
  if (spread === undefined) return true;
  const off = bearing(heading - facing);
  return Math.min(off, 360 - off) <= spread + TURNED;
}

function isOn({ at: ring }: Mount, point: Point): boolean {
  const near = ring.some((a, n) => distanceToSegment(point, { a, b: ring[(n + 1) % ring.length] ?? a }) <= ROUNDED);
  return near || (ring.length > 2 && containsPoint(ring, point));
}
