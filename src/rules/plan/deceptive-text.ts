// Rule plan/deceptive-text: ids and names that read differently from how they look.

import { memoize } from '../../base/memo.js';
import type { RuleContext } from '../../facts/context.js';
import { memoizePerGround } from '../../facts/memo.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { verbatim } from '../../i18n/locale.js';
import { appearance, hiddenCharacter, mixedWord } from '../../i18n/lookalikes.js';
import type { Device } from '../../plan/model.js';
import type { Fact } from '../../plan/project/model.js';
import { factName } from '../../plan/project/names.js';
import type { Place } from '../../source/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  hidden: {
    zh: '“{id}”的名称中有不可见或者改变书写方向的字符{code}，所见与所读不是同一名称。请删去该字符。',
    en: "The name of '{id}' contains {code}, a character that can't be seen or that turns the reading order: what is seen isn't what is read. Delete it.",
  },
  fact: {
    zh: '图中载明的{fact}中有不可见或者改变书写方向的字符{code}，所见与所读不是同一内容。请删去该字符。',
    en: "What the plan states of {fact} contains {code}, a character that can't be seen or that turns the reading order: what is seen isn't what is read. Delete it.",
  },
  mixed: {
    zh: '“{id}”的编号或者名称中，“{word}”混用了形似拉丁字母的其他字母，所见与所读不是同一文字。请改用同一种字母。',
    en: "In the id or name of '{id}', '{word}' mixes Latin letters with others that look like them: what is seen isn't what is read. Use letters of one alphabet.",
  },
  alike: {
    zh: '编号“{id}”与“{other}”看上去相同而实为两个编号，报告中无从区分。请改用可以区分的编号。',
    en: "The ids '{id}' and '{other}' look alike and are two: no reader of a report can tell them apart. Use ids that can be told apart.",
  },
  claim: {
    zh: '“{id}”的名称“{name}”含有审查结论的用语；名称由设计人员自拟，不是审查结论。请改用部位或者设备本身的名称，由审查人核对。',
    en: "The name of '{id}', '{name}', uses the words of a verdict. A name is its author's and no verdict: call the place or device what it is; the reviewer may check it.",
  },
});

/** Words of a report's verdicts, which no plan may use of itself. */
const VERDICT_WORDS =
  /未发现不符合|(?:审查|审核|评审|复核|验收)(?:合格|通过)|免予?(?:于)?审查|(?:不|无)[须需](?:审查|判定)|符合(?:第.{1,4}条|本?条例|规定)|\bnothing (?:was )?found\b|\bno (?:findings|violations)\b|\b(?:complies|compliant)\b|\b(?:passed|approved)\b/iu;

interface Named {
  readonly id: string;
  readonly name: string | undefined;
  readonly place: Place;
}

type Element = Pick<Named, 'id' | 'place'> & { readonly name?: string | undefined };

/** An element: its id must be unique in the whole plan. */
interface NamedElement extends Named {
  /** How the id looks. */
  readonly look: string;
  /** The finding on it if no other id looks alike. */
  readonly alone: Statement | undefined;
}

function readElement({ id, name, place }: Element): NamedElement {
  const one = { id, name, place };
  return { ...one, look: appearance(id), alone: judge(one, undefined) };
}

const readDevice = memoize((device: Device) => readElement(device));

/** Returns the elements of each level that come before its devices, and those that come after them. */
const elementsOn = memoizePerGround(({ site: { levels } }) =>
  levels.map(({ zones, walls, openings, signs }) => ({
    before: [zones, walls, openings].flatMap((elements) => elements.map(readElement)),
    after: signs.map(readElement),
  })),
);

function check(context: RuleContext): Statement[] {
  const { name, place, levels, project } = context.site;
  const seen = new Map<string, string>();
  const judgeElement = (one: NamedElement): Statement | undefined => {
    const other = seen.get(one.look);
    if (other === undefined) seen.set(one.look, one.id);
    return other === undefined || other === one.id ? one.alone : judge(one, other);
  };
  const elements = elementsOn(context).flatMap(({ before, after }, n) => [
    ...before,
    ...levels[n].devices.map(readDevice),
    ...after,
  ]);
  return [
    judge({ id: name, name, place }, undefined) ?? [],
    levels.flatMap((level) => judge({ id: level.id, name: level.name, place: level.place }, undefined) ?? []),
    elements.flatMap((one) => judgeElement(one) ?? []),
    (project?.facts ?? []).flatMap(ofFact),
  ].flat();
}

/**
 * Returns the finding on hidden characters in a project fact. Words of a verdict are allowed there, since some
 * documents are one.
 */
function ofFact({ path, value, place }: Fact): Statement[] {
  const code = [value]
    .flat()
    .map(String)
    .flatMap((text) => hiddenCharacter(text) ?? [])[0];
  if (code === undefined) return [];
  const message = t.fact({ fact: factName(path), code: verbatim(code) });
  return [statement({ subject: `project/${path}`, outcome: 'open', message, place })];
}

function judge(one: Named, other: string | undefined): Statement | undefined {
  const { id, name = '' } = one;
  const about = { id: forQuotes(id) };
  const code = hiddenCharacter(name);
  if (code !== undefined) return finding(one, 'open', t.hidden({ ...about, code: verbatim(code) }));
  if (other !== undefined) {
    return finding(one, 'open', t.alike({ ...about, other: forQuotes(other) }));
  }
  const word = mixedWord(id) ?? mixedWord(name);
  if (word !== undefined) return finding(one, 'open', t.mixed({ ...about, word: forQuotes(word) }));
  if (!VERDICT_WORDS.test(name.normalize('NFKC'))) return undefined;
  return finding(one, 'review', t.claim({ ...about, name: forQuotes(name) }));
}

function finding({ id, place }: Named, outcome: 'open' | 'review', message: Statement['message']): Statement {
  return statement({
    subject: id,
    outcome,
    message,
    place,
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['open s1'],
  `
    zones:
      - {id: s1, kind: store, name: "库\\u200B房", rect: [0, 0, 4, 3]}
`,
);

/**
 * The rule plan/deceptive-text. It reports hidden characters, mixed scripts, ids that look alike, and names in the
 * words of a verdict.
 */
export const rule = defineRule({
  id: 'plan/deceptive-text',
  level: 'error',
  title: { zh: '编号、名称的所见与所读不一致', en: 'An id or name that reads as another' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `报告以编号和名称指称图中各部分；读的人看到的，须与本工具读到的一致。

- **待补充**：名称或者项目文件的事项中有不可见字符或者改变书写方向的字符；一个词中混用形似拉丁字母的西里尔字母、希腊字母；两个编号看上去相同（如全角与半角）。
- **须审查判定**：名称使用审查结论的用语（“未发现不符合”“审查合格”等）。
- 汉字与拉丁字母、数字并用，蒙古文、俄文名称，均不在此列。

${PLAN}`,
    en: `Reports speak of what is drawn by ids and names; what a reader sees must be what this tool reads.

- **open**: a name, or a fact of the project, with characters that can't be seen or that turn the reading order; a word that mixes Latin letters with Cyrillic or Greek ones that look like them; two ids that look alike (full width and half width, for example).
- **review**: a name in the words of a verdict.
- Chinese beside Latin letters and digits, Mongolian and Russian names are none of these.

${PLAN}`,
  },
  check,
});
