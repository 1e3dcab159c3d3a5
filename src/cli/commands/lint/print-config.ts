// `lint --print-config`: prints a plan's configuration and its sources.
import { printedConfig } from '../../../config/print.js';
import { configuredValue } from '../../../config/settings.js';
import type { Persona } from '../../../host/config/persona.js';
import { type TermFlags, termsFinder } from '../../../host/config/terms.js';
import type { ExitCode, Io } from '../../../host/io.js';
import { nearestPath } from '../../../host/plans/missing.js';
import { readerOf } from '../../../host/plans/select.js';
import type { Locale } from '../../../i18n/locale.js';
import { regionFault } from '../../../lint/region.js';
import { settingsOf, whereaboutsOf } from '../../../lint/support/terms.js';
import { readPlan } from '../../../plan/read/read.js';
import { rules } from '../../../rules/registry.gen.js';

/**
 * Prints the configuration that applies to `plan`, each value with its source. Lints nothing. Returns 0; 3 if `plan`
 * is no file.
 *
 * @param persona for whom the plan would be judged: a reviewer takes no configuration from the plan's folder
 */
export function printConfig(
  plan: string,
  { today, ...flags }: TermFlags & { readonly today: string },
  persona: Persona,
  io: Io,
  locale: Locale,
): ExitCode {
  if (io.kind(plan) !== 'file') {
    const hint = nearestPath(plan, io);
    io.err(
      locale === 'en'
        ? `sitecam: '${plan}' is no file${hint.en}.\n`
        : `sitecam：“${plan}”不是文件，或者不存在${hint.zh}。\n`,
    );
    return 3;
  }
  const { options: terms, failOn, baseline, named, region } = termsFinder(flags, persona, io)(plan);
  const options = { ...terms, today, ...(region === 'checked' && { regionChecked: true as const }) };
  const { configuration, waivers = [], catalogues } = options;
  const read = readPlan(io.shown(plan), readerOf({ path: io.shown(plan) }, io, options), {
    ...options,
    pack: ({ region, categories }) => settingsOf(options, plan, { region, categories }).pack,
  });
  const whereabouts = read.ok ? whereaboutsOf(read.site) : undefined;
  // The command line's come first.
  const given = named.added.slice(0, flags.pack?.length ?? 0);
  const from = <K extends 'packs' | 'onlyPacks' | 'failOn' | 'baseline'>(key: K, flag: unknown) =>
    flag === undefined && configuration !== undefined ? configuredValue(configuration, key)?.place : undefined;
  const place = (at: ReturnType<typeof from>) => (at === undefined ? {} : { place: at });
  io.out(
    printedConfig(
      {
        plan: io.shown(plan),
        settings: settingsOf(options, plan, whereabouts ?? { region: undefined, categories: [] }),
        rules,
        packs: [
          { value: given },
          { value: named.added.filter((pack) => !given.includes(pack)), ...place(from('packs', undefined)) },
        ],
        onlyPacks: [{ value: named.only, ...place(from('onlyPacks', flags.onlyPacks)) }],
        failOn: { value: failOn, ...place(from('failOn', flags.failOn)) },
        baseline: baseline === undefined ? undefined : { value: baseline, ...place(from('baseline', flags.baseline)) },
        waivers: waivers.map(({ file }) => file.path),
        catalogue: (catalogues?.files ?? []).map(({ file }) => file.path),
        categories: whereabouts?.categories,
        unjudged: read.ok && regionFault(read.site, options) !== undefined,
        given: new Set(
          Object.entries({ ...flags, packs: flags.pack }).flatMap(([key, value]) => (value === undefined ? [] : [key])),
        ),
      },
      locale,
    ),
  );
  return 0;
}
