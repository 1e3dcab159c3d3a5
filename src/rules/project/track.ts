// Rule project/track: which clause says what a law requires of the site.

import type { RuleContext } from '../../facts/context.js';
import {
  type CategoryTrack,
  categoryTracks,
  citedTogether,
  contraryTo,
  isFounded,
  isOthersWord,
  type StatedTrack,
  statedTracks,
  trackClauses,
  trackNamed,
  trackNames,
} from '../../facts/project/track.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim, withoutStop } from '../../i18n/locale.js';
import { cite, paragraphOf } from '../../law/lookup.js';
import type { ClauseId, Pack, Track } from '../../law/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  named: {
    zh: '本场所类别为{category}，属于{clause}所列场所：{track}。{asked}。',
    en: "The site is of category '{category}', a place that {clause} names: {track}. {asked}.",
  },
  reading: {
    zh: '本场所类别为{category}，条文没有这一用语；本工具认为其可能属于{clause}（{track}），也可能属于{others}。适用哪一款，须由审查人判定；有文件载明的，可以在图中写明。',
    en: "The site is of category '{category}', for which the law has no word. By this tool's reading it may fall under {clause} ({track}); it may also fall under {others}. Which applies is for the reviewer to decide; where a document says, the plan can state it.",
  },
  unnamed: {
    zh: '本场所类别为{category}，条文未列举；适用{others}中的哪一款，须由审查人判定。有文件载明的，可以在图中写明（project.tracks）。',
    en: "The site is of category '{category}', which the law doesn't name; under which of {others} it falls is for the reviewer to decide. Where a document says, the plan can state it.",
  },
  stated: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于{clause}规定的情形：{track}。{asked}请审查人核对该文件。',
    en: "The plan states that '{by}' says by '{document}' that the site falls under {clause}: {track}. {asked} The reviewer may check the document.",
  },
  ownWord: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于{clause}规定的情形（{track}）；“{by}”是本场所经营者，或者由其名称看不是国家机关，本报告未采用，是否属于该情形须由审查人判定。',
    en: "The plan states that '{by}' says by '{document}' that the site falls under {clause} ({track}). '{by}' is the operator, or by its name no organ of the state; this report doesn't go by it, and whether the site does is for the reviewer to decide.",
  },
  contrary: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于{clause}规定的情形（{track}），而其类别{category}属于{named}所列场所；以何者为准，须由审查人判定，判定前按{named}审查。',
    en: "The plan states that '{by}' says by '{document}' that the site falls under {clause} ({track}), but its category, {category}, is a place that {named} names. Which holds is for the reviewer to decide; until then it is judged by {named}.",
  },
  contraryPublic: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于{clause}规定的情形（{track}），而其类别{category}为{named}所列的公共场所；以何者为准，须由审查人判定，判定前按公共场所审查。',
    en: "The plan states that '{by}' says by '{document}' that the site falls under {clause} ({track}), but its category, {category}, is a public place by the words of {named}. Which holds is for the reviewer to decide; until then it is judged as a public place.",
  },
  divided: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于{clause}规定的情形（{track}），又载明“{otherBy}”以“{otherDocument}”认定其属于{other}规定的情形，二者适用的规定不同；以何者为准，须由审查人判定，判定前凡其中之一适用的，均按适用审查。',
    en: "The plan states that '{by}' says by '{document}' that the site falls under {clause} ({track}), and that '{otherBy}' says by '{otherDocument}' that it falls under {other}, of which the law asks other things. Which holds is for the reviewer to decide; until then whatever applies by either is judged.",
  },
  noSuchTrack: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于“{written}”规定的情形，由此不能确定是哪一款（项），应写{accepted}之一；本报告未采用，须由审查人判定。',
    en: "The plan states that '{by}' says by '{document}' that the site falls under '{written}', by which nobody can tell the one paragraph or item; write one of {accepted}. This report doesn't go by it, and the reviewer must decide.",
  },
  unfounded: {
    zh: '图中载明本场所属于{clause}规定的情形（{track}），未载明所依据的文件或者由谁载明；本报告未采用，须由审查人判定。',
    en: "The plan states that the site falls under {clause} ({track}) and names no document for it, or not whose it is. This report doesn't go by it, and the reviewer must decide.",
  },
  noCategory: {
    zh: '图中未载明本规定所知的场所类别，适用{others}中的哪一款无从判断，须由审查人判定。',
    en: 'The plan states no category of site that is known here; under which of {others} the site falls is for the reviewer to decide.',
  },
  state: {
    zh: '有文件载明的，写明条款、文件和作出认定的国家机关。',
    en: 'Where a document says, state the clause, the document and the organ of the state that says so.',
  },
});

const asking = catalogue('track', {
  item: { zh: '场所的类别和适用的条款', en: 'the kind of place, and the clauses that apply' },
  and: { zh: '{asked}{unexamined}', en: '{asked} {unexamined}' },
  only: { zh: '仅适用{clauses}。', en: 'Only {clauses} {clauses|applies|apply}.' },
  all: { zh: '其规定均适用。', en: 'All of the law applies.' },
  allBut: {
    zh: '除{clauses}规定的强制性要求外，适用其他各项规定。',
    en: 'All but the mandatory requirements of {clauses} apply.',
  },
});

/** Returns what the law requires of a place on the track, and what of that isn't examined: 除第…条外，其规定均适用。. */
function askedOn(pack: Pack, track: Track): Localized {
  const asked = asksOf(pack, track);
  const { unexamined } = track;
  return unexamined === undefined ? asked : asking.and({ asked, unexamined });
}

function asksOf(pack: Pack, { spared, only }: Track): Localized {
  if (only !== undefined) return asking.only({ clauses: citedTogether(pack, only) });
  return spared === undefined ? asking.all : asking.allBut({ clauses: citedTogether(pack, spared) });
}

/** Returns the citations of all tracks, except those in the paragraph of clause `but`. */
function ways({ pack }: RuleContext, but?: ClauseId): Localized {
  return trackNames(
    pack,
    (pack.tracks ?? []).filter(
      ({ clause }) => but === undefined || paragraphOf(pack, clause) !== paragraphOf(pack, but),
    ),
  );
}

/** Returns the track ids that a statement may give as `clause`. */
function accepted({ tracks = [] }: Pack): Localized {
  const ids = tracks.map(({ clause }) => verbatim(clause));
  return localizedList(ids);
}

/** Returns the clauses of all tracks. */
function allWays({ pack }: RuleContext): ClauseId[] {
  return trackClauses(pack, pack.tracks ?? []);
}

const ADVICE = t.state;

/** Returns a statement that decides no clause: the clause says what kind of place this is, and nothing breaks it. */
function chosen(said: Parameters<typeof statement>[0]): Statement {
  return { ...statement(said), decides: [], places: said.clauses ?? [] };
}

function ofCategory(context: RuleContext, found: CategoryTrack, settled: boolean): Statement[] {
  const { pack } = context;
  const { id, place, category, track, basis } = found;
  // A document on the track settles a category that the law doesn't name.
  if (category === undefined || (settled && (basis !== 'law' || track === undefined))) return [];
  const params = { category: category.name };
  const subject = `${id}/track`;
  if (track === undefined) {
    const message = t.unnamed({ ...params, others: ways(context) });
    const clauses = allWays(context);
    return [ticked(statement({ subject, place, outcome: 'review', message, advice: ADVICE, clauses }), message)];
  }
  const named = { ...params, clause: cite(pack, track.clause), track: track.name };
  if (basis === 'law') {
    const message = t.named({ ...named, asked: withoutStop(askedOn(pack, track)) });
    return [chosen({ subject, place, outcome: 'pass', message, clauses: [track.clause] })];
  }
  const message = t.reading({ ...named, others: ways(context, track.clause) });
  const clauses = [track.clause];
  return [ticked(statement({ subject, place, outcome: 'review', message, advice: ADVICE, clauses }), message)];
}

function ofStatement(context: RuleContext, stated: StatedTrack, categories: readonly CategoryTrack[]): Statement {
  const { pack, site } = context;
  const { document, by } = stated;
  const place = stated.place ?? site.place;
  const track = trackNamed(pack, stated.clause);
  const named = track?.clause ?? stated.clause;
  const subject = `${named.slice(named.indexOf('/') + 1)}/stated`;
  if (track === undefined) {
    const message = t.noSuchTrack({ document, by, written: stated.clause, accepted: accepted(pack) });
    return ticked(statement({ subject, place, outcome: 'review', message, clauses: allWays(context) }), message);
  }
  const params = { document, by, clause: cite(pack, track.clause), track: track.name };
  if (!isFounded(stated)) {
    const message = t.unfounded(params);
    const clauses = [track.clause];
    return ticked(statement({ subject, place, outcome: 'review', message, advice: ADVICE, clauses }), message);
  }
  const contrary = contraryTo(categories, track);
  if (contrary !== undefined) {
    const otherwise = { named: cite(pack, contrary.clause), category: contrary.category.name };
    const message = (contrary.as === 'public' ? t.contraryPublic : t.contrary)({ ...params, ...otherwise });
    const clauses = [track.clause, contrary.clause];
    return ticked(statement({ subject, place, outcome: 'review', message, clauses }), message);
  }
  if (!isOthersWord(site, stated)) {
    const message = t.ownWord(params);
    const clauses = [track.clause];
    return ticked(statement({ subject, place, outcome: 'review', message, advice: ADVICE, clauses }), message);
  }
  const other = statedTracks(site, pack).find((one) => asksOtherwise(one.track, track));
  if (other !== undefined) {
    const { document: otherDocument, by: otherBy } = other.stated;
    const message = t.divided({ ...params, otherDocument, otherBy, other: cite(pack, other.track.clause) });
    const clauses = [track.clause, other.track.clause];
    return ticked(statement({ subject, place, outcome: 'review', message, clauses }), message);
  }
  const message = t.stated({ ...params, asked: askedOn(pack, track) });
  return chosen({ subject, place, outcome: 'pass', message, clauses: [track.clause] });
}

/** True if the law asks other things of a place on one track than of a place on the other. */
function asksOtherwise(one: Track, other: Track): boolean {
  const asked = ({ public: isPublic, spared, only }: Track) => JSON.stringify([isPublic, spared, only]);
  return asked(one) !== asked(other);
}

function check(context: RuleContext): readonly Statement[] {
  const { site, pack } = context;
  const categories = categoryTracks(site, pack);
  const settled = statedTracks(site, pack).length > 0;
  // A statement about another law's track belongs to that law.
  const ours = (written: string) =>
    trackNamed(pack, written) !== undefined ||
    written.startsWith(`${pack.instruments[0]?.id}/`) ||
    !/^[a-z][a-z0-9-]*\//.test(written);
  const said = [
    ...categories.flatMap((each) => ofCategory(context, each, settled)),
    ...(site.project?.tracks ?? [])
      .filter((stated) => ours(stated.clause))
      .map((stated) => ofStatement(context, stated, categories)),
  ];
  const message = t.noCategory({ others: ways(context) });
  const place = site.categories[0]?.place ?? site.place;
  const none = () => statement({ subject: 'site/track', place, outcome: 'review', message, clauses: allWays(context) });
  return said.length > 0 ? said : [ticked(none(), message)];
}

/** Returns a question as a tick box: the finding that turns on it asks it. */
function ticked(said: Statement, stated: Localized): Statement {
  return { ...said, tick: { item: asking.item, stated } };
}

const PLAN = (categories: string, project = '') => `
sitecam: 1
site: {name: 示例, categories: [${categories}], region: "150102"}
${project}coordinates: metres
levels:
  - id: F1
    zones:
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 10, 8]}
`;

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(['pass hospital/track'], PLAN('hospital')),
  example(['tick hotel/track'], PLAN('hotel')),
  example(
    ['pass 9.1/stated'],
    PLAN(
      'hotel',
      `project:
  phase: design
  tracks:
    - {clause: "9.1", document: 关于场所管理类别的复函, by: 某旗公安局}
`,
    ),
  ),
].join('\n\n');

/**
 * The rule project/track. It states which track each category and each document puts the site on, and asks a person
 * where the law names none.
 */
export const rule = defineRule({
  id: 'project/track',
  level: 'error',
  title: {
    zh: '场所属于法规规定的哪一类，须有条文用语或者文件为据',
    en: 'Under which track of the law a place falls rests on its words or a document',
  },
  clausesIn: ({ tracks = [] }) => tracks.map((track) => track.clause),
  appliesTo: ({ tracks }) => tracks !== undefined,
  waivable: false,
  messages: templatesOf(t),
  docs: {
    zh: `有的法规把场所分为几类（政府组织建设的、由负有经营管理责任的单位建设的、其他公共场所、非公共场所），属于哪一类，决定哪些规定适用。各类及其不适用的条款由数据包的 \`tracks\` 写明。

- **未发现不符合**：类别的名称是条文的用语（医院属于“医疗机构”，学校属于“教育机构”），或者图中载明国家机关以文件认定（\`project.tracks\`）。
- **列入材料核对清单**：条文没有列举（银行、居民住宅区等），或者本工具认为可能属于某一类；图中载明的与条文用语不一致的，按条文用语审查；载明的几项认定适用的规定不同的，凡其中之一适用的均审查；由本单位或者其他不是国家机关的单位自行认定的，不采用。本规则自身不作判定：有判定取决于此的，该判定写明请载明哪一条。
- **怎么改**：有文件的，写明条款、文件和载明者。

${PLANS}`,
    en: `Some laws put places on tracks (built by the government, built by the unit that runs them, other public places, places that are not public), and the track decides what is asked. The tracks and what they are spared are in the pack's \`tracks\`.

- **pass**: the law has the word for the category (a hospital is a medical institution, a school an educational one), or the plan states that an organ of the state says so by a document (\`project.tracks\`).
- **a tick box of the checklist**: the law doesn't name it (banks, housing …), or by this tool's reading a track may; where the plan states another track than the law's words, it is judged by the words; where it states several of which the law asks other things, by whatever applies to either. What the operator itself or another that is no organ of the state says isn't gone by. The rule itself gives no verdict: where one turns on the track, that verdict asks for the article.
- **what to do**: where there is a document, give the clause, the document and who says so.

${PLANS}`,
  },
  check,
});
