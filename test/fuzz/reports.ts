import { Ajv } from 'ajv';
import inspectSchema from '../../schemas/inspect-1.schema.json' with { type: 'json' };
import reportSchema from '../../schemas/report-2.schema.json' with { type: 'json' };
import { render } from '../../src/cli/output/formats.js';
import { drawingOf } from '../../src/draw/model.js';
import { svgOf } from '../../src/draw/svg.js';
import { surveyDocument } from '../../src/features/inspect/document.js';
import { surveyRecord } from '../../src/features/inspect/json.js';
import { surveyOf } from '../../src/features/inspect/survey.js';
import { reportView } from '../../src/findings/view.js';
import type { Locale } from '../../src/i18n/locale.js';
import { fixesFor } from '../../src/lint/fixes/fixes.js';
import type { LintResult, Report, ReportInput } from '../../src/lint/types.js';
import { writeTerminal } from '../../src/render/writers/terminal.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { renderJson } from '../../src/report/json/json.js';
import { rules } from '../../src/rules/registry.gen.js';
import { TODAY } from './lint.js';

const ajv = new Ajv({ strict: false });
const isReport = ajv.compile(reportSchema);
const isSurvey = ajv.compile(inspectSchema);

/** What a number or a thing that went wrong looks like in a text; no plan that is drawn here says any of it. */
const NONSENSE = /NaN|Infinity|(?<! is )\bundefined\b|\[object |-0\.0+\b(?![\d…])/;

function inputOf(results: readonly LintResult[]): ReportInput {
  return { tool: { name: 'sitecam', version: '0.1.0' }, results, rules, today: TODAY };
}

function nonsense(what: string, text: string): string | undefined {
  const found = NONSENSE.exec(text);
  return found === null ? undefined : `${what}: ${text.slice(Math.max(0, found.index - 80), found.index + 40)}`;
}

/** What is wrong with the JSON report of some plans: not by its schema, or with a number that is none. */
export function jsonFault(results: readonly LintResult[], locale: Locale): string | undefined {
  const text = renderJson(inputOf(results), { locale });
  if (isReport(JSON.parse(text))) return nonsense('json', text);
  const [first] = isReport.errors ?? [];
  return `json: ${first?.instancePath} ${first?.message}`;
}

/** What is wrong with any format, drawing or survey of a plan. */
export async function formatFault(result: LintResult, locale: Locale): Promise<string | undefined> {
  const input = inputOf([result]);
  const options = { locale, colour: false, quiet: false, verbose: true, width: 100 };
  for (const name of REPORT_FORMATS) {
    const text = [...(await render(name, input, options))].join('');
    const wrong = nonsense(name, name.endsWith('html') ? withoutCode(text) : text);
    if (wrong !== undefined) return wrong;
  }
  if (!result.ok) return undefined;
  for (const { id } of result.site.levels) {
    const wrong = nonsense('svg', svgOf(drawingOf(result, id), { locale }));
    if (wrong !== undefined) return wrong;
  }
  return surveyFault(result, input, locale);
}

/** The page's own code speaks of undefined, and a hash of it may spell NaN. */
function withoutCode(html: string): string {
  return html.replace(/<script(?![^>]*json)[^>]*>.*?<\/script>|&#39;sha256-[\w+/=]+&#39;/gs, '');
}

function surveyFault(result: Report, input: ReportInput, locale: Locale): string | undefined {
  const survey = surveyOf(result, undefined);
  const view = reportView(input);
  const record: unknown = JSON.parse(JSON.stringify(surveyRecord(survey, result, { view, tool: '0.1.0' })));
  if (!isSurvey(record)) return `inspect: ${isSurvey.errors?.[0]?.instancePath} ${isSurvey.errors?.[0]?.message}`;
  const text = writeTerminal([surveyDocument({ survey, report: result, view }, true)], {
    locale,
    colour: false,
    width: 100,
  });
  return nonsense('inspect', text);
}

/** What is wrong with the edits that are offered: they are proved, so that asking for them never fails. */
export function fixesFault(result: Report): string | undefined {
  return jsonFault([{ ...result, fixes: fixesFor(result) }], 'en');
}
