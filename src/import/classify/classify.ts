// Classification: turns features into draft elements by the rules of a mapping.

import { groupBy } from '../../base/arrays.js';
import { memoizeByName } from '../../base/memo.js';
import { distance } from '../../geometry/vector.js';
import type { Text } from '../../i18n/catalogue.js';
import { metres } from '../../i18n/number.js';
import type { Pack } from '../../law/types.js';
import { mappingValidator } from '../../source/schema/validators.js';
import { READ_KEYS } from '../devices/keys.js';
import { insideSolids, sharedPlaces } from '../devices/places.js';
import type { PlanDraft } from '../draft.js';
import type { ImportFrame } from '../frame.js';
import { mappingFor } from '../mapping/defaults/defaults.js';
import { ruleFor, valueUnder } from '../mapping/match.js';
import type { Becomes, Mapping, MappingRule } from '../mapping/types.js';
import { unusedNotes } from '../mapping/unused.js';
import type { Note } from '../notes.js';
import { nameOf } from '../support/names.js';
import type { ImportFormat, ImportSource, RawFeature, RawShape } from '../types.js';
import { drawnOpening, type Making, type ShapeElements, shapeElements, undrawn, votesOf } from './elements.js';
import { t } from './texts.js';

/** Result of classification: the draft, with notes for the import record. */
interface Classified {
  readonly draft: PlanDraft;
  readonly notes: readonly Note[];
}

/**
 * Returns the draft of `source`, classified by the user's mapping `own` and the shipped ones. Also notes rules of `own`
 * that no feature matches.
 */
export function classify(source: ImportSource, own: Mapping | undefined, frame: ImportFrame, pack: Pack): Classified {
  const sorter = new Sorter(source, own, { frame, pack });
  for (const feature of source.features) sorter.take(feature);
  const { draft, notes } = sorter.done();
  if (own === undefined) return { draft, notes };
  const { others = [] } = source;
  for (const feature of others) sorter.rule(feature);
  const used = new Set([...sorter.used, ...(own.used ?? [])]);
  return { draft, notes: [...notes, ...unusedNotes(own, [...source.features, ...others], used)] };
}

class Sorter {
  private readonly made: ShapeElements[] = [];
  private readonly notes: Note[] = [];
  private readonly unfit: Note[] = [];
  private readonly leftOut: Note[] = [];
  readonly used = new Set<MappingRule>();

  constructor(
    private readonly source: ImportSource,
    private readonly own: Mapping | undefined,
    private readonly making: Making,
  ) {}

  done(): Classified {
    const { made } = this;
    const walls = made.flatMap((one) => one.walls ?? []);
    const devices = made.flatMap((one) => one.devices ?? []);
    return {
      draft: {
        zones: made.flatMap((one) => one.zones ?? []),
        walls,
        openings: made.flatMap((one) => one.openings ?? []),
        devices,
        outlines: made.flatMap((one) => one.outlines ?? []),
        labels: made.flatMap((one) => one.labels ?? []),
        drawings: new Set(levelsFrom(this.source, 'dxf')),
        models: new Set(levelsFrom(this.source, 'ifc')),
        drawn: made.flatMap((one) => one.drawn ?? []),
      },
      notes: [
        ...this.notes,
        ...sharedPlaces(devices),
        ...insideSolids(devices, walls),
        ...mostFirst(this.unfit),
        ...counted(made.flatMap(({ assumed }) => assumed ?? [])),
        ...mostFirst(this.leftOut),
      ],
    };
  }

  /** Returns the rule that applies to `feature` and marks it as used; undefined if none applies. */
  rule(feature: RawFeature): MappingRule | undefined {
    const rule = ruleFor(this.mapping(feature.format), feature);
    if (rule !== undefined) this.used.add(rule);
    return rule;
  }

  take(feature: RawFeature): void {
    const mapping = this.mapping(feature.format);
    const rule = this.rule(feature);
    const level = feature.levels[0] ?? this.source.levels[0]?.key ?? '';
    const id = feature.id ?? valueUnder(feature, mapping.keys?.id ?? []) ?? '';
    const { origin, shapes, properties } = feature;
    const own = {
      level,
      origin,
      ...(typeof properties.block === 'string' && { block: properties.block }),
      ...(feature.unnamed && { unnamed: true }),
    };
    const name = nameOf(properties, mapping.keys?.name ?? ['name']);
    if (rule === undefined || rule.as === 'none') {
      this.leftOut.push(leftOutNote(feature, mapping));
      if (rule === undefined || !this.isRuledOut(rule)) {
        const element = { id, level, origin, keys: {} };
        this.add(votesOf({ element, name, feature, rule: { where: {}, as: 'zone' }, mapping }, this.making));
      }
      return;
    }
    const { keys, unfit } = keysFrom(rule, feature, rule.as === 'device' ? READ_KEYS : []);
    for (const params of unfit) this.unfit.push({ sort: 'unknown', message: t.value(params) });
    if (feature.drawing !== undefined && (rule.as === 'opening' || rule.as === 'building')) {
      this.add(drawnOpening({ element: { id, ...own, keys }, name, feature, rule, mapping }, this.making));
      return;
    }
    if (shapes.length === 0) {
      this.notes.push({ sort: 'refused', message: t.nowhere({ id }), origin, level });
      this.add(undrawn({ element: { id, ...own, keys }, name, feature, rule, mapping }, this.making));
    }
    for (const [index, shape] of shapes.entries()) {
      const element = { id: shapes.length === 1 ? id : `${id}-${index + 1}`, ...own, keys };
      const found = { element, name, feature, rule, mapping };
      const made = shapeElements(found, shape, this.making);
      if (made === undefined) {
        const message = unfitText(element.id, shape, rule.as, this.making);
        this.notes.push({ sort: 'refused', message, origin, level });
      }
      this.add(made ?? undrawn(found, this.making));
    }
  }

  /** True if the user's own mapping rules such features out. A catch-all rule (empty `where`) doesn't count. */
  private isRuledOut(rule: MappingRule): boolean {
    return this.own?.rules.includes(rule) === true && Object.keys(rule.where).length > 0;
  }

  private add(made: ShapeElements): void {
    this.made.push(made);
    for (const note of made.notes ?? []) if (note !== undefined) this.notes.push(note);
  }

  private readonly mapping = memoizeByName((format: ImportFormat) => mappingFor(format, this.own));
}

/** Returns the levels that features of `format` are on. */
function levelsFrom({ features, levels }: ImportSource, format: ImportFormat): string[] {
  return features.flatMap((feature) => (feature.format === format ? [feature.levels[0] ?? levels[0]?.key ?? ''] : []));
}

/** Returns one note for those of one sort and message, with their count. */
function counted(notes: readonly Note[]): (Note & { readonly count: number })[] {
  const groups = groupBy(notes, ({ sort, message }) => JSON.stringify([sort, message]));
  return [...groups.values()].map((same) => ({ ...same[0], count: same.length }));
}

function mostFirst(notes: readonly Note[]): Note[] {
  return counted(notes).sort((a, b) => b.count - a.count);
}

/** Returns the note of a feature that no rule takes. Equal source words are counted together. */
function leftOutNote(feature: RawFeature, mapping: Mapping): Note {
  const type = feature.properties.feature_type;
  const kind = valueUnder(feature, mapping.keys?.kind ?? []);
  const value = type === undefined ? (kind ?? feature.shapes[0]?.type ?? '–') : [type, kind ?? []].flat().join(' ');
  return { sort: 'left-out', message: t['left-out']({ value }) };
}

/** A property value that is not valid for the key a rule assigns it to. */
interface Unfit {
  readonly property: string;
  readonly value: string;
  readonly key: string;
}

/**
 * Returns the further keys that `rule` gives an element: the constants in its `keys` and, in their place for the keys
 * of its `from`, the value of the first property named there that isn't empty; and (`unfit`) the values that the
 * schema doesn't allow for their key, which replace nothing.
 *
 * @param elsewhere keys left out because `deviceKeys` parses them
 */
export function keysFrom(
  { as, keys = {}, from = {} }: MappingRule,
  { properties }: RawFeature,
  elsewhere: readonly string[] = [],
): { readonly keys: Readonly<Record<string, unknown>>; readonly unfit: readonly Unfit[] } {
  const taken: Record<string, unknown> = { ...keys };
  const unfit: Unfit[] = [];
  for (const [key, names] of Object.entries(from)) {
    if (elsewhere.includes(key)) continue;
    const property = names.find((name) => Object.hasOwn(properties, name) && String(properties[name]).trim() !== '');
    if (property === undefined) continue;
    const written = properties[property];
    const value = readings(written).find((reading) => fits(as, key, reading));
    if (value === undefined) unfit.push({ property, value: String(written), key });
    else taken[key] = value;
  }
  return { keys: taken, unfit };
}

/** Returns the values that `value` may mean: attributes of a drawing are always text. */
function readings(value: string | number | boolean): (string | number | boolean)[] {
  const text = String(value).trim();
  const number = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)$/.test(text) ? [Number(text.replace(',', '.'))] : [];
  const lower = text.toLowerCase();
  const yes = ['true', 'yes', '1', '是'].includes(lower) ? [true] : [];
  const no = ['false', 'no', '0', '否'].includes(lower) ? [false] : [];
  return [value, ...number, ...yes, ...no, lower, text];
}

const known = new Map<string, boolean>();

/** True if `key` may have `value` by the mapping schema, which takes its element keys from the plan schema. */
function fits(as: Becomes, key: string, value: string | number | boolean): boolean {
  const name = JSON.stringify([as, key, value]);
  const found = known.get(name) ?? mappingValidator()({ rules: [{ where: {}, as, keys: { [key]: value } }] });
  known.set(name, found);
  return found;
}

/** Returns why a shape can't be what its rule says. */
function unfitText(id: string, shape: RawShape, as: Becomes, { frame }: Making): Text {
  if (shape.type !== 'LineString' || as === 'device') return t.unfit({ id, type: shape.type, as });
  const [first = [0, 0], last = first] = [shape.line[0], shape.line.at(-1)];
  return t.open({ id, gap: metres(distance(frame.toMetres(first), frame.toMetres(last))) });
}
