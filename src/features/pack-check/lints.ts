// Steps 4 and 5: plans are linted by the pack and written in every format, and cite no other law.
import type { Locale, Localized } from '../../i18n/locale.js';
import { verbatim } from '../../i18n/locale.js';
import type { PackChoice } from '../../law/force.js';
import { lintPlan } from '../../lint/lint.js';
import type { Report } from '../../lint/types.js';
import { LOAD_FORMAT, REPORT_FORMATS, type ReportFormat } from '../../report/formats.gen.js';
import { rules } from '../../rules/registry.gen.js';
import { foreignCitations } from './citations.js';
import { t } from './texts.js';
import type { PackInput, Step, TrialPlan } from './types.js';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** Formats with the pages of all rules, which speak of the laws that come with sitecam. */
const WITH_PAGES: readonly ReportFormat[] = ['sarif', 'sarif-github'];

/**
 * Lints the plans by the pack alone and, if `withLaws`, beside the laws in force, and writes every report. Returns as problems
 * what crashed, and the citations of another law in reports by the pack alone.
 */
export async function lintSteps(input: PackInput): Promise<[lints: Step, citations: Step]> {
  const crashed: Localized[] = [];
  const foreign = new Map<string, Localized>();
  const { pack, withLaws = false } = input;
  const choices: readonly PackChoice[] = [{ pack }, ...(withLaws ? [{ added: pack }] : [])];
  for (const choice of choices) {
    for (const plan of input.plans) {
      const report = linted(choice, plan, input.today, crashed);
      if (report === undefined) continue;
      for (const format of REPORT_FORMATS) {
        for (const locale of LOCALES) {
          const text = await reported(report, format, locale, plan, input, crashed);
          if (choice.pack === undefined || text === undefined || WITH_PAGES.includes(format)) continue;
          for (const citation of foreignCitations(text, pack, allowed(report)))
            if (!foreign.has(citation) && !plan.text.includes(citation))
              foreign.set(citation, t.foreign({ plan: plan.name, format, citation }));
        }
      }
    }
  }
  return [
    { name: 'lints', problems: crashed, notes: [] },
    { name: 'citations', problems: [...foreign.values()], notes: [] },
  ];
}

/** Returns the texts that may name laws that the plan isn't judged by, and what the pack says of its text. */
function allowed({ cautions = [], pack }: Report): string[] {
  const { notice, incomplete, instruments } = pack;
  const versions = instruments.map(({ textVersion }) => textVersion);
  const texts = [
    ...cautions.map(({ text }) => text),
    notice,
    ...versions,
    ...(incomplete === undefined ? [] : [incomplete]),
  ];
  return texts.flatMap(({ zh, en }) => [zh, en]);
}

function linted(choice: PackChoice, plan: TrialPlan, today: string, crashed: Localized[]): Report | undefined {
  const bytes = new TextEncoder().encode(plan.text);
  try {
    const result = lintPlan(plan.name, () => bytes, { ...choice, today });
    if (result.ok) return result;
    const [first] = result.unreadable;
    crashed.push(t.crashed({ plan: plan.name, format: verbatim('lint'), error: first?.message ?? verbatim('') }));
  } catch (error) {
    crashed.push(t.crashed({ plan: plan.name, format: verbatim('lint'), error: verbatim(String(error)) }));
  }
  return undefined;
}

async function reported(
  report: Report,
  name: ReportFormat,
  locale: Locale,
  plan: TrialPlan,
  { today, loadGzip }: PackInput,
  crashed: Localized[],
): Promise<string | undefined> {
  try {
    const { format } = await LOAD_FORMAT[name]();
    const parts = await format.render(
      { tool: { name: 'sitecam', version: '' }, results: [report], rules, today },
      { locale, colour: false, quiet: false, verbose: true, width: 100_000, loadGzip },
    );
    return [...parts].join('');
  } catch (error) {
    crashed.push(t.crashed({ plan: plan.name, format: verbatim(name), error: verbatim(String(error)) }));
    return undefined;
  }
}
