import { surveyRecord } from '../../features/inspect/report/json.js';
import { surveyText } from '../../features/inspect/report/text.js';
import { surveyOf } from '../../features/inspect/survey.js';
import { reportView } from '../../findings/view.js';
import { checkRegion, lintOne } from '../../host/batch/lint-one.js';
import { dayOf } from '../../host/config/day.js';
import type { ReadFlags } from '../../host/config/limits.js';
import { termsFinder } from '../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { renderTerminal } from '../../report/terminal/terminal.js';
import { rules } from '../../rules/index.js';
import { INSPECT_FORMATS } from '../output/inspect-formats.js';

export interface InspectFlags extends ReadFlags {
  readonly format: string;
  readonly level?: string;
  readonly openings?: true;
  readonly config?: string | false;
  readonly waivers?: string | false;
  readonly today?: string;
  readonly pack?: readonly string[];
}

/** A first look at a plan: what is in it, what hangs together, what it doesn't say; 0, or 3 where it can't be read. */
export function inspect(plan: string, flags: InspectFlags, io: Io, locale: Locale): ExitCode {
  const format = oneOf(flags.format, INSPECT_FORMATS, { zh: '--format 的取值', en: '--format' });
  const today = dayOf(flags.today, io);
  const { options, region } = termsFinder(flags, 'designer', io)(plan === '-' ? 'stdin.yaml' : plan);
  const result = lintOne(plan, io, { ...options, today });
  const input = { tool: { name: 'sitecam' as const, version: version() }, results: [result], rules, today };
  const colour = wantsColour(undefined, io);
  if (!result.ok) {
    io.err(renderTerminal(input, { locale, colour, quiet: false, verbose: false, width: io.columns }));
    return 3;
  }
  if (region === 'checked') checkRegion(result.site.region, options.pack, result.path);
  const survey = surveyOf(result, levelOf(result, flags.level));
  if (format === 'json') {
    const views = { zh: reportView(input, 'zh-CN'), en: reportView(input, 'en') };
    io.out(`${JSON.stringify(surveyRecord(survey, result, { views, tool: version() }), null, 2)}\n`);
  } else {
    const view = reportView(input, locale);
    io.out(surveyText(survey, result, view, { colour, width: io.columns, openings: flags.openings === true }));
  }
  return 0;
}

function levelOf({ site }: Report, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  return oneOf(
    asked,
    site.levels.map(({ id }) => id),
    { zh: '楼层', en: 'level' },
  );
}
