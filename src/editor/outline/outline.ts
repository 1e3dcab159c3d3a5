// The outline of a plan: floors with what stands on them, device types and waivers.
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { groupBy } from '../../base/arrays.js';
import { memoizeByName } from '../../base/memo.js';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { ELEMENT_KINDS, type ElementKind } from '../../plan/read/geojson-feature.js';
import { LISTS } from '../../plan/read/overrides.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from '../../plan/read/unknown.js';
import { jsonIndexOf, type Offsets } from '../../source/parse/json-index.js';
import { type Part, partsOf } from '../../source/place/pointer-at.js';
import type { SourceFile } from '../../source/types.js';
import { kindText } from '../elements.js';
import { asRead, contentOf } from '../plan.js';
import { rangeOf } from '../text.js';
import { endOf, valueIn } from './parts.js';
import { t } from './texts.js';

/** What an editor's icons stand for; the numbers are those of the protocol. */
const KIND = {
  level: 2,
  zone: 19,
  opening: 11,
  device: 13,
  sign: 15,
  types: 23,
  type: 26,
  waivers: 18,
  waiver: 20,
} as const satisfies Record<string, SymbolKind>;

/**
 * Returns the outline of a plan, or of a file of geometry: floors with zones, openings, devices and signs, then device
 * types and waivers. Walls are left out: nobody looks for one by its id.
 */
export function symbolsOf(file: SourceFile, locale: Locale): DocumentSymbol[] {
  return new Outline(file, locale).symbols();
}

/** An element of the plan with the part of the text that it is written in, and with where its id stands. */
interface Written {
  readonly element: ElementKind;
  readonly value: Unchecked;
  readonly range: Offsets;
  readonly id: Offsets | undefined;
}

class Outline {
  private readonly text: string;
  private readonly content: Unchecked;
  private readonly isCollection: boolean;
  /** The members of the plan itself. */
  private readonly plan: Unchecked;
  private readonly kinds = memoizeByName((element: ElementKind) =>
    memoizeByName((written: string) => render(kindText(element, written), this.locale)),
  );

  constructor(
    private readonly file: SourceFile,
    private readonly locale: Locale,
  ) {
    this.text = file.text;
    this.content = contentOf(file);
    this.isCollection = memberOf(this.content, 'type') === 'FeatureCollection';
    const member = this.isCollection ? memberOf(this.content, 'sitecam') : this.content;
    this.plan = isRecord(member) ? member : {};
  }

  symbols(): DocumentSymbol[] {
    const { content, isCollection, plan } = this;
    const read = asRead(this.file);
    const parts = partsOf(read);
    const own = isCollection ? (valueIn(parts, 'sitecam')?.parts() ?? []) : parts;
    const features = isCollection ? this.features(content, rangesOf(read, parts)) : [];
    const levels = items(plan, 'levels', own);
    const byLevel = groupBy(features, ({ value }) => textIn(value, 'level') ?? levels.map(idOf)[0]);
    const unlevelled = [...byLevel].flatMap(([id, list]) => (levels.some((one) => idOf(one) === id) ? [] : list));
    return [
      ...levels.flatMap((level) => this.level(level, byLevel.get(idOf(level)) ?? [])),
      ...unlevelled.flatMap((one) => this.element(one)),
      ...this.types(plan, own),
      ...this.waivers(plan, own),
    ];
  }

  private features(value: Unchecked, ranges: readonly Offsets[]): Written[] {
    return (listIn(value, 'features') ?? []).flatMap((feature, n): Written[] => {
      const properties = isRecord(feature) ? memberOf(feature, 'properties') : undefined;
      const element = isRecord(properties) ? ELEMENT_KINDS.find((one) => one === properties.element) : undefined;
      const range = ranges[n];
      if (!isRecord(feature) || !isRecord(properties) || element === undefined || element === 'wall') return [];
      if (range === undefined) return [];
      const id = properties.id ?? feature.id;
      const value = { ...properties, ...(id !== undefined && { id: String(id) }) };
      return [{ element, value, range, id: this.wordIn(range, id) }];
    });
  }

  /** Returns where a word stands in a part of a JSON text: looked for as it is written, since a scan takes far longer. */
  private wordIn({ from, to }: Offsets, word: unknown): Offsets | undefined {
    const written = JSON.stringify(word);
    const at = written === undefined ? -1 : this.text.slice(from, to).indexOf(written);
    return at < 0 ? undefined : { from: from + at, to: from + at + written.length };
  }

  private level({ value, part }: Item, features: readonly Written[]): DocumentSymbol[] {
    const id = textIn(value, 'id');
    const parts = part.parts();
    const drawn = LISTS.flatMap(([list, element]) =>
      element === 'wall'
        ? []
        : items(value, list, parts).map(({ value, part }): Written => {
            return { element, value, range: this.whole(part), id: valueIn(part.parts(), 'id') };
          }),
    );
    const children = [...features, ...drawn].flatMap((one) => this.element(one));
    const title = [id, textIn(value, 'name')];
    return this.symbol(title, '', KIND.level, this.whole(part), valueIn(parts, 'id'), children);
  }

  private element({ element, value, range, id }: Written): DocumentSymbol[] {
    const kind = textIn(value, 'kind') ?? this.kindOfType(textIn(value, 'type')) ?? '';
    const detail = this.kinds(element)(kind);
    const title = [textIn(value, 'id'), textIn(value, 'name')];
    return this.symbol(title, detail, KIND[element === 'wall' ? 'zone' : element], range, id);
  }

  /** Returns the kind of devices of a type, if the file has it. */
  private kindOfType(name: string | undefined): string | undefined {
    const types = memberOf(this.plan, 'deviceTypes');
    const keys = isRecord(types) && name !== undefined ? memberOf(types, name) : undefined;
    return isRecord(keys) ? textIn(keys, 'kind') : undefined;
  }

  private types(plan: Unchecked, parts: readonly Part[]): DocumentSymbol[] {
    const part = valueIn(parts, 'deviceTypes');
    const types = memberOf(plan, 'deviceTypes');
    if (part === undefined || !isRecord(types)) return [];
    const children = part.parts().flatMap((one) => {
      const keys = one.isKey ? undefined : memberOf(types, String(one.token));
      if (!isRecord(keys)) return [];
      const detail = this.kinds('device')(textIn(keys, 'kind') ?? '');
      const key = part.parts().find(({ isKey, token }) => isKey && token === one.token);
      const whole = { from: key?.from ?? one.from, to: endOf(this.text, one) };
      return this.symbol([String(one.token)], detail, KIND.type, whole, key);
    });
    return this.group(t.deviceTypes, KIND.types, 'deviceTypes', parts, children);
  }

  private waivers(plan: Unchecked, parts: readonly Part[]): DocumentSymbol[] {
    const children = items(plan, 'waivers', parts).flatMap(({ value, part }) =>
      this.symbol(
        [textIn(value, 'subject')],
        textIn(value, 'rule') ?? '',
        KIND.waiver,
        this.whole(part),
        valueIn(part.parts(), 'subject'),
      ),
    );
    return this.group(t.waivers, KIND.waivers, 'waivers', parts, children);
  }

  /** Returns the symbol of a key of the plan with what it holds; none if that is nothing. */
  private group(
    title: Localized,
    kind: SymbolKind,
    key: string,
    parts: readonly Part[],
    children: DocumentSymbol[],
  ): DocumentSymbol[] {
    const [name, value] = [true, false].map((isKey) => parts.find((one) => one.token === key && one.isKey === isKey));
    if (name === undefined || value === undefined || children.length === 0) return [];
    return this.symbol(
      [render(title, this.locale)],
      '',
      kind,
      { from: name.from, to: endOf(this.text, value) },
      name,
      children,
    );
  }

  private whole(part: Part): Offsets {
    return { from: part.from, to: endOf(this.text, part) };
  }

  /** Returns a symbol whose range holds its children; none without a name: an editor refuses it. */
  private symbol(
    title: readonly (string | undefined)[],
    detail: string,
    kind: SymbolKind,
    { from, to }: Offsets,
    selected: Offsets | undefined,
    children?: DocumentSymbol[],
  ): DocumentSymbol[] {
    const name = title.filter((one) => one !== undefined && one.trim() !== '').join(' ');
    if (name === '') return children ?? [];
    const { file } = this;
    const [start, end] = selected === undefined ? [from, from] : [selected.from, selected.to];
    const range = rangeOf(file, Math.min(from, start), Math.max(to, end));
    const hull = (children ?? []).reduce(
      (all, { range: { start, end } }) => ({
        start: before(start, all.start) ? start : all.start,
        end: before(all.end, end) ? end : all.end,
      }),
      range,
    );
    return [
      {
        name,
        kind,
        range: hull,
        selectionRange: rangeOf(file, start, end),
        ...(detail !== '' && { detail }),
        ...(children !== undefined && { children }),
      },
    ];
  }
}

/** Returns where the features of a collection stand. */
function rangesOf(read: SourceFile, parts: readonly Part[]): readonly Offsets[] {
  if (read.format === 'yaml') return valueIn(parts, 'features')?.parts() ?? [];
  const index = jsonIndexOf(read);
  const features = index.child(index.root, 'features');
  return features === undefined ? [] : index.children(features);
}

interface Item {
  readonly value: Unchecked;
  readonly part: Part;
}

/** Returns the objects in the list `key` of `holder` with the parts of the text that they are written in. */
function items(holder: Unchecked, key: string, parts: readonly Part[]): Item[] {
  const written = new Map(
    valueIn(parts, key)
      ?.parts()
      .map((part) => [part.token, part]),
  );
  return (listIn(holder, key) ?? []).flatMap((value, n) => {
    const part = written.get(n);
    return isRecord(value) && part !== undefined ? [{ value, part }] : [];
  });
}

function idOf({ value }: Item): string | undefined {
  return textIn(value, 'id');
}

function before(one: DocumentSymbol['range']['start'], other: DocumentSymbol['range']['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
