// Terms on which a report's plans are judged again.

import { configuredValue } from '../../../config/settings.js';
import type { PacksFrom, Undecidable } from '../../../features/verify/types.js';
import type { Persona } from '../../../host/config/persona.js';
import { type PlanTerms, type TermFlags, termsFinder } from '../../../host/config/terms.js';
import type { Io } from '../../../host/io.js';
import { packIds } from '../../../law/load.js';
import { packHashes } from '../../../lint/support/pack-hash.js';
import type { RunFile, RunTerms } from '../../../report/run-block.js';

/** Terms given on the command line. They take precedence over those that a report records. */
export interface RequestedTerms extends TermFlags {
  readonly persona: Persona | undefined;
}

/** Terms on which a plan is judged again. */
interface AgainTerms extends PlanTerms {
  readonly packsFrom: PacksFrom;
  /** What the report was made with and isn't there. */
  readonly missing: readonly Undecidable[];
}

/** Terms of one plan as a run block records them. */
export interface RecordedTerms {
  /** Undefined for a plan that wasn't judged. */
  readonly terms: RunTerms | undefined;
  readonly baseline: RunFile | undefined;
}

/**
 * Returns the terms on which a plan was judged, as far as its report records them, with files named as the report does.
 *
 * @param recorded undefined if the report has no run block
 */
export function termsAgain(
  asked: RequestedTerms,
  recorded: RecordedTerms | undefined,
  plan: string,
  world: Io,
): AgainTerms {
  const { configuration, noWaivers, reviewer, exit } = recorded?.terms ?? {};
  const persona = asked.persona ?? (reviewer === true ? 'reviewer' : 'designer');
  const reviewed = persona === 'reviewer';
  const packs = recorded?.terms?.packs.map(({ id }) => id);
  // A pack that others wrote is known by its file alone, which the command line or the configuration names.
  const pack = asked.pack ?? (packs?.every((id) => packIds.includes(id)) === true ? packs : undefined);
  const config = asked.config ?? (configuration?.length === 0 && !reviewed ? false : undefined);
  const waivers = asked.waivers ?? (noWaivers === true && !reviewed ? false : undefined);
  const given = typeof asked.baseline === 'string' ? world.shown(asked.baseline) : asked.baseline;
  const baseline = given ?? (recorded?.baseline === undefined ? false : undefined);
  // Where the report has no caution about failOn: never, the command line said something else.
  const failOn = asked.failOn ?? (recorded !== undefined && exit !== true ? 'error' : undefined);
  const flags: TermFlags = {
    ...(asked.limit && { limit: asked.limit }),
    ...(asked.root && { root: asked.root }),
    ...(pack && { pack }),
    ...(config !== undefined && { config }),
    ...(waivers !== undefined && { waivers }),
    ...(baseline !== undefined && { baseline }),
    ...(failOn !== undefined && { failOn }),
  };
  const terms = termsFinder(flags, persona, world)(plan);
  const { configuration: layers } = terms.options;
  const inLayers = layers !== undefined && configuredValue(layers, 'pack') !== undefined;
  const packsFrom = asked.pack !== undefined || packs !== undefined ? 'told' : inLayers ? 'configuration' : 'default';
  return { ...terms, packsFrom, missing: [...missingIn(terms, recorded, plan), ...packsMissing(terms, asked, packs)] };
}

/** Packs that the report is by, where neither the command line nor a configuration says which files they are. */
function packsMissing(
  { options }: PlanTerms,
  { pack }: RequestedTerms,
  recorded: readonly string[] = [],
): Undecidable[] {
  if (pack !== undefined) return [];
  const known = new Set(packHashes(options.pack).map(({ id }) => id));
  return recorded.filter((id) => !known.has(id)).map((id) => ({ kind: 'pack', id }));
}

function missingIn(terms: PlanTerms, recorded: RecordedTerms | undefined, plan: string): Undecidable[] {
  const [file]: readonly RunFile[] = recorded?.terms?.configuration ?? [];
  const base = recorded?.baseline;
  return [
    ...(file !== undefined && terms.options.configuration === undefined
      ? [{ kind: 'configuration' as const, path: file.path, plan }]
      : []),
    ...(base !== undefined && terms.baseline === undefined
      ? [{ kind: 'baseline' as const, path: base.path, plan }]
      : []),
  ];
}
