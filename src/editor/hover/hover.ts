// The door of hovers: what there is to say of the word at a position of a plan's text.
import type { Hover, Position } from 'vscode-languageserver-types';
import { joined } from '../../i18n/catalogue.js';
import { type Locale, type Localized, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import type { Report } from '../../lint/types.js';
import { findModel } from '../../models/find.js';
import { SHIPPED } from '../../models/table.js';
import { isRecord, memberOf, textIn, type Unchecked } from '../../plan/read/unknown.js';
import type { Block } from '../../render/document.js';
import { markdownBlocks } from '../../render/markdown.js';
import { writeMarkdown } from '../../render/writers/markdown.js';
import { WINDS } from '../../report/html/texts.js';
import { pointerAt } from '../../source/place/pointer-at.js';
import { type Element, elementAt, kindText } from '../elements.js';
import { fileAt, type Name, nameAt, namesCalled, offsetsOf } from '../names/names.js';
import { asRead, planOf } from '../plan.js';
import { offsetAt, rangeOf } from '../text.js';
import type { OpenPlan } from '../types.js';
import { deviceBlocks } from './device.js';
import { t } from './texts.js';
import { type Word, wordAt } from './words.js';
import { openingBlocks, zoneBlocks } from './zone.js';

/**
 * Returns the hover text for the word at a position: the meaning of a key, an element and what it sees, or what the law
 * says of a kind or category. Undefined if there is none.
 *
 * @param last the last report on the plan; if it is on an older text, the hover text says so
 */
export function hoverAt(
  plan: OpenPlan,
  path: string,
  position: Position,
  last: LastReport,
  locale: Locale,
): Hover | undefined {
  const file = fileAt(plan, path);
  if (file === undefined) return undefined;
  const offset = offsetAt(file, position);
  const name = nameAt(plan, file, offset);
  const word = wordAt(plan, file, offset, locale);
  const place = pointerAt(asRead(file), offset);
  const element = place.key === true ? undefined : elementAt(file, place.pointer);
  const blocks = new Sayings(plan, last).on(word, name, element);
  if (blocks.length === 0) return undefined;
  const value = writeMarkdown([{ blocks }], { locale }).trim();
  const { from, to } = name === undefined ? (word ?? { from: offset, to: offset }) : offsetsOf(name);
  return { contents: { kind: 'markdown', value }, range: rangeOf(file, from, to) };
}

/** The last report of an open plan, and whether the plan has become unreadable since. */
export interface LastReport {
  readonly report: Report | undefined;
  /** True if the plan as it is now can't be judged. */
  readonly isUnjudged: boolean;
}

/** Stands between a word of the text and what it is. */
const GAP = verbatim('  ');

class Sayings {
  constructor(
    private readonly plan: OpenPlan,
    private readonly last: LastReport,
  ) {}

  private get judged(): Report | undefined {
    return this.last.report;
  }

  on(word: Word | undefined, name: Name | undefined, element: Element | undefined): Block[] {
    if (word?.at === 'key' && name === undefined) return this.key(word);
    if (name !== undefined && !(name.own && element !== undefined)) return this.named(name);
    if (word === undefined) return name === undefined ? [] : this.named(name);
    const heading = /(?:^|\.)heading$/.test(word.name) ? windOf(word.text) : undefined;
    const first = heading === undefined ? [] : [paragraph({ strong: heading })];
    if (element?.element === 'device' && !word.name.endsWith('.model')) {
      return [...first, ...(heading === undefined ? this.meaning(word) : []), ...this.element(element)];
    }
    if (heading !== undefined) return first;
    if (element !== undefined && (name?.own === true || word.keyName === 'name')) return this.element(element);
    const meaning = word.name.endsWith('.model') ? this.model(word) : this.meaning(word);
    if (element?.element === 'opening' && word.keyName === 'kind')
      return [...meaning, ...this.element(element).slice(1)];
    // What a value of a few stands for is told by its key.
    return word.meaning?.doc === undefined ? [...meaning, ...this.key(word)] : meaning;
  }

  /** Returns what a key says. */
  private key({ key, keyName }: Word): Block[] {
    return key === undefined ? [] : [paragraph([{ code: keyName }, GAP, { zh: key.zh, en: key.en }])];
  }

  /** Returns what a word of a vocabulary means. */
  private meaning({ meaning }: Word): Block[] {
    if (meaning === undefined || (meaning.detail === undefined && meaning.doc === undefined)) return [];
    const { word, detail, doc = '' } = meaning;
    return [
      paragraph([{ code: word }, ...(detail === undefined ? [] : [GAP, { strong: verbatim(detail) }])]),
      ...markdownBlocks(doc.trim()),
    ];
  }

  private model({ text }: Word): Block[] {
    const found = findModel(text, this.plan.options.catalogues ?? SHIPPED);
    if (found === undefined || !('record' in found)) return [];
    const { brand, model, form, resolution, lenses = [], zoom, audio } = found.record;
    const facts = [
      form,
      resolution?.join('×'),
      ...lenses.map(({ mm, hfov }) => `${mm} mm${hfov === undefined ? '' : ` (${hfov}°)`}`),
      zoom && `${zoom.join('–')}°`,
      audio && `audio ${audio}`,
    ].filter((one) => one !== undefined);
    return [
      paragraph(t.model({ brand, model })),
      ...(facts.length === 0 ? [] : [paragraph(verbatim(facts.join(', ')))]),
    ];
  }

  /** Returns what bears an id. */
  private named({ space, id }: Name): Block[] {
    if (space === 'type') return this.type(id);
    const [own] = namesCalled(this.plan, space, id).filter((one) => one.own);
    if (own === undefined) return [];
    if (space === 'level') return this.level(id);
    const element = elementAt(own.file, own.place.pointer);
    return element === undefined ? [] : this.element(element);
  }

  private element({ element, value }: Element): Block[] {
    const id = textIn(value, 'id') ?? '';
    const name = textIn(value, 'name');
    const kind = textIn(value, 'kind') ?? textIn(this.keysOfType(textIn(value, 'type')), 'kind');
    const title = [
      ...(element !== 'sign' && kind === undefined ? [] : [kindText(element, kind ?? '')]),
      ...(name === undefined ? [] : [verbatim(name)]),
    ];
    const strong = joined(title, verbatim(' · '));
    return [
      paragraph(title.length === 0 ? { code: id } : [{ code: id }, GAP, { strong }]),
      ...this.judgedOf(element, id),
    ];
  }

  /** Returns what a device type states; nothing if there is none of the name. */
  private keysOfType(name: string | undefined): Unchecked {
    const types = memberOf(planOf(this.plan), 'deviceTypes');
    const keys = isRecord(types) && name !== undefined ? memberOf(types, name) : undefined;
    return isRecord(keys) ? keys : {};
  }

  /** Returns what the last report knows of an element; nothing if it doesn't have it. */
  private judgedOf(element: Element['element'], id: string): Block[] {
    const report = this.judged;
    if (report === undefined) return [];
    const found = <T extends { readonly id: string }>(of: (level: Report['site']['levels'][number]) => readonly T[]) =>
      report.site.levels.flatMap(of).find((one) => one.id === id);
    const zone = element === 'zone' ? found(({ zones }) => zones) : undefined;
    const opening = element === 'opening' ? found(({ openings }) => openings) : undefined;
    const device = element === 'device' ? found(({ devices }) => devices) : undefined;
    const blocks = [
      ...(zone === undefined ? [] : zoneBlocks(report, zone)),
      ...(opening === undefined ? [] : openingBlocks(report, opening)),
      ...(device === undefined ? [] : deviceBlocks(report, device)),
    ];
    const isOlder = report.files.some(({ path, text }) => (fileAt(this.plan, path)?.text ?? text) !== text);
    if (blocks.length === 0) return [];
    if (this.last.isUnjudged) return [...blocks, paragraph({ quiet: t.unjudged })];
    return isOlder ? [...blocks, paragraph({ quiet: t.older })] : blocks;
  }

  private level(id: string): Block[] {
    const level = this.judged?.site.levels.find((one) => one.id === id);
    if (level === undefined) return [paragraph(t.level({ level: id }))];
    const { zones, openings, devices, elevation, ceiling, name } = level;
    const facts = [
      t.elevation({ elevation: plainFigure(elevation) }),
      ...(ceiling === undefined ? [] : [t.ceiling({ ceiling: plainFigure(ceiling) })]),
      t.holds({ zones: zones.length, openings: openings.length, devices: devices.length }),
    ];
    return [
      paragraph([{ code: id }, ...(name === undefined ? [] : [GAP, { strong: verbatim(name) }])]),
      paragraph(joined(facts, t.comma)),
    ];
  }

  /** Returns what a device type gives, as it is written. */
  private type(id: string): Block[] {
    const keys = this.keysOfType(id);
    if (Object.keys(keys).length === 0) return [];
    const uses = namesCalled(this.plan, 'type', id).filter(({ own, within }) => !own && within === undefined).length;
    return [
      paragraph([{ code: id }, GAP, { strong: kindText('device', textIn(keys, 'kind') ?? '') }]),
      paragraph(verbatim(given(keys))),
      paragraph(t.usedBy({ n: uses })),
    ];
  }
}

/** Returns the keys of a type but its kind, as they are written. */
function given({ kind: _, ...keys }: Unchecked): string {
  return Object.entries(keys)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** Returns the wind of a heading, in degrees clockwise from north; undefined for what is no number. */
function windOf(text: string): Localized | undefined {
  const degrees = Number(text);
  if (text.trim() === '' || !Number.isFinite(degrees)) return undefined;
  const wind = WINDS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8];
  return wind && t.wind({ degrees: plainFigure(degrees), wind });
}

function paragraph(text: Extract<Block, { block: 'paragraph' }>['text']): Block {
  return { block: 'paragraph', text };
}
