// The result of a verification in words, for people.
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { quote } from '../../i18n/list.js';
import { inLocale, type Locale, type Localized, say } from '../../i18n/locale.js';
import { plainText } from '../../render/escape.js';
import type { Outcome } from '../../rules/verdict.js';
import {
  holdsHashes,
  type PacksFrom,
  type ReportDifference,
  type Undecidable,
  type ValueChange,
  type VerdictName,
} from './types.js';
import { answerOf, type Verified } from './verified.js';

/** Number of characters shown of a value, and of those before the first in which two differ. */
const [SHOWN, BEFORE] = [60, 16];

/** Number of changes shown of one verdict, and of differences in all unless everything is asked for. */
const [MOST_CHANGES, MOST_DIFFERENCES] = [3, 20];

/** Returns the result of a verification for people: the answer, what it rests on, and everything that differs. */
export function verifiedText(verified: Verified, locale: Locale, verbose: boolean): string {
  const { comparison, unknown, unexpectedPlans, unchecked } = verified;
  const all = comparison?.differences ?? [];
  const shown = verbose ? all : all.slice(0, MOST_DIFFERENCES);
  const rest = all.length - shown.length;
  const lines = [
    headline(verified, locale),
    ...unknown.map((one) => `  ${unknownText(one, locale)}`),
    ...unexpectedPlans.map((path) => `  ${strangeText(path, locale)}`),
    ...shown.flatMap((one) => differenceLines(one, locale)).map((line) => `  ${line}`),
    ...(rest > 0
      ? [`  ${say(locale, `另有${rest}处不同，加 --verbose 列出`, `${rest} more; --verbose lists them`)}`]
      : []),
    ...(comparison?.more === true
      ? [`  ${say(locale, '不同之处过多，其余未列', 'there are more differences, which are not listed')}`]
      : []),
    ...unchecked.map((path) => `  ${uncheckedText(path, locale)}`),
    ...basis(verified, locale),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function headline(verified: Verified, locale: Locale): string {
  const { given, comparison, plans, unchecked } = verified;
  const report = quote(plainText(given.name), locale);
  const answer = answerOf(verified);
  if (answer === 'unknown') {
    return say(
      locale,
      `不能确认：依现有材料，无法认定报告${report}是否由所给设计图得出。`,
      `Can't be told: by what was given nobody can say whether the report ${report} is that of the plans.`,
    );
  }
  if (answer === 'differs') {
    const count = comparison?.differences.length ?? 0;
    const many = say(
      locale,
      count === 0 ? '' : `，不同之处${count}项${comparison?.more === true ? '以上' : ''}（报告 → 重新审查）`,
      count === 0 ? '' : ` (${count}${comparison?.more === true ? ' or more' : ''} differences, report → recomputed)`,
    );
    return say(
      locale,
      `不一致：报告${report}与所给设计图不符${many}。`,
      `Differs: the report ${report} is not that of the plans${many}.`,
    );
  }
  if (unchecked.length === 0) {
    return say(
      locale,
      `一致：报告${report}由所给设计图得出。`,
      `Agrees: the report ${report} is that of the plans given.`,
    );
  }
  const all = plans.length + unchecked.length;
  return say(
    locale,
    `部分一致：报告${report}涉及设计图${all}份，其中所给${plans.length}份的内容由该图得出，其余${unchecked.length}份未核对。`,
    `Agrees in part: of the ${all} plans in the report ${report} what it says of the ${plans.length} given is theirs; the other ${unchecked.length} were not verified.`,
  );
}

/** Returns what was recomputed from which files, and the limits of the answer. */
function basis(verified: Verified, locale: Locale): string[] {
  const { plans, packs, packsFrom, version, today, dayFrom, comparison, given } = verified;
  if (comparison === undefined) return [];
  const name = (path: string) => quote(plainText(path), locale);
  const renamed = (path: string, recorded: string) =>
    path === recorded ? '' : say(locale, `（报告中为${name(recorded)}）`, ` (${name(recorded)} in the report)`);
  const files = plans.map(
    ({ path, recorded, sha256 }) =>
      `  ${say(locale, '设计图', 'plan')}${say(locale, '', ' ')}${name(path)}${renamed(path, recorded)}  SHA-256 ${sha256 ?? '—'}`,
  );
  const law = packs.map(
    ({ id, sha256 }) =>
      `  ${say(locale, '法规数据包', 'pack')} ${plainText(id)}${inLocale(PACKS_FROM[packsFrom], locale)}  SHA-256 ${sha256}`,
  );
  const from: Readonly<Record<Verified['dayFrom'], Localized>> = {
    report: { zh: '报告所载', en: 'as the report says' },
    asked: { zh: '按 --today', en: 'by --today' },
    machine: { zh: '报告未载，取本机日期', en: "the machine's, since the report doesn't say it" },
  };
  const run = say(
    locale,
    `  sitecam ${version}；审查日 ${today}（${inLocale(from[dayFrom], locale)}）；报告格式 ${given.format}`,
    `  sitecam ${version}; day ${today} (${inLocale(from[dayFrom], locale)}); the report is in ${given.format}`,
  );
  return [
    say(locale, '重新审查的依据：', 'Recomputed from:'),
    ...files,
    ...law,
    run,
    `  ${comparedText(verified, locale)}`,
    ...(answerOf(verified) === 'same' && (given.recorded.redacted || !holdsHashes(given.format))
      ? [
          `  ${say(
            locale,
            '该报告不载图纸文件的 SHA-256：另一份设计图如果得出完全相同的报告，核对也会一致。',
            'This report doesn’t hold the SHA-256 of the plan: another plan of which exactly the same is said agrees with it too.',
          )}`,
        ]
      : []),
    `  ${say(locale, '核对一致只说明内容相符，不证明报告由谁出具。', 'That they agree proves what the report says, not who wrote it.')}`,
  ];
}

/** Where the packs come from, if the report doesn't name them. */
const PACKS_FROM: Readonly<Record<PacksFrom, Localized>> = {
  told: { zh: '', en: '' },
  configuration: { zh: '（报告未载，按配置）', en: " (by the configuration, since the report doesn't say it)" },
  default: { zh: '（报告未载，取缺省）', en: " (the default, since the report doesn't say it)" },
};

function comparedText({ comparison }: Verified, locale: Locale): string {
  const { verdicts, bytes } = comparison ?? { verdicts: undefined, bytes: false };
  const [zh, en] =
    verdicts === undefined ? ['', ''] : [`判定${verdicts}项逐项核对`, `${verdicts} verdicts compared one by one`];
  if (!bytes)
    return say(
      locale,
      `${zh}；只核对部分设计图，未逐字节核对。`,
      `${en}; of some of the plans alone bytes can't be compared.`,
    );
  return say(
    locale,
    `${zh === '' ? '' : `${zh}，并`}逐字节核对。`,
    `${en === '' ? 'Compared' : `${en}, then compared`} byte by byte.`,
  );
}

function unknownText(unknown: Undecidable, locale: Locale): string {
  switch (unknown.kind) {
    case 'configuration':
      return say(
        locale,
        `报告按配置“${plainText(unknown.path)}”得出，现未给出该配置：请加 --config 文件。`,
        `the report was made with the configuration '${plainText(unknown.path)}', which isn't there: give it with --config FILE.`,
      );
    case 'baseline':
      return say(
        locale,
        `报告与比对基准“${plainText(unknown.path)}”相比，现未给出该基准：请加 --baseline 文件。`,
        `the report compares with the baseline '${plainText(unknown.path)}', which isn't there: give it with --baseline FILE.`,
      );
    case 'pack':
      return say(
        locale,
        `报告依据的法规数据包“${plainText(unknown.id)}”不在本工具所带之列：请用 --pack 给出。`,
        `the report is by the pack '${plainText(unknown.id)}', which doesn't come with sitecam: give it with --pack.`,
      );
    case 'packs': {
      const ids = unknown.ids.map(plainText).join('+');
      const [zh, en] = unknown.from === 'default' ? ['缺省', 'the default'] : ['配置所定', "the configuration's"];
      return say(
        locale,
        `报告未载明所依据的法规数据包（本次按${zh} ${ids} 核对），请用 --pack 给出。以下不同之处可能只是数据包之别。`,
        `the report doesn't say which packs it is by (it was recomputed by ${en}, ${ids}): give them with --pack. What differs below may be the packs' doing.`,
      );
    }
    case 'version':
      return say(
        locale,
        `报告由 sitecam ${plainText(unknown.report)} 写出，本工具为 ${unknown.now}：请用原版本核对。以下不同之处可能只是版本之别。`,
        `the report was written by sitecam ${plainText(unknown.report)}; this is ${unknown.now}: verify with that version. What differs below may be the versions' doing.`,
      );
    case 'plans':
      return say(
        locale,
        `报告涉及设计图${unknown.report}份，给出${unknown.given}份：这种报告须给出全部设计图才能核对。`,
        `the report is about ${unknown.report} plans, and ${unknown.given} are given: a report like this can only be verified with all of them.`,
      );
    case 'terms':
      return say(
        locale,
        '报告未写明审查方式和所用配置（由较早的版本写出）：按本次命令的选项核对，不同之处可能出于选项。',
        "the report doesn't say how it was asked for, nor its configuration (an older version wrote it): it was recomputed by the options given, and what differs may be theirs.",
      );
  }
}

function strangeText(path: string, locale: Locale): string {
  return say(locale, `报告中没有设计图“${plainText(path)}”。`, `the report has no plan '${plainText(path)}'.`);
}

function uncheckedText(path: string, locale: Locale): string {
  return say(
    locale,
    `未核对：报告中的设计图“${plainText(path)}”未给出。`,
    `not verified: the plan '${plainText(path)}' of the report wasn't given.`,
  );
}

function differenceLines(difference: ReportDifference, locale: Locale): string[] {
  const t = (zh: string, en: string) => say(locale, zh, en);
  switch (difference.kind) {
    case 'version':
      return [
        `${t('工具版本', 'version')}${t('：', ': ')}${shown(difference.report, locale)} → ${shown(difference.now, locale)}`,
      ];
    case 'file': {
      const { path, report, now } = difference;
      const name = quote(plainText(path), locale);
      if (report === undefined && now !== undefined) {
        return [
          t(
            `文件${name}：报告未载其 SHA-256（现为 ${now}）`,
            `file ${name}: the report doesn't have its SHA-256 (now ${now})`,
          ),
        ];
      }
      return [`${t(`文件${name}的 SHA-256：`, `SHA-256 of file ${name}: `)}${sidesText({ report, now }, locale)}`];
    }
    case 'pack': {
      const { id, report, now } = difference;
      const name = quote(plainText(id), locale);
      return [
        `${t(`法规数据包${name}的内容（条文或者数据）：SHA-256 `, `data or text of the pack ${name}: SHA-256 `)}${sidesText({ report, now }, locale)}`,
      ];
    }
    case 'day':
    case 'language':
    case 'option':
    case 'value':
      return [`${t(WHAT[difference.kind].zh, WHAT[difference.kind].en)} ${changeText(difference.change, locale)}`];
    case 'line':
      return [
        `${t(`第${difference.change.at}行`, `line ${difference.change.at}`)}${t('：', ': ')}${sidesText(difference.change, locale)}`,
      ];
    case 'verdict':
      return verdictLines(difference, locale);
    case 'missing':
      return [
        `${t('报告缺少判定', 'the report lacks a verdict')}  ${named(difference.verdict)}${t('：', ': ')}${outcomeText(difference.outcome, locale)}`,
      ];
    case 'added':
      return [
        `${t('报告多出判定', 'the report has a verdict too many')}  ${named(difference.verdict)}${t('：', ': ')}${outcomeText(difference.outcome, locale)}`,
      ];
    case 'order': {
      const { verdict, report, now } = difference;
      return [
        `${t('判定次序', 'order of verdicts')}  ${named(verdict)}${t(`：第${report}项 → 第${now}项`, `: no. ${report} → no. ${now}`)}`,
      ];
    }
    case 'bytes':
      return [
        t(
          `内容相同，但自第${difference.line}行起字节不同（空白、键的次序或者字符的写法）`,
          `what they say agrees, but bytes differ from line ${difference.line} on (white space, the order of keys or how characters are written)`,
        ),
      ];
  }
}

const WHAT: Readonly<Record<'day' | 'language' | 'option' | 'value', Localized>> = {
  day: { zh: '审查日', en: 'day' },
  language: { zh: '语言', en: 'language' },
  option: { zh: '选项', en: 'option' },
  value: { zh: '报告内容', en: 'content' },
};

function verdictLines(
  { verdict, outcomes, changes }: Extract<ReportDifference, { kind: 'verdict' }>,
  locale: Locale,
): string[] {
  const [was, is] = outcomes;
  const turned = was === is ? [] : [`${outcomeText(was, locale)} → ${outcomeText(is, locale)}`];
  const head = `${say(locale, '判定', 'verdict')}  ${named(verdict)}${turned.length === 0 ? '' : say(locale, '：', ': ')}${turned.join('')}`;
  const rest = changes.length - MOST_CHANGES;
  return [
    head,
    ...changes.slice(0, MOST_CHANGES).map((change) => `  ${changeText(change, locale)}`),
    ...(rest > 0 ? [`  ${say(locale, `另有${rest}处`, `and ${rest} more`)}`] : []),
  ];
}

function named({ plan, rule, subject }: VerdictName): string {
  return [plan, rule, subject].map(plainText).join('  ');
}

function outcomeText(outcome: Outcome | undefined, locale: Locale): string {
  return outcome === undefined ? say(locale, '（无效值）', '(no verdict)') : inLocale(SHORT_OUTCOMES[outcome], locale);
}

function changeText(change: ValueChange, locale: Locale): string {
  return `${plainText(change.at)}${say(locale, '：', ': ')}${sidesText(change, locale)}`;
}

/** Returns both sides, from shortly before where they first differ. */
function sidesText({ report, now }: Pick<ValueChange, 'report' | 'now'>, locale: Locale): string {
  if (typeof report !== 'string' || typeof now !== 'string') return `${shown(report, locale)} → ${shown(now, locale)}`;
  let same = 0;
  while (same < report.length && report[same] === now[same]) same += 1;
  return `${shown(report, locale, same)} → ${shown(now, locale, same)}`;
}

function shown(value: unknown, locale: Locale, from = 0): string {
  if (value === undefined) return say(locale, '（无）', '(none)');
  if (typeof value !== 'string') return cut(JSON.stringify(value) ?? '', 0);
  return quote(cut(value, from), locale);
}

function cut(text: string, from: number): string {
  const start = from > SHOWN - BEFORE ? from - BEFORE : 0;
  const piece = [...text.slice(start, start + 2 * SHOWN)].slice(0, SHOWN).join('');
  const more = start + piece.length < text.length;
  return `${start > 0 ? '…' : ''}${plainText(piece)}${more ? '…' : ''}`;
}
