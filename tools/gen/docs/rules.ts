// The pages of rules: an index, and a page each with an anchor per message. `sitecam explain` prints a page without its messages.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rulePage } from '../../../src/features/explain/rule-page.js';
import { rulesTable } from '../../../src/features/explain/rules-table.js';
import { type Locale, render } from '../../../src/i18n/locale.js';
import { compose } from '../../../src/law/compose.js';
import { allPacks } from '../../../src/law/load.js';
import { writeMarkdown } from '../../../src/render/writers/markdown.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { applicablePack, type Rule } from '../../../src/rules/rule.js';
import type { Product } from '../product.js';
import { LOCALES, page, plainText, sayIn } from './page.js';

export const rulePages: Product = {
  name: 'docs-rules',
  folders: LOCALES.map((locale) => `docs/${locale}/rules`),
  run: async () =>
    new Map(
      LOCALES.flatMap((locale) => [
        [`docs/${locale}/rules.md`, index(locale)] as const,
        ...rules.map((rule) => [`docs/${locale}/rules/${rule.id}.md`, pageOf(rule, locale)] as const),
      ]),
    ),
};

function index(locale: Locale): string {
  const t = sayIn(locale);
  return page([
    `# ${t('规则', 'Rules')}`,
    t(
      '“须改正”级的规则不符合或者待补充，以 1 退出；“提示”级的只在 `--fail-on warning` 时计入（见 [CI](ci.md#退出码)）。级别可以[配置](config.md#配置)。每条规则的页面也可离线查看：`sitecam explain capture/view-into-private-zone`。',
      'A rule of level error makes exit code 1 where something fails or is open; one of level warning only with `--fail-on warning` (see [CI](ci.md#exit-codes)). Levels can be [configured](config.md#configuration). Offline, `sitecam explain capture/view-into-private-zone` prints the page of a rule.',
    ),
    linked(writeMarkdown([rulesTable(rules, compose(allPacks()))], { locale }).trimEnd(), 'rules/'),
  ]);
}

/**
 * Messages that have another id now: `RULE#OLD` → the new id. The old anchor leads to the new message, since reports that
 * were given to people link to it.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'capture/mobile-device#and': 'by',
  'plan/device-name-mismatch#none': 'several',
  'signs/approach#noneExisting': 'none',
  'signs/approach#noneWhere': 'none',
  'project/stated#state': 'none',
  'plan/unzoned-device#outside': 'hole',
  'capture/device-in-private-zone#unsettled': 'noZoneYet',
  'capture/device-in-private-zone#settleKind': 'noZoneYet',
  'capture/view-into-private-zone#unsettled': 'noZoneYet',
  'capture/view-into-private-zone#settleKind': 'noZoneYet',
  'capture/device-in-private-zone#insideExisting': 'inside',
  'capture/device-in-private-zone#insideExistingVideo': 'inside',
  'capture/device-in-private-zone#insideReview': 'inside',
  'capture/device-in-private-zone#nearExisting': 'near',
  'capture/view-into-private-zone#standing': 'seen',
  'capture/view-into-private-zone#standingPunished': 'seen',
  'capture/view-into-private-zone#standingExisting': 'seen',
  'capture/view-into-private-zone#standingExistingPunished': 'seen',
  'capture/view-into-private-zone#glazing': 'seen',
  'capture/view-into-private-zone#glazingPunished': 'seen',
  'capture/view-into-private-zone#information': 'seen',
  'capture/view-into-private-zone#informationUnpunished': 'seen',
  'capture/view-into-private-zone#anchor': 'seen',
  'capture/view-into-private-zone#anchorUnpunished': 'seen',
  'capture/view-into-private-zone#closed': 'seen',
  'capture/view-into-private-zone#doubtful': 'seen',
  'capture/view-into-private-zone#coarse': 'seen',
};

function pageOf(rule: Rule, locale: Locale): string {
  const t = sayIn(locale);
  const { title, blocks } = rulePage(rule, applicablePack(rule, allPacks()));
  const text = page([
    linked(writeMarkdown([{ title, blocks }], { locale }).trimEnd(), '../', rule.id),
    `## ${t('报告中的用语', 'Messages')}`,
    t('花括号处填入图中的名称和数值。', 'Names and figures of the plan take the place of braces.'),
    ...Object.entries(rule.messages).flatMap(([id, message]) => [
      ...[id, ...oldIds(rule, id)].map((anchor) => `<a id="${anchor}"></a>`),
      `### \`${id}\``,
      plainText(render(message, locale)).replace(/\{\w+\|[^|}]*\|([^}]*)\}/g, '$1'),
    ]),
    `[${t('全部规则', 'All rules')}](../../rules.md)`,
  ]);
  keepAnchors(text, `docs/${locale}/rules/${rule.id}.md`);
  return text;
}

function oldIds(rule: Rule, id: string): string[] {
  const prefix = `${rule.id}#`;
  return Object.entries(RENAMED).flatMap(([old, now]) =>
    now === id && old.startsWith(prefix) ? [old.slice(prefix.length)] : [],
  );
}

/** Throws where `text` has lost an anchor that the committed page at `path` has; nobody links to what isn't committed. */
function keepAnchors(text: string, path: string): void {
  if (!existsSync(path)) return;
  const lostOf = (before: string) =>
    (before.match(/<a id="[^"]+"><\/a>/g) ?? []).filter((anchor) => !text.includes(anchor));
  if (lostOf(readFileSync(path, 'utf8')).length === 0) return;
  const lost = lostOf(spawnSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' }).stdout ?? '');
  if (lost.length > 0) throw new Error(`${path} loses ${lost.join(', ')}: say in RENAMED what each is called now`);
}

/** Links the ids of rules other than `own` to their pages, which are in `folder`; not those in code. */
function linked(text: string, folder: string, own?: string): string {
  const others = new Set(rules.map(({ id }) => id).filter((id) => id !== own));
  return text
    .split(/^(```[\s\S]*?^```)$/m)
    .map((part) =>
      part.startsWith('```')
        ? part
        : part.replace(/(?<!\[)`([a-z]+\/[a-z-]+)`/g, (all, id: string) =>
            others.has(id) ? `[${all}](${folder}${id}.md)` : all,
          ),
    )
    .join('');
}
