// The words of plans: kinds of zone and device and forms of lens, what each law makes of them, as a page and as a table.

import { inBoth, joined } from '../../i18n/catalogue.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { compose } from '../../law/compose.js';
import { citeWithLaw } from '../../law/lookup.js';
import { isNamedBy } from '../../law/roles.js';
import type { Pack, ZoneKind } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { DEVICE_KINDS, deviceKind, kindCalled, TRAITS } from '../../plan/kinds.js';
import type { DeviceKind } from '../../plan/model.js';
import type { Block, Document, Section, Table } from '../../render/document.js';
import { reading, sitesOf } from './clause-page.js';
import { OUTCOME_NAMES, t } from './texts.js';

/** Returns the pages of the words that `text` is an id, a name or a synonym of; undefined if it is none. */
export function wordPage(text: string, packs: readonly [Pack, ...Pack[]]): Document | undefined {
  const word = text.trim().toLowerCase();
  const kinds = compose(packs).zoneKinds.filter((kind) => isCalled(kind, word));
  const device = deviceKind(kindCalled(word) ?? word);
  const form = FORMS.find(([id, { zh, en }]) => [id, zh, en.toLowerCase()].includes(word));
  const sections = [
    ...kinds.map((kind) => zoneSection(kind, packs)),
    ...(device === undefined ? [] : [deviceSection(device)]),
    ...(form === undefined ? [] : [formSection(form)]),
  ];
  return sections.length === 0 ? undefined : { blocks: sections };
}

function isCalled({ id, name, synonyms }: ZoneKind, word: string): boolean {
  return [id, name.zh, name.en, ...synonyms.zh, ...synonyms.en].some((one) => one.toLowerCase() === word);
}

function zoneSection(kind: ZoneKind, packs: readonly Pack[]): Section {
  const also = kind.synonyms;
  const lines = [
    t.kindOfZone({ id: kind.id }),
    kind.enclosed ? t.isEnclosed : t.isNotEnclosed,
    kind.public ? t.isPublic : t.isNotPublic,
    ...(also.zh.length + also.en.length === 0
      ? []
      : [t.synonyms({ words: inBoth((locale) => (locale === 'en' ? also.en.join(', ') : also.zh.join('、'))) })]),
  ];
  return {
    block: 'section',
    title: [kind.name, verbatim('  '), { code: kind.id }],
    blocks: [{ block: 'list', items: lines }, lawTable(kind, packs)],
  };
}

/** Returns a row for each clause that says something of zones of this kind. */
function lawTable(kind: ZoneKind, packs: readonly Pack[]): Table {
  const rows = packs.flatMap((pack) => [
    ...pack.prohibitions
      .filter(({ kinds }) => kinds.includes(kind.id))
      .map((row) => [
        citeWithLaw(pack, row.clause),
        t.captureInside({ outcome: joined([OUTCOME_NAMES[row.inside], reading(row.basis)]) }),
        sitesOf(row, kind.id, pack),
      ]),
    ...pack.categories.flatMap((category) =>
      category.named
        .filter(({ token }) => isNamedBy(token, kind.id))
        .slice(0, 1)
        .flatMap(({ basis }) =>
          category.clause === undefined
            ? []
            : [[citeWithLaw(pack, category.clause), joined([t.toProtect, reading(basis)]), category.name]],
        ),
    ),
  ]);
  return { block: 'table', head: [t.clause, t.consequence, t.sites], rows };
}

function deviceSection(kind: DeviceKind): Section {
  const { video, audio } = TRAITS[kind];
  const items = [
    t.kindOfDevice({ id: kind }),
    t.takesImages({ state: stateOf(video) }),
    t.takesSound({ state: stateOf(audio) }),
  ];
  return {
    block: 'section',
    title: [DEVICE_NAMES[kind], verbatim('  '), { code: kind }],
    blocks: [{ block: 'list', items }],
  };
}

function stateOf(trait: string): Localized {
  return trait === 'none' ? t.captureNone : trait === 'unknown' ? t.captureUnknown : t.captureYes;
}

/** Forms of lens with their names, as a device states them. */
const FORMS: readonly (readonly [id: keyof typeof FORM_TEXTS, name: Localized])[] = [
  ['fixed', t.formFixed],
  ['varifocal', t.formVarifocal],
  ['ptz', t.formPtz],
  ['fisheye', t.formFisheye],
];

const FORM_TEXTS = { fixed: t.onFixed, varifocal: t.onVarifocal, ptz: t.onPtz, fisheye: t.onFisheye } as const;

function formSection([id, name]: (typeof FORMS)[number]): Section {
  return {
    block: 'section',
    title: [name, verbatim('  '), { code: id }],
    blocks: [{ block: 'paragraph', text: FORM_TEXTS[id] }],
  };
}

/** Returns the tables of all words: kinds of zone with what the laws make of them, then kinds of device. */
export function wordsTable(packs: readonly [Pack, ...Pack[]]): Document {
  const all = compose(packs);
  const zones: Table = {
    block: 'table',
    head: [t.zoneKind, t.name, t.walled, t.publicZone, t.capture, t.protection],
    rows: all.zoneKinds.map((kind) => [
      { code: kind.id },
      kind.name,
      yes(kind.enclosed),
      yes(kind.public),
      brief(packs, (pack) =>
        pack.prohibitions.filter(({ kinds }) => kinds.includes(kind.id)).map(({ clause }) => clause),
      ),
      brief(packs, (pack) =>
        pack.categories.flatMap(({ clause, named }) =>
          clause !== undefined && named.some(({ token }) => isNamedBy(token, kind.id)) ? [clause] : [],
        ),
      ),
    ]),
  };
  const devices: Table = {
    block: 'table',
    head: [t.deviceKind, t.name, t.images, t.sound],
    rows: DEVICE_KINDS.flatMap((id) => deviceKind(id) ?? []).map((kind) => [
      { code: kind },
      DEVICE_NAMES[kind],
      stateOf(TRAITS[kind].video),
      stateOf(TRAITS[kind].audio),
    ]),
  };
  const blocks: Block[] = [zones, devices, { block: 'paragraph', text: t.moreOfWord }];
  return { blocks };
}

function yes(value: boolean): Localized {
  return value ? t.yes : verbatim('');
}

/** Returns the clauses of each law, each once. */
function brief(packs: readonly Pack[], of: (pack: Pack) => readonly string[]): Localized {
  const cited = packs.flatMap((pack) => [...new Set(of(pack))].map((id) => citeWithLaw(pack, id)));
  return inBoth((locale) => cited.map((one) => render(one, locale)).join(render(t.between, locale)));
}
