import type { RuleContext } from '../../../src/facts/context.js';
import { countedList } from '../../../src/i18n/list.js';
import { render } from '../../../src/i18n/locale.js';
import { renderMessage } from '../../../src/i18n/message.js';
import { loadPack } from '../../../src/law/load.js';
import { cite } from '../../../src/law/lookup.js';
import type { Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import type { Rule } from '../../../src/rules/rule.js';
import type { Statement } from '../../../src/rules/verdict.js';
import { createSight } from '../../../src/sight/sight.js';
import type { Coverage } from '../../../src/sight/types.js';

const pack = loadPack('nm-2017');

export function siteFrom(yaml: string): Site {
  const bytes = new TextEncoder().encode(yaml);
  const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

/** One level, one zone of 6 × 4 m, and what the test is about. */
export function planOf(categories: string, zone: string, devices: readonly string[] = []): string {
  return [
    'sitecam: 1',
    `site: {name: 某单位, categories: [${categories}]}`,
    'coordinates: metres',
    'levels:',
    '  - id: F1',
    '    ceiling: 3',
    '    zones:',
    `      - {id: z1, ${zone}, rect: [0, 0, 6, 4]}`,
    ...(devices.length === 0 ? [] : ['    devices:', ...devices.map((device) => `      - ${device}`)]),
    '',
  ].join('\n');
}

/** What `rule` says of `subject` on the plan; `measured` replaces parts of what sight measures. */
export function verdict(rule: Rule, yaml: string, subject: string, measured: Partial<Coverage> = {}): Statement {
  const site = siteFrom(yaml);
  const sight = createSight(site);
  const context: RuleContext = {
    site,
    pack,
    today: '2026-06-30',
    sight: { ...sight, coverage: (...asked) => ({ ...sight.coverage(...asked), ...measured }) },
  };
  const found = rule.check(context).find((statement) => statement.subject === subject);
  if (found === undefined) throw new Error(`nothing is said of '${subject}'`);
  return found;
}

/** The fact and what follows from it by the statement's own clauses. */
export function textOf(rule: Rule, { message, says, clauses }: Statement, locale: 'zh-CN' | 'en' = 'zh-CN'): string {
  const fact = renderMessage(rule.messages, message, locale);
  const leads = countedList(clauses.map((clause) => cite(pack, clause)));
  return says === undefined ? fact : `${fact}${locale === 'en' ? ' ' : ''}${render(says(leads), locale)}`;
}

export function adviceOf(rule: Rule, { advice }: Statement): string | undefined {
  return advice && renderMessage(rule.messages, advice, 'zh-CN');
}
