// Making a certificate of what a search has found and proved.

import { packHashes } from '../../../lint/support/pack-hash.js';
import { termsRecord } from '../../../report/json/report.js';
import type { PartDesign } from '../design/part.js';
import type { PartTask } from '../parts.js';
import type { SearchSpace } from '../search-space.js';
import { type Cell, firstCells, mostCollected, type Root } from '../space/space.js';
import { costsOf, type ProvedParts } from '../suggest.js';
import type { SuggestedCamera, Suggestion } from '../types.js';
import { boundBy, greatestSigma, isWithin, leastCollected } from './arithmetic.js';
import { CERTIFICATE, type Certificate, type CertifiedCamera, type CertifiedPart } from './certificate.js';
import { writeRuns } from './runs.js';

/** Facts for a certificate that a suggestion doesn't hold. */
export interface CertifyOptions {
  /** Version of sitecam. */
  readonly version: string;
  /** True if zones that sitecam only suggests to protect, and no law names, were asked about too. */
  readonly related: boolean;
  readonly privacy: Certificate['private'];
}

/**
 * Makes the certificate of a suggestion from the search that found it. Yields between steps, so that the process can
 * handle signals.
 */
export function* certifying(
  suggestion: Suggestion,
  { space, solved }: ProvedParts,
  { version, related, privacy }: CertifyOptions,
): Generator<undefined, Certificate, void> {
  const { before, catalogue, goal, objective, levels, replaced, parts: found } = suggestion;
  const costs = costsOf({ objective, catalogue });
  const parts: CertifiedPart[] = [];
  for (const [n, task] of space.parts.entries()) {
    const proof = solved[n]?.found;
    parts.push((proof && (yield* partCertificate(space, task, proof, { ...costs, privacy }))) ?? unproved(space, task));
  }
  const isWhole =
    (suggestion.after !== undefined || found.length === 0) &&
    found.every(({ cost }) => cost !== undefined) &&
    suggestion.met.every(({ isMet }) => isMet);
  return {
    sitecam: CERTIFICATE,
    tool: version,
    plan: { files: before.files.map(({ path, sha256 }) => ({ path, sha256 })) },
    today: before.today,
    terms: { packs: packHashes(before.pack), ...termsRecord(before) },
    catalogue: { from: catalogue.from, path: catalogue.path ?? null, sha256: catalogue.sha256 },
    levels,
    goal,
    related,
    private: privacy,
    objective: objective === 'price' ? 'price' : 'count',
    unit: costs.unit,
    replaced: replaced.map(({ id }) => id),
    design: isWhole
      ? {
          cost: found.reduce((sum, { cost = 0 }) => sum + cost, 0),
          devices: found.flatMap(({ cameras }) => cameras.map(cameraRecord)),
        }
      : null,
    bound: parts.reduce((sum, { bound }) => sum + bound, 0),
    parts,
  };
}

function cameraRecord({ device, type, heading, tilt }: SuggestedCamera): CertifiedCamera {
  const { id, level, at, height = 0 } = device;
  return { id, level, type: type.id, at: [at[0], at[1]], height, heading, tilt };
}

function zonesOf({ requirements }: SearchSpace, { task }: PartTask): string[] {
  return task.requirements.flatMap((one) => requirements[one]?.zone.id ?? []);
}

function unproved(space: SearchSpace, part: PartTask): CertifiedPart {
  return { zones: zonesOf(space, part), bound: 0, sigma: 0, scale: 0, weights: [], private: [], tree: '' };
}

/** Which cells a proof may be made of. */
interface Walk {
  readonly costOf: (root: Root) => number;
  readonly unit: number;
  readonly privacy: Certificate['private'];
}

/** What weights are multiplied by before they are rounded down: the first that loses nothing of the bound is taken. */
const SCALES = [1e4, 1e5, 1e6, 1e7, 1e8] as const;

/** Cells that a certificate may have beyond those of the search, which asks in another order. */
const MORE_CELLS = 1000;

/** Part of sigma that a cell keeps free, so that another machine's last digits don't matter. */
const FREE = 1e-6;

function* partCertificate(
  space: SearchSpace,
  part: PartTask,
  { proof, bound: found }: PartDesign,
  walk: Walk,
): Generator<undefined, CertifiedPart | undefined, void> {
  if (proof === undefined || proof.most <= 0) return undefined;
  for (let bound = found; bound > 0; bound -= walk.unit) {
    for (const [n, scale] of SCALES.entries()) {
      const weights = proof.weights.map((weight) => Math.floor(weight * scale));
      const least = leastCollected(space, part, weights);
      const sigma = greatestSigma(least, bound, walk.unit) ?? allOf(space, part, weights);
      if (sigma <= 0 || boundBy(least, sigma, walk.unit) < bound) continue;
      // Where too much is lost by rounding, cells would have to be finer than the search made them.
      const isRough = bound > walk.unit && sigma * (1 - 2 * FREE) < proof.most * scale;
      if (isRough && n < SCALES.length - 1) continue;
      const tree = yield* treeOf(space, part, weights, { ...walk, sigma, most: proof.cells + MORE_CELLS });
      if (tree === undefined) continue;
      return { zones: zonesOf(space, part), bound, sigma, scale, weights: runsOf(space, part, weights), ...tree };
    }
  }
  return undefined;
}

/** Returns more than any pose collects per unit of cost: all the weight there is. */
function allOf({ atoms }: SearchSpace, { task }: PartTask, weights: Float64Array): number {
  return Math.ceil(1.001 * task.atoms.reduce((sum, one) => sum + (weights[one] ?? 0) * (atoms[one]?.area ?? 0), 1));
}

function runsOf({ requirements, atoms }: SearchSpace, { task }: PartTask, weights: Float64Array) {
  return task.requirements.flatMap((one) => {
    const { zone, density } = requirements[one] ?? {};
    if (zone === undefined || density === undefined) return [];
    const own = task.atoms.filter((atom) => atoms[atom]?.of === one).map((atom) => weights[atom] ?? 0);
    return [{ zone: zone.id, density, atoms: writeRuns(own) }];
  });
}

/** Splits between two questions whether all poses of a cell see into a private place, as the search asks. */
const ASK_EVERY = 3;

/** Returns the splits of a part's cells down to leaves; undefined if that takes more cells than `most`. */
function* treeOf(
  { atoms, requirements }: SearchSpace,
  { roots }: PartTask,
  weights: Float64Array,
  { sigma, most, costOf, privacy }: Walk & { readonly sigma: number; readonly most: number },
): Generator<undefined, Pick<CertifiedPart, 'private' | 'tree'> | undefined, void> {
  const zones = new Map<string, number>();
  let cells = 0;
  const write = (cell: Cell): string | undefined => {
    cells += 1;
    const weight = mostCollected(cell, atoms, requirements, weights);
    if (isWithin(weight, sigma * (1 - FREE), costOf(cell.root))) return 'L';
    if (privacy === 'strict' && (cell.split === undefined || (cell.depth > 0 && cell.depth % ASK_EVERY === 0))) {
      const openness = cell.openness();
      if (openness.is === 'closed') {
        if (openness.by === undefined) return 'U';
        const { id } = openness.by;
        zones.set(id, zones.get(id) ?? zones.size);
        return `P${zones.get(id)}`;
      }
    }
    if (cell.split === undefined || cells > most) return undefined;
    const halves = all(cell.halves(), write);
    return halves === undefined ? undefined : `${cell.split}${halves}`;
  };
  const trees: string[] = [];
  for (const root of roots) {
    const tree = all(firstCells(root), write);
    if (tree === undefined) return undefined;
    trees.push(tree);
    yield undefined;
  }
  return { private: [...zones.keys()], tree: trees.join(' ') };
}

/** Returns the texts of cells one after the other; undefined if one has none. */
function all(cells: readonly Cell[], write: (cell: Cell) => string | undefined): string | undefined {
  let text = '';
  for (const cell of cells) {
    const own = write(cell);
    if (own === undefined) return undefined;
    text += own;
  }
  return text;
}
