// Attributes of DXF blocks, and the device facts in them.

import type { BlockWords } from '../../../devices/vocabulary.js';
import { metresIn } from '../../../support/length.js';
import { type Entity, numberOf, textOf } from './drawing.js';
import { wordsOf } from './text.js';
import type { Piece } from './walk.js';

/** Returns the attributes of an insert by tag in upper case, including constant ones from the block's definition. */
export function attributesOf({ entity, block }: Piece): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  const constant =
    block?.entities.filter(({ type, ...own }) => type === 'ATTDEF' && (numberOf(own, 70) & 2) !== 0) ?? [];
  for (const attribute of [...constant, ...entity.parts]) {
    const tag = tagOf(attribute);
    const text = wordsOf(attribute);
    if (tag !== '' && text !== '') attributes[tag] = text;
  }
  return attributes;
}

function tagOf(attribute: Entity): string {
  return (textOf(attribute, 2) ?? '').trim().toUpperCase();
}

/** Attribute tags that security drawings use for each device fact, in order of preference. */
const TAGS = {
  model: ['MODEL', 'TYPE', '型号', '设备型号', '规格型号', '规格'],
  height: ['HEIGHT', 'MOUNTHEIGHT', 'MOUNT_HEIGHT', 'INSTALLHEIGHT', 'H', '安装高度', '高度', '离地高度'],
  tilt: ['TILT', 'PITCH', '俯角', '俯仰角', '倾角'],
  hfov: ['HFOV', 'FOV', '水平视场角', '视场角', '水平视角'],
  direction: ['DIRECTION', 'HEADING', 'AZIMUTH', '方位角', '朝向', '方向'],
  name: ['NAME', '名称', '设备名称', 'DESC', 'DESCRIPTION', '说明'],
} as const;

/** Facts of a device as the attributes of its block write them, unread: `hfov` may be '90°'. */
export type DeviceFacts = Partial<Record<keyof typeof TAGS, string>>;

/**
 * Returns the device facts among the attributes of a block, which are by tag in upper case (`attributesOf`), as text.
 */
export function deviceFactsIn(attributes: Readonly<Record<string, string>>): DeviceFacts {
  return Object.fromEntries(
    Object.entries(TAGS).flatMap(([key, tags]) => {
      const tag = tags.find((name) => Object.hasOwn(attributes, name));
      return tag === undefined ? [] : [[key, attributes[tag]]];
    }),
  );
}

const FACT_TAGS: ReadonlySet<string> = new Set(Object.values(TAGS).flat());

/** True if `attribute` holds a fact of its device, such as its model. */
export function isFact(attribute: Entity): boolean {
  return FACT_TAGS.has(tagOf(attribute));
}

/** Returns what the drawing calls an inserted block: names, the attributes that name it, layer. */
export function wordsOfBlock(insert: Piece): BlockWords {
  const { name, model } = deviceFactsIn(attributesOf(insert));
  return {
    block: (textOf(insert.entity, 2) ?? '').trim(),
    dynamic: insert.blockName,
    attributes: [name, model].flatMap((word) => word ?? []),
    layer: insert.layer,
  };
}

/**
 * Returns the mount height in m: 2.8, 2.8m, H=2800, +2.800, 距地2,8米. A number of 20 or more without a unit is in mm,
 * since no camera in a room hangs that high. Undefined if `text` doesn't end in a length.
 */
export function heightIn(text: string): number | undefined {
  const [, length, unit] = /(?:^|[^\d.,])(\d+(?:[.,]\d+)?\s*(mm|cm|m|毫米|厘米|米)?)\s*$/i.exec(text) ?? [];
  const metres = length === undefined ? undefined : metresIn(length);
  return metres !== undefined && unit === undefined && metres >= 20 ? metres / 1000 : metres;
}
