import type { ReportInput } from '../engine/types.js';
import { inLocale, type Locale } from '../i18n/locale.js';
import { plainText } from './escape.js';
import { log, writerOf } from './sarif/log.js';
import { recordResult } from './sarif/result.js';
import { headline } from './tally.js';

/** The full record in SARIF 2.1.0: every verdict a result, the law as taxonomies, waivers as suppressions. */
export function renderSarif(input: ReportInput, { locale }: { readonly locale: Locale }): string {
  const writer = writerOf(input, locale);
  const { components } = writer.taxonomies;
  const results = input.results.flatMap((result) =>
    result.ok ? result.verdicts.map((verdict) => recordResult(verdict, result, writer)) : [],
  );
  const plans = input.results.flatMap((result) =>
    result.ok
      ? [
          {
            plan: plainText(result.path),
            site: plainText(result.site.name),
            pack: result.pack.id,
            headline: headline(result, locale),
            counts: result.summary,
            notice: inLocale(result.pack.notice, locale),
            assumptions: result.assumptions.map(({ what, value, origin }) => ({
              what: plainText(inLocale(what, locale)),
              value: plainText(inLocale(value, locale)),
              origin,
            })),
          },
        ]
      : [],
  );
  return log(writer, results, {
    ...(components.length === 0 ? {} : { taxonomies: [...components] }),
    properties: { today: input.today, plans },
  });
}
