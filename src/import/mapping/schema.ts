// The JSON schema of a mapping file.

import type { Pack } from '../../law/types.js';
import { DEVICE_KINDS, OPENING_KINDS } from '../../plan/kinds.js';
import { isRecord, memberOf, type Unchecked } from '../../plan/read/unknown.js';
import { BECOMES, type Becomes } from './types.js';

/** Element keys that a rule can't set: they come from the drawing or from other parts of the mapping. */
const GIVEN = ['id', 'kind', 'name', 'polygon', 'holes', 'rect', 'line', 'at', 'levels', 'kindUnknown'];

/**
 * Returns the JSON schema (draft-07) of a mapping. Keys that a rule may give an element are taken from the schema of
 * plans, so that the two can't drift apart. Throws an Error if `plan` is no schema.
 *
 * @param plan content of schemas/plan.read.schema.json
 * @param packs law packs, of whose zone kinds a rule may give any
 */
export function mappingSchema(plan: unknown, packs: readonly Pack[]): Unchecked {
  const zoneKind = kindOf([...new Set(packs.flatMap((pack) => pack.zoneKinds.map(({ id }) => id)))]);
  const elements = { zone: zoneKind, wall: undefined, opening: kindOf(OPENING_KINDS), device: kindOf(DEVICE_KINDS) };
  const definitions = record(record(plan).definitions);
  const conditions = BECOMES.map((as) => {
    const isElement = as !== 'building' && as !== 'outline' && as !== 'none';
    return condition(as, isElement ? keysOf(record(definitions[as])) : {}, isElement ? elements[as] : undefined);
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'sitecam import --mapping',
    description: '映射：建筑数据如何读作设计图 / mapping: how the data of a building is read as a plan',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: said('供编辑器使用 / for editors', { type: 'string' }),
      coordinates: said(
        '数值的含义：米（x向东，y向北）或者WGS 84经纬度 / what the numbers are: metres (x east, y north) or wgs84 (longitude, latitude)',
        { enum: ['metres', 'wgs84'] },
      ),
      unit: said('以米为单位时，来源的一个单位合多少米：毫米为0.001 / metres in a unit of the source: 0.001 for mm', {
        type: 'number',
        minimum: 0.000001,
        maximum: 1000000,
      }),
      keys: said(
        '来源在哪些属性中写明下列各项，取其中第一个有值的 / properties in which the source says this; the first that is there counts',
        {
          type: 'object',
          additionalProperties: false,
          properties: {
            id: said('编号 / id', NAMES),
            name: said('名称；可有语言后缀，如name:zh、name.en / name; with a language: name:zh, name.en', NAMES),
            level: said('楼层 / level', NAMES),
            kind: said('房间用途 / what a room is for', NAMES),
            width: said(
              '画成点的门、窗、柱的宽度 / how wide doors, windows and pillars are that are drawn as points',
              NAMES,
            ),
          },
        },
      ),
      levels: said('楼层：来源未写明楼层或者标高时 / levels, where the source does not say them or their heights', {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            key: said('来源中对该楼层的称呼 / what the source calls it', { type: ['string', 'number'] }),
            id: said('设计图中的编号 / id in the plan', { type: 'string', minLength: 1 }),
            name: said('设计图中的名称 / name in the plan', { type: 'string' }),
            files: said('内容属于该楼层的文件，可用* / files that hold it, with *', NAMES),
            region: said(
              'DXF：该楼层在图中的范围，图形单位：左下角x、y和右上角x、y；坐标自左下角起算 / DXF: the part of the drawing that holds it, in drawing units: x and y of the lower left corner, then of the upper right one, from the first of which its coordinates count',
              { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
            ),
            elevation: said('标高，米 / elevation, m', { type: 'number' }),
            ceiling: said('顶高，地面以上，米 / ceiling, m above the floor', { type: 'number' }),
          },
        },
      }),
      rules: said(
        '各要素读作什么：取第一个符合的；本文件的在前，自带的在后 / what things become: the first rule that matches; those of this file before those that come with sitecam',
        {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['where', 'as'],
            properties: {
              where: said(
                '全部符合才算：属性名和值（*代表任意内容，不分大小写；多个值有其一即可；true为有此属性，false为没有）；另有geometry（Point、LineString、Polygon）、file（文件名）和id（来源中的编号，DXF为句柄） / all must hold: property and value (* for anything, case aside; any of several values; true: is there, false: is not); also geometry (Point, LineString, Polygon), file (its name) and id (the one in the source; of DXF the handle)',
                {
                  type: 'object',
                  additionalProperties: {
                    type: ['string', 'number', 'boolean', 'array'],
                    items: { type: ['string', 'number'] },
                    minItems: 1,
                  },
                },
              ),
              as: said(
                '读作：区域、墙、门窗洞口、设备、墙和门（DXF：同一图层的墙和门按图形区分）、楼层外轮廓，或者不采用 / what it becomes: zone, wall, opening, device, building (DXF: walls and doors of one layer, told apart by their shape), outline of the level, or nothing',
                { enum: [...BECOMES] },
              ),
              kind: said(
                '区域、门窗洞口或者设备的类型；区域不写的，按用途和名称认定 / kind of zone, opening or device; of a zone without it, told by its use and its name',
                { type: 'string' },
              ),
              keys: said('其他各键，写法与设计图相同 / further keys, spelled as in a plan', { type: 'object' }),
              from: said(
                '取自来源属性的各键：设计图的键和属性名；来源没有的，用keys中的值 / keys whose value the source has: key of the plan and property; keys holds where the source has none',
                { type: 'object' },
              ),
            },
            allOf: conditions,
          },
        },
      ),
      kinds: said(
        '用途的取值和区域类型；取值可用*，或者写作“属性=值” / values of the use and kinds of zone; with *, or spelled property=value',
        { type: 'object', additionalProperties: zoneKind },
      ),
      silent: said(
        '说明不了用途的取值：只按名称认定 / values that say nothing of the use: only the name can tell',
        NAMES,
      ),
      names: said(
        '名称末尾的词和区域类型；有*的，为整个名称的样式 / words that end a name and kinds of zone; with *, a pattern for the whole name',
        { type: 'object', additionalProperties: zoneKind },
      ),
      assume: said('来源未写明时的取值，米（非法定） / figures where the source has none, m (not of the law)', {
        type: 'object',
        additionalProperties: false,
        properties: {
          doorWidth: said('画成点的门的宽度，缺省0.9 / width of a door drawn as a point, default 0.9', LENGTH),
          windowWidth: said('画成点的窗的宽度，缺省1.5 / width of a window drawn as a point, default 1.5', LENGTH),
          storey: said('层高，缺省3.6 / from floor to floor, default 3.6', LENGTH),
          pillar: said('画成点的柱的边长，缺省0.4 / side of a pillar drawn as a point, default 0.4', LENGTH),
          blockHeading: said(
            'DXF：设备图块未旋转时的朝向，自图面上方顺时针，度，缺省90（向右） / DXF: where a block of a device looks when it is not turned, degrees clockwise from up, default 90, to the right',
            { type: 'number', minimum: 0, exclusiveMaximum: 360 },
          ),
          gaps: said(
            'DXF：墙上未画门的缺口一律是敞口（passage）还是门（door）；不写的逐个待确认 / DXF: what all gaps are in which no door is drawn, passage or door; without it each is asked about',
            { enum: ['passage', 'door'] },
          ),
        },
      }),
    },
    definitions: usedIn(conditions, definitions),
  };
}

/** One name or a list of names. */
const NAMES = { type: ['string', 'array'], minLength: 1, items: { type: 'string', minLength: 1 }, minItems: 1 };

const LENGTH = { type: 'number', minimum: 0.01, maximum: 100 };

/**
 * Returns a schema that accepts any text: an unknown kind is reported with a "did you mean", not with a list of sixty.
 */
function kindOf(kinds: readonly string[]): Unchecked {
  return { anyOf: [{ enum: kinds }, { type: 'string' }] };
}

const CALLED: Readonly<Record<Becomes, string>> = {
  zone: '区域 / zone',
  wall: '墙 / wall',
  opening: '门窗洞口 / opening',
  device: '设备 / device',
  building: '墙和门，按图形区分 / walls and doors, told apart by their shape',
  outline: '楼层外轮廓 / outline of the level',
  none: '不采用 / nothing',
};

/** Returns the part of the schema for rules whose `as` is `as`: further keys by kind of element. */
function condition(as: Becomes, keys: Unchecked, kind: Unchecked | undefined): Unchecked {
  const [zh, en] = CALLED[as].split(' / ');
  const closed = { type: 'object', additionalProperties: false };
  const sources = Object.fromEntries(
    Object.entries(keys)
      .filter(([, schema]) => isOfOneValue(record(schema)))
      .map(([key, schema]) => [key, said(String(record(schema).description), NAMES)]),
  );
  return {
    if: { type: 'object', properties: { as: said(CALLED[as], { const: as }) } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
    then: {
      type: 'object',
      properties: {
        ...(kind !== undefined && { kind: said(`${zh}的类型 / kind of ${en}`, kind) }),
        keys: said(`${zh}的其他各键 / further keys of ${en}`, { ...closed, properties: keys }),
        from: said(`${zh}的其他各键，取自来源属性 / further keys of ${en}, from the source`, {
          ...closed,
          properties: sources,
        }),
      },
    },
  };
}

/** True if one property of a source can hold the whole value. */
function isOfOneValue({ type, enum: values }: Unchecked): boolean {
  return Array.isArray(values) || type === 'number' || type === 'string' || type === 'boolean';
}

function keysOf(definition: Unchecked): Unchecked {
  return Object.fromEntries(Object.entries(record(definition.properties)).filter(([key]) => !GIVEN.includes(key)));
}

/** Returns those of `definitions` that `schema` refers to, directly or through another. */
function usedIn(schema: unknown, definitions: Unchecked, found: Record<string, unknown> = {}): Unchecked {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/(\w+)"/g)) {
    if (Object.hasOwn(found, name)) continue;
    found[name] = memberOf(definitions, name);
    usedIn(found[name], definitions, found);
  }
  return found;
}

function record(value: unknown): Unchecked {
  if (!isRecord(value)) throw new Error('no schema of plans');
  return value;
}

function said(description: string, schema: Unchecked): Unchecked {
  return { description, ...schema };
}
