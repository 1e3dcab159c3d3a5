// The JSON schema of the file of device types and rules of mounting that `sitecam suggest` reads.

import { isRecord, memberOf, type Unchecked } from '../../../plan/read/unknown.js';

/** Keys of the plan's device types that depend on where a device is: those that `suggest` gives it, or that no type has here. */
const PLACED = ['height', 'heading', 'tilt', 'masks', 'opening', 'status', 'mobile', 'mandatedBy'];

/** Largest price: sums of prices stay whole numbers. */
const MOST_PRICE = 1_000_000_000;
/** Most mount heights that are searched. */
const MOST_HEIGHTS = 8;
/** Most types, no-go places and devices that stay; whoever needs more has another problem. */
const MOST_TYPES = 50;
const MOST_PLACES = 1000;
const MOST_POINTS = 1000;
const MOST_FIXED = 2000;
/** Metres: no mount is higher, and no distance from an opening larger. */
const MOST_METRES = 100;

/**
 * Returns the JSON schema (draft-07) of sitecam.suggest.yaml. The keys of a device type are taken from the schema of
 * plans, so that the two can't drift apart. Throws an Error if `plan` is no schema.
 *
 * @param plan content of schemas/plan.read.schema.json
 */
export function suggestSchema(plan: unknown): Unchecked {
  const definitions = record(record(plan).definitions);
  const keys = Object.entries(record(record(definitions.deviceType).properties));
  const type = {
    ...Object.fromEntries(keys.filter(([key]) => !PLACED.includes(key))),
    kind: said(
      '设备类型：camera、door-contact、access-reader / kind of device: camera, door-contact or access-reader',
      {
        anyOf: [{ enum: ['camera', 'door-contact', 'access-reader'] }, { type: 'string' }],
      },
    ),
    price: said(
      '一台的价格，正整数，单位自定；缺省1 / price of one, a whole number in a unit of your own; 1 when absent',
      {
        type: 'integer',
        minimum: 1,
        maximum: MOST_PRICE,
      },
    ),
    mounts: said(
      '摄像机可以装在：墙面、墙角、顶棚；缺省[wall] / where a camera may be mounted: on a wall, in a corner, on the ceiling; [wall] when absent',
      { type: 'array', minItems: 1, items: { enum: ['wall', 'corner', 'ceiling'] } },
    ),
  };
  const properties = {
    $schema: said('供编辑器使用 / for editors', { type: 'string' }),
    types: said(
      '可以选用的型号，按名称；设计图deviceTypes已有的，只写price和mounts；不写本项则为设计图的deviceTypes / types that may be used, by name; of those in the deviceTypes of the plan only price and mounts are needed; without this key, the deviceTypes of the plan',
      {
        type: 'object',
        minProperties: 1,
        maxProperties: MOST_TYPES,
        additionalProperties: { $ref: '#/definitions/type' },
      },
    ),
    mounting: said('安装条件，均非法定 / rules of mounting, none of them the law’s', {
      ...closed({
        wall: said('装于墙面 / on a wall', {
          ...closed({
            heights: said(
              '安装高度，地面以上，米；逐一试用；缺省[2.7] / mount heights above the floor, m; each is tried; [2.7] when absent',
              {
                type: 'array',
                minItems: 1,
                maxItems: MOST_HEIGHTS,
                items: { type: 'number', maximum: MOST_METRES },
              },
            ),
            'from-openings': said(
              '距门窗洞口和玻璃的最小距离，米；缺省0.35 / least distance from openings and glass, m; 0.35 when absent',
              {
                type: 'number',
                minimum: 0,
                maximum: MOST_METRES,
              },
            ),
          }),
        }),
        ceiling: said('装于顶棚 / on the ceiling', {
          ...closed({
            drop: said('镜头低于顶棚，米；缺省0.1 / how far the lens is below the ceiling, m; 0.1 when absent', {
              type: 'number',
              minimum: 0,
              maximum: MOST_METRES,
            }),
          }),
        }),
        noGo: said('不得安装之处 / where nothing may be mounted', {
          type: 'array',
          maxItems: MOST_PLACES,
          items: {
            ...closed({
              wall: said('墙的编号 / id of a wall', { type: 'string' }),
              zone: said('区域的编号 / id of a zone', { type: 'string' }),
              polygon: said(
                '多边形，坐标与设计图相同；另须level / polygon, in the coordinates of the plan; needs level',
                { type: 'array', minItems: 3, maxItems: MOST_POINTS, items: { $ref: '#/definitions/point' } },
              ),
              level: said('polygon所在楼层的编号 / id of the level that the polygon is on', { type: 'string' }),
            }),
            oneOf: [{ required: ['wall'] }, { required: ['zone'] }, { required: ['polygon'] }],
          },
        }),
        tilts: said(
          '俯角范围[小, 大]，水平以下为正，度；缺省[0, 90] / tilts [from, to] below the horizon, degrees; [0, 90] when absent',
          {
            type: 'array',
            minItems: 2,
            maxItems: 2,
            items: { type: 'number', minimum: 0, maximum: 90 },
          },
        ),
      }),
    }),
    fixed: said(
      '不得移动、更换的设备的编号；已装的、依其他规定设置的一律不动 / ids of devices that stay, besides existing ones and those that another rule orders',
      {
        type: 'array',
        maxItems: MOST_FIXED,
        items: { type: 'string' },
      },
    ),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'sitecam suggest',
    description:
      '布设条件：可以选用的型号和安装条件 / what sitecam suggest may use: device types and rules of mounting',
    ...closed(properties),
    definitions: {
      type: { description: '型号 / device type', ...closed(type) },
      ...usedIn([type, properties], definitions),
    },
  };
}

function closed(properties: Unchecked): Unchecked {
  return { type: 'object', additionalProperties: false, properties };
}

/** Returns those of `definitions` that `schema` refers to, directly or through another. */
function usedIn(schema: unknown, definitions: Unchecked, found: Record<string, unknown> = {}): Unchecked {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/(\w+)"/g)) {
    if (name === 'type' || Object.hasOwn(found, name)) continue;
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
