// Texts about faults in a law pack.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts on the faults of a law pack. `{hint}` is empty or a "did you mean". */
export const packText = catalogue('pack', {
  missing: {
    zh: '法规数据包“{file}”不存在或者不能读取。',
    en: "The law pack '{file}' does not exist or can't be read.",
  },
  noIdentity: {
    zh: '文件夹“{file}”中没有 pack.json（或者 pack.yaml），不是法规数据包。',
    en: "The folder '{file}' has no pack.json (or pack.yaml), and so is no law pack.",
  },
  notKeys: {
    zh: '法规数据包应为一组键和值（id、name、instruments、applies、notice、clauses……）。',
    en: 'A law pack must be a set of keys and values (id, name, instruments, applies, notice, clauses …).',
  },
  unknownSection: {
    zh: '“{file}”不是法规数据包的一个部分{hint}；文件名应为 {known}。',
    en: "'{file}' is no section of a law pack{hint}; its name must be one of {known}.",
  },
  twice: {
    zh: '“{section}”在“{file}”中已经写明，不能再写一次。',
    en: "'{section}' is given in '{file}' already and can't be given again.",
  },
  taken: {
    zh: '标识“{id}”为本工具自带或者一并使用的法规数据包所用，请另取标识。',
    en: "The id '{id}' is that of a pack that comes with sitecam or is used beside it; choose another.",
  },
  lawTaken: {
    zh: '法律文件“{id}”为本工具自带，不能在此另写；引用其条文的，在 cites 中列出。',
    en: "The instrument '{id}' comes with sitecam and can't be written anew; list the clauses that you cite under cites.",
  },
  nameTaken: {
    zh: '名称“{name}”与“{owner}”所载的“{law}”相同或者貌似，阅读报告的人会误以为依据的是该法规。请写所依规定自己的名称；自行整理该法规文本的，在名称前注明，例如“自编：{law}”。',
    en: "The name '{name}' is, or looks like, that of '{law}' ({owner}): readers of a report would take this pack for that law. Give the name of the law you have; for a text of that very law which you have put together yourself, say so before it, such as 'Own text: {law}'.",
  },
  duplicate: {
    zh: '“{id}”重复，每个标识只能用一次。',
    en: "'{id}' is there twice; an id can be used once.",
  },
  unknownLaw: {
    zh: '“{id}”不是本数据包 instruments 中的法律文件{hint}。',
    en: "'{id}' is none of the pack's instruments{hint}.",
  },
  clauseId: {
    zh: '条文标识“{id}”与其所属文件和条、款、项不一致，应为“{expected}”。',
    en: "The clause id '{id}' doesn't agree with its instrument, article, paragraph and item; it must be '{expected}'.",
  },
  unknownClause: {
    zh: '本数据包没有条文“{id}”{hint}；应为 clauses 所载，其他法规的须先在 cites 中列出。',
    en: "The pack has no clause '{id}'{hint}; it must be one of clauses, or, of another law, be listed under cites.",
  },
  unknownCitation: {
    zh: '没有可以引用的条文“{id}”{hint}；可引用自带法规数据包和一并使用的法规数据包所载的条文。',
    en: "There is no clause '{id}' to cite{hint}; those of packs that come with sitecam or are used beside it can be.",
  },
  unknownKind: {
    zh: '没有区域类型“{id}”{hint}；共有类型之外的，须先在 zoneKinds 中写明。',
    en: "There is no zone kind '{id}'{hint}; one beside those that all packs have must be given under zoneKinds.",
  },
  unknownToken: {
    zh: '“{id}”不是区域类型、用途，也不是 {words} 之一{hint}。',
    en: "'{id}' is no zone kind or role, and none of {words}{hint}.",
  },
  unknownCategory: {
    zh: '没有场所类别“{id}”{hint}；应为各数据包共有的类别，或者本数据包 categories 所载。',
    en: "There is no category '{id}'{hint}; it must be one that all packs have, or one of the pack's categories.",
  },
  unknownTrack: {
    zh: '没有以“{id}”划分的管理类别{hint}；应为本数据包 tracks 所载的条款。',
    en: "There is no track of clause '{id}'{hint}; it must be one of the pack's tracks.",
  },
  unnamed: {
    zh: '“{id}”不是各数据包共有的场所类别{hint}；另立类别的，须写明 name。',
    en: "'{id}' is no category that all packs have{hint}; one of your own needs a name.",
  },
  sharedKind: {
    zh: '区域类型“{id}”为各数据包共有，不能另行定义。',
    en: "The zone kind '{id}' is shared by all packs and can't be defined anew.",
  },
  wordKind: {
    zh: '“{id}”在区域选择中另有含义，不能用作区域类型。',
    en: "'{id}' means something else where zones are chosen, and can't be a zone kind.",
  },
  unknownParameter: {
    zh: '没有参数“{id}”{hint}。',
    en: "There is no parameter '{id}'{hint}.",
  },
  range: {
    zh: '参数“{id}”的数值{value}不在其取值范围{range}之内。',
    en: "The value {value} of the parameter '{id}' lies outside its range {range}.",
  },
  order: {
    zh: '各行应当从严到宽排列，{value}不小于其上一行的{before}。',
    en: 'Rows go from the strictest down: {value} is no less than {before} before it.',
  },
  notBarred: {
    zh: '“{id}”不是本数据包禁止采集的区域类型（prohibitions），不能列为应有的隐私部位。',
    en: "'{id}' is no kind that the pack bars capture in (prohibitions), and can't be an expected private place.",
  },
  rowId: {
    zh: '行号“{id}”应以其主要条款开头，即“{expected}/……”。',
    en: "The row's id '{id}' must begin with its main clause: '{expected}/…'.",
  },
  lastCase: {
    zh: '最后一种情况不能有 when：前面各项均不成立时须有判定。',
    en: 'The last case can have no when: there must be a verdict where no earlier case holds.',
  },
  deadCase: {
    zh: '没有 when 的情况之后的各项永远轮不到，应当放在最后。',
    en: 'What comes after a case without when is never reached; such a case goes last.',
  },
  unknownFact: {
    zh: 'plan.schema.json 的 project 中没有事项“{id}”{hint}。',
    en: "The plan's project has no fact '{id}' (plan.schema.json){hint}.",
  },
  namesNothing: {
    zh: '类别“{id}”既未列出应当设防的部位（named），也不是全场所设防（wholePlace）。',
    en: "The category '{id}' neither names a place to be protected (named) nor means the place as a whole (wholePlace).",
  },
  contestedFail: {
    zh: '依据为 contested 的一行至多须审查判定，此处不能写 fail。',
    en: 'A row whose basis is contested gives a review at most; this can’t be fail.',
  },
  notVerbatim: {
    zh: '“{words}”不是“{clause}”的原文；不逐字照录条文的，不写 verbatim。',
    en: "'{words}' doesn't stand in '{clause}' as written; leave out verbatim where the words aren't the clause's own.",
  },
  unknownWord: {
    zh: '句中的 {{id}} 既不是 project 的事项，也不是 {words} 之一{hint}。',
    en: 'In the sentence, {{id}} is no fact of project and none of {words}{hint}.',
  },
  noDay: {
    zh: '“{day}”不是日期，应写作2025-04-01。',
    en: "'{day}' is no day; write it as 2025-04-01.",
  },
  file: { zh: 'sitecam的法规数据包', en: "a law pack of sitecam's" },
});
