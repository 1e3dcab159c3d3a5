// Texts on why an id can't be renamed.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('editor/rename', {
  noId: {
    zh: '此处没有可以改的编号',
    en: 'There is no id here to rename.',
  },
  unborne: {
    zh: '图中没有编号“{id}”，请先改正此处的引用',
    en: "Nothing in the plan has the id '{id}'; correct this reference first.",
  },
  several: {
    zh: '编号“{id}”有多处使用，不能确定各处引用所指；请先使编号各不相同',
    en: "Several things have the id '{id}', so what a reference means can't be told; give them different ids first.",
  },
  imported: {
    zh: '“{id}”的编号由导入给出（{file}），再次导入时会改回，改后原有的引用即无着落；需要另取名称的，请在 overrides 中写 name',
    en: "The id '{id}' was given by an import ({file}), which would bring it back and leave what refers to a new one astray; to call it otherwise, state a name in overrides.",
  },
  drawn: {
    zh: '“{id}”自CAD图导入，凭编号与图中的图元对应，不能改；需要另取名称的，请写 name',
    en: "'{id}' was imported from a CAD drawing, and its id is what ties it to the entity there, so it stays; to call it otherwise, state a name.",
  },
  taken: {
    zh: '编号“{id}”已被使用，请另取编号',
    en: "The id '{id}' is taken; choose another.",
  },
  awaited: {
    zh: '{file}第{line}行提到编号“{id}”，现无所指，改后会指向此处；请另取编号',
    en: "Line {line} of {file} names '{id}', which nothing bears now; it would come to mean this. Choose another id.",
  },
  shared: {
    zh: '{file}第{line}行的例外说明提到“{id}”，该说明可能也用于其他设计图；请先为其写明 plan（本图的文件名）',
    en: "The waiver on line {line} of {file} names '{id}' and may be for other plans, too; say in its plan that it is for this one first.",
  },
  decided: {
    zh: '{file}第{line}行的审查决定以编号“{id}”为准，编号不能再改',
    en: "The decision on line {line} of {file} rests on the id '{id}', so it can't be changed any more.",
  },
  perhapsDecided: {
    zh: '{file}第{line}行的审查决定没有写明对象（subject），可能涉及“{id}”；请先补写对象',
    en: "The decision on line {line} of {file} doesn't say its subject and may be on '{id}'; state the subject first.",
  },
  accepted: {
    zh: '比对基准{file}载有本图的问题，并按楼层编号核对有无变化；楼层“{id}”改编号后，请重新写出比对基准，故须先删去本图在其中的部分',
    en: "The baseline {file} holds findings of this plan and tells by the ids of levels what changed; take this plan out of it, rename '{id}', then write it anew.",
  },
  inPlace: {
    zh: '{file}第{line}行的“{id}”带有锚点、别名或者标签，或者不是一行之内的文本，不能在原处改写，请在文本中修改',
    en: "'{id}' on line {line} of {file} is written by an anchor, an alias or a tag, or is no text on one line, so it can only be changed in the text.",
  },
});
