// A certificate: the proof of a suggestion in numbers that anybody can check without a solver.

import type { PackHash } from '../../../lint/support/pack-hash.js';
import type { RunTerms } from '../../../report/run-block.js';
import type { SourceProblem } from '../../../source/problem.js';
import { checkSchema } from '../../../source/schema/check.js';
import { certificateValidator } from '../../../source/schema/validators.js';
import type { Catalogue, Goal, Objective } from '../types.js';

/** Format and version of a certificate: the value of its member `sitecam`. */
export const CERTIFICATE = 'suggest-certificate-1';

/** Path of a file and the SHA-256 of its bytes. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * A camera of a design as it is written into the plan: position in plan metres, heading in degrees clockwise from true
 * north, tilt in degrees down.
 */
export interface CertifiedCamera {
  readonly id: string;
  readonly level: string;
  readonly type: string;
  readonly at: readonly [x: number, y: number];
  readonly height: number;
  readonly heading: number;
  readonly tilt: number;
}

/** Weights of the floor that one requirement asks about. */
export interface CertifiedWeights {
  readonly zone: string;
  /** px/m: a zone may be required at two. */
  readonly density: number;
  /** Weight per m² of each atom in the order of `atomsOf`, in runs: `12x63,4x0`. */
  readonly atoms: string;
}

/** Zones that no camera covers together with those of another part, and a bound on what they cost. */
export interface CertifiedPart {
  readonly zones: readonly string[];
  /** No design costs less; 0: nothing is proved. */
  readonly bound: number;
  /** No pose collects more per unit of its cost. */
  readonly sigma: number;
  /** What a weight of 1 of the search is here. For the reader: nothing hangs on it. */
  readonly scale: number;
  readonly weights: readonly CertifiedWeights[];
  /** Ids of private zones that leaves name by their index. */
  readonly private: readonly string[];
  /**
   * For each root of the part, in the order of `rootsOf`, the splits of its first cells in prefix order, with a space
   * between roots. S, H, T: split across place, headings, tilts, at the middle; L: no pose collects too much; P and a
   * number: every pose sees more than a graze of that private zone; U: every pose sees too much floor that is in no zone.
   */
  readonly tree: string;
}

/** Terms of the run that made a certificate, as far as verdicts depend on them; each pack by the hash of its data. */
export type CertifiedTerms = Omit<RunTerms, 'packs' | 'fixes' | 'exit'> & { readonly packs: readonly PackHash[] };

/** A design and a bound on what any design costs, with the proof. schemas/suggest-certificate-1.schema.json. */
export interface Certificate {
  readonly sitecam: typeof CERTIFICATE;
  /** Version of sitecam that made it. */
  readonly tool: string;
  /** Files of the plan as drawn, before anything was replaced. */
  readonly plan: { readonly files: readonly HashedFile[] };
  readonly today: string;
  readonly terms: CertifiedTerms;
  /** Types and mounting rules. The path is of the file that they were read from; null: there was none. */
  readonly catalogue: Pick<Catalogue, 'from' | 'sha256'> & { readonly path: string | null };
  readonly levels: readonly string[];
  readonly goal: Goal;
  /** True if zones that sitecam only suggests to protect, and no law names, were asked about too. */
  readonly related: boolean;
  /**
   * Which poses the ban on capture leaves out. strict: those on which lint finds anything; fails: those on which it
   * finds a fail.
   */
  readonly private: 'strict' | 'fails';
  readonly objective: Exclude<Objective, 'change'>;
  /** All costs are multiples of it. */
  readonly unit: number;
  /** Ids of planned cameras that were taken out first: design and bound are of the plan without them. */
  readonly replaced: readonly string[];
  /** Null: none was found. */
  readonly design: { readonly cost: number; readonly devices: readonly CertifiedCamera[] } | null;
  /** No design costs less. */
  readonly bound: number;
  readonly parts: readonly CertifiedPart[];
}

/** A certificate, or what is wrong with the value that should be one. */
export type ReadCertificate =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/**
 * Returns the part of a value of JSON that calls itself a certificate, and its place: the value, or the member
 * `certificate` of a suggestion. Undefined if there is none.
 */
export function certificateIn(value: unknown): { readonly value: object; readonly pointer: string } | undefined {
  const inner = memberOf(value, 'certificate');
  for (const [one, pointer] of [
    [value, ''],
    [inner, '/certificate'],
  ] as const) {
    const name = memberOf(one, 'sitecam');
    const isNamed = typeof name === 'string' && name.startsWith('suggest-certificate');
    if (isNamed && typeof one === 'object' && one !== null) return { value: one, pointer };
  }
  return undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** Returns a value as a certificate if it has the form of one. `pointer`: where in the file at `path` it stands. */
export function readCertificate(value: unknown, path: string, pointer: string): ReadCertificate {
  const checked = checkSchema<Certificate>(certificateValidator(), value, (inner) => ({
    path,
    pointer: `${pointer}${inner}`,
  }));
  return checked.ok ? { ok: true, certificate: checked.document } : { ok: false, problems: checked.problems };
}
