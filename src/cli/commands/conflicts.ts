import { canTurn, conflictsOf } from '../../features/conflicts/find.js';
import { conflictsRecord } from '../../features/conflicts/report/json.js';
import { roseSvg } from '../../features/conflicts/report/rose.js';
import { conflictsMarkdown, conflictsText, type PlanConflicts } from '../../features/conflicts/report/text.js';
import { dayOf } from '../../host/config/day.js';
import type { TermFlags } from '../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { safe, stem } from '../../host/plans/stem.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { CONFLICT_FORMATS } from '../output/conflict-formats.js';
import { planLinter } from '../plan-linter.js';

export interface ConflictsFlags extends TermFlags {
  readonly format: string;
  readonly draw?: string;
  readonly verify?: true;
  readonly today?: string;
  readonly lang?: string;
}

/**
 * Where must-watch and must-not-see meet in plans, and whether a pose does both: 0 where each camera has one, 1 where one
 * has none or it isn't decided, 3 where a plan can't be read.
 */
export async function conflicts(
  plans: readonly string[],
  flags: ConflictsFlags,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const format = oneOf(flags.format, CONFLICT_FORMATS, { zh: '--format 的取值', en: '--format' });
  const today = dayOf(flags.today, io);
  const lint = planLinter(flags, today, io, locale);
  const found: PlanConflicts[] = [];
  let code: ExitCode = 0;
  for (const plan of plans) {
    const report = lint(plan)?.report;
    if (report === undefined) {
      code = 3;
      continue;
    }
    const own = conflictsOf(report);
    if (code === 0 && own.some(({ answer }) => answer.is !== 'pose')) code = 1;
    const drawings = flags.draw === undefined ? new Map<string, string>() : await drawn(report, own, plan, flags, io);
    const beside = { tainted: taintedIn(report), free: canTurn(report, own) };
    found.push({ report, conflicts: own, ...beside, drawings });
  }
  const tool = version();
  // What is for programs or for keeping is in Chinese unless asked otherwise.
  const fileLocale: Locale = flags.lang === 'en' ? 'en' : 'zh-CN';
  if (format === 'json')
    io.out(`${JSON.stringify(conflictsRecord(found, tool, today), null, 2)}
`);
  else if (format === 'markdown') io.out(found.map((one) => conflictsMarkdown(one, fileLocale)).join('\n'));
  else {
    const shown = { colour: wantsColour(undefined, io), width: io.columns };
    io.out(found.map((one) => conflictsText(one, locale, shown)).join('\n'));
  }
  return code;
}

function taintedIn({ verdicts }: Report): number {
  return verdicts.filter(({ rule, tainted, subject }) => {
    const about = rule === 'capture/view-into-private-zone' || rule === 'capture/device-in-private-zone';
    return about && tainted !== undefined && subject.includes('>');
  }).length;
}

/** One drawing for each camera that turns, by its id. */
async function drawn(
  report: Report,
  own: PlanConflicts['conflicts'],
  plan: string,
  { draw, lang }: ConflictsFlags,
  io: Io,
): Promise<Map<string, string>> {
  const folder = draw === undefined || draw === '' ? '' : `${draw.replace(/[/\\]+$/, '')}/`;
  const files = new Map<string, string>();
  await io.together(async () => {
    for (const conflict of own) {
      const svg = roseSvg(report, conflict, lang === 'en' ? 'en' : 'zh-CN');
      if (svg === undefined) continue;
      const file = `${folder}${stem(plan)}-${safe(conflict.device.id)}.svg`;
      await io.write(file, svg);
      files.set(conflict.device.id, io.shown(file));
    }
  });
  return files;
}
