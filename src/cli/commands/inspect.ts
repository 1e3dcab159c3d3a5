import { surveyRecord } from '../../features/inspect/report/json.js';
import { surveyText } from '../../features/inspect/report/text.js';
import { surveyOf } from '../../features/inspect/survey.js';
import { reportView } from '../../findings/view.js';
import { dayOf } from '../../host/config/day.js';
import type { ReadFlags } from '../../host/config/limits.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { INSPECT_FORMATS } from '../output/inspect-formats.js';
import { planLinter } from '../plan-linter.js';

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
  const linted = planLinter(flags, today, io, locale)(plan);
  if (linted === undefined) return 3;
  const { report, input } = linted;
  const survey = surveyOf(report, levelOf(report, flags.level));
  if (format === 'json') {
    const views = { zh: reportView(input, 'zh-CN'), en: reportView(input, 'en') };
    io.out(`${JSON.stringify(surveyRecord(survey, report, { views, tool: version() }), null, 2)}\n`);
  } else {
    const view = reportView(input, locale);
    const colour = wantsColour(undefined, io);
    io.out(surveyText(survey, report, view, { colour, width: io.columns, openings: flags.openings === true }));
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
