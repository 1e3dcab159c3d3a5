import type { RuleContext } from '../../../src/facts/context.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { loadPack } from '../../../src/law/load.js';
import { judge } from '../../../src/lint/lint.js';
import type { LintVerdict } from '../../../src/lint/types.js';
import type { Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { rules } from '../../../src/rules/registry.gen.js';
import type { Rule } from '../../../src/rules/rule.js';
import type { Statement } from '../../../src/rules/verdict.js';
import { createSight } from '../../../src/sight/sight.js';
import type { Sight } from '../../../src/sight/types.js';
import { messageText } from '../../support/message-text.js';

export const TODAY = '2026-06-30';

/** A site of one level, from the elements' YAML flow mappings, by a law. */
export function site(
  categories: string,
  parts: {
    readonly zones: readonly string[];
    readonly walls?: readonly string[];
    readonly openings?: readonly string[];
    readonly devices?: readonly string[];
  },
  law = 'nm-2017',
): Site {
  const list = (name: string, items: readonly string[] = []) =>
    items.length === 0 ? '' : `    ${name}:\n${items.map((item) => `      - {${item}}\n`).join('')}`;
  const text = `sitecam: 1
site: {name: 示例, categories: [${categories}], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
${list('zones', parts.zones)}${list('walls', parts.walls)}${list('openings', parts.openings)}${list('devices', parts.devices)}`;
  const bytes = new TextEncoder().encode(text);
  const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), {
    pack: loadPack(law),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

/** What one rule says of the site. */
export function saidBy(rule: Rule, plan: Site): readonly Statement[] {
  return rule.check({ site: plan, sight: createSight(plan), pack: plan.pack, today: TODAY });
}

/** What all rules say of the site, less what doesn't apply. */
export function verdicts(plan: Site): LintVerdict[] {
  return judge(plan, { today: TODAY, rules }).verdicts.filter(({ outcome }) => outcome !== 'notApplicable');
}

/** What is said of a verdict: the fact, and what follows by the clauses. */
export function text({ rule, message, says }: LintVerdict, locale: Locale = 'zh-CN'): string {
  return [message, ...says].map((part) => messageText(rules, rule, part, locale)).join(locale === 'en' ? ' ' : '');
}

export function advice(verdict: LintVerdict, locale: Locale = 'zh-CN'): string {
  return verdict.advice === undefined ? '' : messageText(rules, verdict.rule, verdict.advice, locale);
}

/** A context in which `reach` answers as given, whatever the geometry: any zone of the device's level may be seen. */
export function seeing(plan: Site, reach: Sight['reach']): RuleContext {
  const within: Sight['within'] = (device, level) =>
    device.level === level ? (plan.levels.find(({ id }) => id === level)?.zones ?? []) : [];
  return { site: plan, sight: { ...createSight(plan), reach, within }, pack: plan.pack, today: TODAY };
}

export const CORRIDOR = 'id: hall, kind: corridor, name: 走廊, rect: [0, 5, 12, 4]';
export const CAMERA =
  'id: C1, kind: camera, at: [1.5, 8.8], height: 2.8, heading: 180, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none';

export function room(kind: string, name: string): string {
  return `id: room, kind: ${kind}, name: ${name}, rect: [0, 0, 4, 5]`;
}

export function opening(kind: string, more = ''): string {
  return `id: o1, kind: ${kind}, line: [[1, 5], [2, 5]]${more}`;
}
