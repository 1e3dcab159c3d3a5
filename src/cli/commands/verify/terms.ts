// Terms on which a report's plans are judged again.

import { configuredValue } from '../../../config/settings.js';
import type { PacksFrom, Undecidable } from '../../../features/verify/types.js';
import { requestedPack } from '../../../host/config/packs.js';
import type { Persona } from '../../../host/config/persona.js';
import { type PlanTerms, type TermFlags, termsFinder } from '../../../host/config/terms.js';
import type { Io } from '../../../host/io.js';
import { partsOf } from '../../../law/compose.js';
import { packIds } from '../../../law/load.js';
import { writtenIn } from '../../../lint/support/portable.js';
import type { RunFile, RunTerms } from '../../../report/run-block.js';

/** Terms given on the command line. They take precedence over those that a report records. */
export interface RequestedTerms extends TermFlags {
  readonly persona: Persona | undefined;
}

/** Terms on which a plan is judged again. */
interface AgainTerms extends PlanTerms {
  readonly packsFrom: PacksFrom;
  /** Files and packs that the report was made with and that can't be found now. */
  readonly missing: readonly Undecidable[];
}

/** The terms that one plan was judged on, as the run block of a submitted report records them. */
export interface RecordedTerms {
  /** Undefined for a plan that wasn't judged. */
  readonly terms: RunTerms | undefined;
  readonly baseline: RunFile | undefined;
}

/**
 * Returns the terms on which to judge a plan again: those of the command line, else those that its report records,
 * else those found beside the plan. `missing` lists the files and packs that the report was made with and that can't
 * be found now.
 *
 * @param recorded undefined if the report has no run block
 * @param world reads `plan` and other files by the names that the report has for them (`asRecorded`)
 */
export function termsAgain(
  asked: RequestedTerms,
  recorded: RecordedTerms | undefined,
  plan: string,
  world: Io,
): AgainTerms {
  const { configuration, noCatalogue, noWaivers, reviewer, exit } = recorded?.terms ?? {};
  const persona = asked.persona ?? (reviewer === true ? 'reviewer' : 'designer');
  const reviewed = persona === 'reviewer';
  const packs = recorded?.terms?.packs.map(({ id }) => id);
  const onlyPacks = asked.onlyPacks ?? againPacks(asked, packs, world);
  const config = asked.config ?? (configuration?.length === 0 && !reviewed ? false : undefined);
  const waivers = asked.waivers ?? (noWaivers === true && !reviewed ? false : undefined);
  const given = typeof asked.baseline === 'string' ? world.shown(asked.baseline) : asked.baseline;
  const baseline = given ?? (recorded?.baseline === undefined ? false : undefined);
  // Where the report has no caution about failOn: never, the command line said something else.
  const failOn = asked.failOn ?? (recorded !== undefined && exit !== true ? 'error' : undefined);
  const flags: TermFlags = {
    ...(asked.limit && { limit: asked.limit }),
    ...(asked.root && { root: asked.root }),
    ...(asked.pack && { pack: onlyPacks === undefined ? asked.pack : unrecorded(asked, packs, world) }),
    ...(onlyPacks && { onlyPacks }),
    ...(config !== undefined && { config }),
    ...(waivers !== undefined && { waivers }),
    ...(asked.decisions !== undefined && { decisions: asked.decisions }),
    ...(baseline !== undefined && { baseline }),
    ...(failOn !== undefined && { failOn }),
    ...(noCatalogue === true && { catalogue: false }),
  };
  const terms = termsFinder(flags, persona, world)(plan);
  const { configuration: layers } = terms.options;
  const inLayers =
    layers !== undefined && (['packs', 'onlyPacks'] as const).some((key) => configuredValue(layers, key) !== undefined);
  const isTold = asked.pack !== undefined || asked.onlyPacks !== undefined || packs !== undefined;
  const packsFrom = isTold ? 'told' : inLayers ? 'configuration' : 'default';
  return { ...terms, packsFrom, missing: [...missingIn(terms, recorded, plan), ...packsMissing(terms, asked, packs)] };
}

/**
 * Returns the packs that the report is by, as ids and paths, in its order. Undefined if it records none, or one that
 * others wrote whose file the command line doesn't name: a configuration may.
 */
function againPacks(asked: RequestedTerms, recorded: readonly string[] | undefined, world: Io): string[] | undefined {
  if (recorded === undefined) return undefined;
  const given = requestedPack(asked, world);
  const files = new Map((given === undefined ? [] : writtenIn(given)).map(({ path, files: { id } }) => [id, path]));
  const named = recorded.map((id) => (packIds.includes(id) ? id : files.get(id)));
  return named.every((one) => one !== undefined) ? named : undefined;
}

/** Returns the packs of `--pack` that the report doesn't record: with them, other laws judge than the report says. */
function unrecorded(asked: RequestedTerms, recorded: readonly string[] = [], world: Io): string[] {
  const given = requestedPack(asked, world);
  const others = given === undefined ? [] : partsOf(given).filter(({ id }) => !recorded.includes(id));
  return others.map(({ id, written }) => written?.path ?? id);
}

/** Packs that the report is by, where neither the command line nor a configuration says which files they are. */
function packsMissing(
  { options }: PlanTerms,
  { pack, onlyPacks }: RequestedTerms,
  recorded: readonly string[] = [],
): Undecidable[] {
  if (pack !== undefined || onlyPacks !== undefined) return [];
  const named = [options.pack, options.added].flatMap((one) => (one === undefined ? [] : partsOf(one)));
  const known = new Set([...packIds, ...named.map(({ id }) => id)]);
  return recorded.filter((id) => !known.has(id)).map((id) => ({ kind: 'pack', id }));
}

function missingIn(terms: PlanTerms, recorded: RecordedTerms | undefined, plan: string): Undecidable[] {
  const [file]: readonly RunFile[] = recorded?.terms?.configuration ?? [];
  const base = recorded?.baseline;
  const decisions = recorded?.terms?.decisions;
  return [
    ...(decisions !== undefined && terms.options.decisions === undefined
      ? [{ kind: 'decisions' as const, path: decisions.path, plan }]
      : []),
    ...(file !== undefined && terms.options.configuration === undefined
      ? [{ kind: 'configuration' as const, path: file.path, plan }]
      : []),
    ...(base !== undefined && terms.baseline === undefined
      ? [{ kind: 'baseline' as const, path: base.path, plan }]
      : []),
  ];
}
