// Reports as plain data that crosses threads and fits into caches and records, by the codec.
import { partsOf } from '../../law/compose.js';
import { packAmong } from '../../law/load.js';
import type { Pack, WrittenPack } from '../../law/types.js';
import type { Level, Site, Zone } from '../../plan/model.js';
import { rules } from '../../rules/registry.gen.js';
import { type Located, locatedIn, rememberLocated } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import { withBaseline } from '../baseline/compare.js';
import { assumptionsOf, optionAssumptions } from '../notes/assumptions.js';
import { configuredAssumptions } from '../notes/cautions.js';
import type { LintOptions, LintResult, Report, UnreadableReport } from '../types.js';
import { settingsOf, whereaboutsOf } from './terms.js';

/**
 * A report as plain data that the codec takes. It lacks the pack, which thousands of plans share, and whatever
 * follows from the rest. Objects shared within the report stay shared.
 */
export type Portable = PortableReport | PortableUnreadable;

interface PortableReport extends Omit<Report, 'pack' | 'site' | 'assumptions' | 'options'> {
  readonly site: PortableSite;
  readonly located: readonly Located[];
}

interface PortableUnreadable extends UnreadableReport {
  readonly located: readonly Located[];
}

type PortableSite = Omit<Site, 'pack' | 'levels'> & { readonly levels: readonly PortableLevel[] };
type PortableLevel = Omit<Level, 'zones'> & { readonly zones: readonly PortableZone[] };

/** A zone whose kinds are ids of the pack instead of the pack's objects. */
type PortableZone = Omit<Zone, 'spec' | 'namedKind'> & {
  readonly spec: string | undefined;
  readonly namedKind: string | undefined;
};

/** Returns `result` made portable, with the source positions that were looked up. */
export function toPortable(result: LintResult): Portable {
  const located = result.files.map(locatedIn);
  if (!result.ok) return { ...result, located };
  const { pack: _pack, assumptions: _assumptions, options: _options, site, ...rest } = result;
  return { ...rest, site: withoutPack(site), located };
}

/**
 * Restores a report from plain data, for a run with `options` and their day. The caller guarantees that the verdicts
 * are the same on that day.
 */
export function fromPortable({ located, ...result }: Portable, options: LintOptions): LintResult {
  for (const [n, file] of result.files.entries()) remember(file, located[n]);
  if (!result.ok) return result;
  const { baseline: _, ...own } = options;
  const { today } = own;
  const settings = settingsOf(own, result.path, whereaboutsOf(result.site));
  const site = withPack(result.site, settings.pack);
  const said = assumptionsOf(site, today, [
    ...optionAssumptions(own),
    ...configuredAssumptions(settings, rules, site.pack),
  ]);
  const assumptions = result.baseline === undefined ? said : withBaseline(said, result.baseline);
  return { ...result, pack: site.pack, today, site, assumptions, options: own };
}

/** Options of linting as plain data: packs by their ids, several joined with `+`. */
export interface PortableOptions extends Omit<LintOptions, 'pack' | 'added'> {
  readonly pack?: string;
  readonly added?: string;
  /** Those of the packs that users wrote; absent if there are none. */
  readonly written?: readonly WrittenPack[];
}

/** Returns options as plain data. */
export function toPortableOptions({ pack, added, ...options }: LintOptions): PortableOptions {
  const written = [pack, added].flatMap((one) => (one === undefined ? [] : writtenIn(one)));
  return {
    ...options,
    ...(pack && { pack: pack.id }),
    ...(added && { added: added.id }),
    ...(written.length > 0 && { written }),
  };
}

/** Returns those packs of which `pack` is composed that users wrote, as plain data. */
export function writtenIn(pack: Pack): WrittenPack[] {
  return partsOf(pack).flatMap((part) => part.written ?? []);
}

/** Returns the options that plain data stands for, with the packs themselves, which all results of a run share. */
export function fromPortableOptions({ pack, added, written = [], ...options }: PortableOptions): LintOptions {
  return {
    ...options,
    ...(pack !== undefined && { pack: packAmong(pack, written) }),
    ...(added !== undefined && { added: packAmong(added, written) }),
  };
}

function remember(file: SourceFile, located: Located | undefined): void {
  if (located !== undefined) rememberLocated(file, located);
}

function withoutPack({ pack: _, levels, ...site }: Site): PortableSite {
  return {
    ...site,
    levels: levels.map(({ zones, ...level }) => ({
      ...level,
      zones: zones.map((zone) => ({ ...zone, spec: zone.spec?.id, namedKind: zone.namedKind?.id })),
    })),
  };
}

function withPack(site: PortableSite, pack: Pack): Site {
  const kinds = new Map(pack.zoneKinds.map((kind) => [kind.id, kind]));
  const kind = (id: string | undefined) => (id === undefined ? undefined : kinds.get(id));
  return {
    ...site,
    pack,
    levels: site.levels.map(({ zones, ...level }) => ({
      ...level,
      zones: zones.map((zone) => ({ ...zone, spec: kind(zone.spec), namedKind: kind(zone.namedKind) })),
    })),
  };
}
