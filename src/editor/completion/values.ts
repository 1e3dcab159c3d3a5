// What may be written as the value of a key, or as an item of a list.
import { memoize } from '../../base/memo.js';
import { numbering } from '../../features/schema/snippets.js';
import { VALUES } from '../../features/schema/texts.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { listsOf } from '../../models/table.js';
import type { CameraModel, Catalogues } from '../../models/types.js';
import { meaningAt } from '../../plan/project/names.js';
import type { ElementKind } from '../../plan/read/geojson-feature.js';
import { type Candidate, KIND, MOST_ITEMS } from './candidate.js';
import type { Place } from './format.js';
import * as law from './law-words.js';
import { matchOf, spellingsOf } from './match.js';
import type { Outline } from './outline.js';
import type { Entry } from './reading.js';
import { ELEMENT_NAMES, NUMBERS, OTHER_VALUES, t } from './texts.js';

/** Sources of the values that completion offers: the law's words, the plan's own names, catalogues of camera models. */
export interface Sources extends law.Law, Outline {
  readonly catalogues: Catalogues;
  readonly locale: Locale;
  /** What is typed before the cursor. */
  readonly typed: string;
}

/**
 * Returns the candidates for the value of `entry`. The first parameter is what the plan format says of the place at
 * which `entry` stands.
 */
export function valuesAt({ form, name }: Place, entry: Entry, sources: Sources): readonly Candidate[] {
  const { locale } = sources;
  const key = name.slice(name.lastIndexOf('.') + 1);
  switch (name) {
    case 'zone.kind':
      return law.zoneKinds(sources, locale, sources.typed);
    case 'opening.kind':
      return law.openingKinds(locale);
    case 'device.kind':
    case 'deviceType.kind':
      return law.deviceKinds(locale);
    case 'override.kind':
      return overriddenKinds(entry, sources);
    case 'site.categories[]':
      return law.categories(sources, locale);
    case 'zone.roles[]':
    case 'override.roles[]':
    case 'absent.role':
      return law.roles(sources, locale);
    case 'waiver.rule':
      return law.ruleIds(locale);
    case 'waiver.subject':
      return subjects(sources);
    case 'project.tracks[].clause':
      return law.clauseIds(sources, locale);
    case 'mandate.rule':
      return law.citations(sources, locale);
    case 'device.type':
    case 'override.type':
      return sources.types.map(({ name: word, kind }) => ({
        word,
        spellings: spellingsOf(word),
        detail: kind === '' ? render(t.type, locale) : kind,
        kind: KIND.reference,
      }));
    case 'device.model':
    case 'deviceType.model':
    case 'override.model':
      return models(sources);
    case 'device.opening':
    case 'deviceType.opening':
    case 'override.opening':
      return elements(sources, ['opening']);
    case 'mobile.area[]':
      return elements(sources, ['zone']);
    case 'zone.levels[]':
    case 'override.levels[]':
    case 'properties.level':
      return sources.levels.map(({ id, name: named }) => ({
        word: id,
        spellings: spellingsOf(id, named === '' ? [] : [named]),
        detail: named === '' ? render(t.level, locale) : named,
        kind: KIND.reference,
      }));
    default:
      if (form.values === undefined && Object.hasOwn(FORMS, key)) return [formOf(FORMS[key], locale)];
      return (form.values ?? []).map((word) => namedValue(word, key, name, locale));
  }
}

/** Values of numbers, by their key: what is listed, and a text in which `<…>` is a place to fill in. */
const FORMS: Readonly<Record<string, { readonly shows: Localized; readonly snippet: string }>> = {
  sitecam: { shows: verbatim('1'), snippet: '1' },
  rect: { shows: NUMBERS.rect, snippet: '[<0>, <0>, <6>, <4>]' },
  at: { shows: NUMBERS.point, snippet: '[<0>, <0>]' },
  line: { shows: NUMBERS.line, snippet: '[[<0>, <0>], [<1>, <0>]]' },
  polygon: { shows: NUMBERS.ring, snippet: '[[<0>, <0>], [<4>, <0>], [<4>, <3>]]' },
  resolution: { shows: NUMBERS.size, snippet: '[<2560>, <1440>]' },
};

function formOf({ shows, snippet }: (typeof FORMS)[string], locale: Locale): Candidate {
  const word = render(shows, locale);
  return { word, spellings: spellingsOf(word), kind: KIND.snippet, snippet: numbering()(snippet) };
}

function namedValue(word: string, key: string, name: string, locale: Locale): Candidate {
  const isBare = word === 'true' || word === 'false';
  const named: Localized | undefined = NAMES[`${key}=${word}`] ?? NAMES[word] ?? factOf(name, word);
  return {
    word,
    spellings: spellingsOf(word, named && [named.zh, named.en]),
    ...(named !== undefined && { detail: render(named, locale) }),
    kind: isBare ? KIND.value : KIND.enumMember,
    ...(isBare && { isBare }),
  };
}

const NAMES: Readonly<Record<string, Localized>> = { ...VALUES, ...OTHER_VALUES };

/** Returns the name of a value of a project's fact; undefined elsewhere. */
function factOf(name: string, word: string): Localized | undefined {
  const path = /^project\.(.*)$/.exec(name)?.[1];
  return path === undefined ? undefined : meaningAt(path.replaceAll('[]', ''), word);
}

/** Returns the kinds that the element may be of which an override states something. */
function overriddenKinds(entry: Entry, sources: Sources): readonly Candidate[] {
  const { locale } = sources;
  const id = entry.parent?.key;
  switch (sources.elements.find((one) => one.id === id)?.element) {
    case 'device':
      return law.deviceKinds(locale);
    case 'opening':
      return law.openingKinds(locale);
    default:
      return law.zoneKinds(sources, locale);
  }
}

/**
 * Returns candidates for the ids of elements of these kinds (of all if undefined), not yet narrowed to what is typed; if
 * nothing is typed, the first {@link MOST_ITEMS} alone.
 */
export function elements(
  { elements: all, locale, typed }: Sources,
  kinds?: readonly ElementKind[],
): readonly Candidate[] {
  const wanted = kinds === undefined ? all : all.filter(({ element }) => kinds.includes(element));
  // Without a word typed all match, and the first ones are as good as any.
  return (typed === '' ? wanted.slice(0, MOST_ITEMS) : wanted).map(({ element, id, name, level }) => {
    const named = name === '' ? ELEMENT_NAMES[element] : { zh: name, en: name };
    return {
      word: id,
      spellings: spellingsOf(id, name === '' ? [] : [name]),
      detail: render(level === '' ? named : t.on({ name: named, level }), locale),
      kind: KIND.reference,
    };
  });
}

/** Returns subjects of findings: ids, and behind `device>` the zones that it may see. */
function subjects(sources: Sources): readonly Candidate[] {
  const [, device] = /^([^>]+)>/.exec(sources.typed) ?? [];
  if (device === undefined) return elements(sources, ['zone', 'opening', 'device', 'sign']);
  return elements(sources, ['zone']).map((zone) => {
    const word = `${device}>${zone.word}`;
    const names = zone.spellings.map(({ text }) => `${device}>${text}`);
    return { ...zone, word, spellings: spellingsOf(word, names) };
  });
}

/** Most models that are listed. */
const MOST_MODELS = 50;

/** Returns the models that match what is typed. There are thousands. */
function models({ catalogues, typed }: Sources): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const list of listsOf(catalogues)) {
    for (const { spellings, model } of namedModels(list.models)) {
      if (found.length >= MOST_MODELS) return found;
      if (matchOf(typed, spellings) === undefined) continue;
      const { brand, form, resolution } = model;
      const detail = [brand, form, resolution?.join(' × ')].filter((part) => part !== undefined).join(', ');
      found.push({ word: model.model, spellings, detail, doc: model.source, kind: KIND.reference });
    }
  }
  return found;
}

const namedModels = memoize((models: readonly CameraModel[]) =>
  models.map((model) => {
    const names = [`${model.brand} ${model.model}`, ...(model.aliases ?? [])];
    return { model, spellings: spellingsOf(model.model, names) };
  }),
);
