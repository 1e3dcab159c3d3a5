import { beforeAll, describe, expect, it } from 'vitest';
import { joinsOf } from '../../../src/features/inspect/joins.js';
import { ringArea } from '../../../src/geometry/shapes/ring.js';
import { distance } from '../../../src/geometry/vector.js';
import { createSight } from '../../../src/sight/sight.js';
import { count, type ModelMade, makeModel } from './counter.js';
import { house, type ModelOptions } from './make-model.js';

/** The house of make-model.ts, which is drawn by hand: what its plan must have can be said beforehand. */

const bytesOf = (options: ModelOptions = {}) => new TextEncoder().encode(house(options));

describe.each([
  ['IFC4', {}],
  ['IFC4X3 on a site 1,040 m above the sea', { schema: 'IFC4X3_ADD2', site: 1_040_000 }],
])('a house in %s', (_, options) => {
  let made: ModelMade;
  beforeAll(async () => {
    made = await makeModel({ path: 'house.ifc', bytes: bytesOf(options) });
  });
  const level = (id: string) => made.site.levels.find((one) => one.id === id);
  const opening = (name: string) => level('F1')?.openings.find((one) => one.name === name);

  it('has its storeys at their height, with the ceilings of their rooms', () => {
    expect(made.site.levels.map(({ id, elevation, ceiling }) => [id, elevation, ceiling])).toEqual([
      ['F1', 0, 2.8],
      ['F2', 3, 2.7],
    ]);
  });

  it('has its rooms by their inner faces, with their names and uses', () => {
    const rooms = made.site.levels.flatMap(({ zones }) => zones.filter(({ enclosed }) => enclosed));
    expect(rooms.map(({ name, kind, region }) => [name, kind, Number(ringArea(region.rings[0]).toFixed(3))])).toEqual([
      ['大厅', 'lobby', 20],
      ['更衣室', 'changing-room', 19],
      ['办公室', 'office', 40],
    ]);
  });

  it('has its doors and windows on the axis of their wall, from jamb to jamb, as thick as the wall', () => {
    expect(opening('door1')).toMatchObject({ kind: 'door', thickness: 0.2, sill: undefined, head: 2.1 });
    expect(opening('door1')?.line).toEqual([
      [4.1, 1],
      [4.1, 1.9],
    ]);
    expect(opening('window1')).toMatchObject({ kind: 'window', thickness: 0.2, sill: 0.9, head: 2.1 });
    expect(opening('window1')?.line).toEqual([
      [1, 5.1],
      [2.5, 5.1],
    ]);
    expect(opening('door1')?.normallyOpen).toBe(false);
  });

  it('has a passage where nothing fills a void, and none for a niche or a pipe', () => {
    const { openings = [] } = level('F1') ?? {};
    expect(openings.map(({ name, kind }) => [name, kind])).toEqual([
      ['door1', 'door'],
      ['door2', 'door'],
      ['window1', 'window'],
      ['window2', 'window'],
      ['void2', 'passage'],
    ]);
    expect(opening('void2')?.thickness).toBe(0.2);
    expect(opening('void2')?.unsure).toBeUndefined();
  });

  it('joins the rooms by their doors', () => {
    const joins = joinsOf(made.site, createSight(made.site));
    const sides = Object.fromEntries(joins.map((one) => [one.opening.name, one.zones.map((zone) => zone?.name)]));
    expect(sides.door1.toSorted()).toEqual(['大厅', '更衣室']);
    expect(sides.void2.toSorted()).toEqual(['大厅', '更衣室']);
    expect(sides.door2).toContain('大厅');
    expect(sides.door2).toContain(undefined);
  });

  it('has a curtain wall as clear, and a door among its panes that opens the room behind', () => {
    const curtain = level('F2')?.walls.filter(({ material }) => material === 'clear');
    expect(curtain?.map(({ id }) => id.replace(/_.*/, ''))).toEqual(['curtain']);
    const door = level('F2')?.openings.find(({ name }) => name === 'door3');
    expect(door).toMatchObject({ kind: 'door', head: 2.1 });
    expect(door?.line).toEqual([
      [3, -0.08],
      [3.9, -0.08],
    ]);
    const [join] = joinsOf(made.site, createSight(made.site)).filter(({ opening: { name } }) => name === 'door3');
    expect(join.zones.map((zone) => zone?.name).toSorted()).toEqual(['办公室', undefined]);
  });

  it('has the stair as a place in the lobby, and the hole above it in the upper floor', () => {
    const open = made.site.levels.map(({ zones }) =>
      zones.flatMap(({ kind, enclosed, region }) => (enclosed ? [] : [[kind, ringArea(region.rings[0])]])),
    );
    expect(open.map((zones) => zones.map(([kind]) => kind))).toEqual([['stairs'], ['shaft']]);
    for (const zones of open) expect(zones[0][1]).toBeCloseTo(3, 3);
  });

  it('has the devices that its equipment means, at their height, and says which it leaves out', () => {
    const devices = level('F1')?.devices.map(({ kind, name, height }) => [kind, name, height]);
    expect(devices).toEqual([
      ['camera', 'SXJ-01', 2.6],
      ['intrusion-detector', 'motion', 2.25],
    ]);
    const said = made.building.notes.map(({ message }) => message.en).join('\n');
    expect(said).toContain("IfcSensor 'TEMPERATURESENSOR'");
    expect(said).toContain('IfcFurniture has no place in a plan');
  });

  it('has no fault of the import’s making, and is counted right', async () => {
    const counted = await count('house', { path: 'house.ifc', bytes: bytesOf(options) });
    expect(counted).toMatchObject({
      spaces: { right: 3, of: 3 },
      doors: { right: 3, of: 3 },
      joins: [1, 2],
      formed: 0,
      faults: {},
    });
  });
});

it('a lobby that reaches the upper floor in part is open there to the room beside, for sure', async () => {
  const { site } = await makeModel({ path: 'house.ifc', bytes: bytesOf({ isHigh: true }) });
  const [lower, { zones, openings }] = site.levels;
  expect(lower.ceiling).toBe(3);
  expect(zones.map(({ kind, region }) => [kind, ringArea(region.rings[0])])).toContainEqual(['shaft', 10]);
  const [side, ...others] = openings.filter(({ kind }) => kind === 'passage');
  expect(others).toEqual([]);
  expect(side.line.map(([x]) => x)).toEqual([2, 2]);
  expect(side.unsure).toBeUndefined();
});

it.each([0, 33])('a door in a wall with a lining is as deep as both, turned by %i°', async (turned) => {
  const { site } = await makeModel({ path: 'house.ifc', bytes: bytesOf({ lining: 100, turned }) });
  const doors = site.levels[0].openings.filter(({ name }) => name === 'door1' || name === 'door2');
  expect(doors.map(({ thickness }) => thickness)).toEqual([expect.closeTo(0.4, 3), expect.closeTo(0.2, 3)]);
});

it('a house that stands askew has the same rooms, doors and walls', async () => {
  const file = (options: ModelOptions) => ({ path: 'house.ifc', bytes: bytesOf(options) });
  const facts = async (options: ModelOptions) => {
    const { site } = await makeModel(file(options));
    const { name: _, ...counted } = await count('house', file(options));
    const rooms = site.levels.flatMap(({ zones }) => zones.map(({ region }) => ringArea(region.rings[0]).toFixed(2)));
    const doors = site.levels.flatMap(({ openings }) =>
      openings.map(({ name, thickness, line: [a, b] }) => [name, thickness?.toFixed(2), distance(a, b).toFixed(2)]),
    );
    return { counted, rooms, doors, walls: site.levels.map(({ walls }) => walls.length) };
  };
  expect(await facts({ turned: 33 })).toEqual(await facts({}));
});

it('ids are the model’s own, whatever order its lines have', async () => {
  const ids = ({ building }: ModelMade) => building.identified.ids.map(({ to }) => to);
  const [head, data] = house().split('DATA;\n');
  const [lines, tail] = data.split('ENDSEC;\n');
  const turned = `${head}DATA;\n${lines.trimEnd().split('\n').toReversed().join('\n')}\nENDSEC;\n${tail}`;
  const [one, other] = [house(), turned].map((text) => ({ path: 'house.ifc', bytes: new TextEncoder().encode(text) }));
  expect(ids(await makeModel(other)).toSorted()).toEqual(ids(await makeModel(one)).toSorted());
});

describe('what the model lacks', () => {
  /** Returns the house without the lines that begin so, and without what refers to them. */
  const without = (...starts: readonly RegExp[]) => lacking(house(), starts);
  const lacking = (model: string, starts: readonly RegExp[]): Uint8Array => {
    const text = starts.reduce((left, start) => {
      const [all, line] = new RegExp(`(#\\d+)=${start.source}.*\n`).exec(left) ?? ['', ''];
      const relations = new RegExp(`#\\d+=IFCREL(?:VOIDS|FILLS)ELEMENT\\([^\n]*${line}[,)][^\n]*\n`, 'g');
      const references = new RegExp(`${line},|,${line}(?=\\))|(?<=\\()${line}(?=\\))`, 'g');
      return left.replace(all, '').replace(relations, '').replace(references, '');
    }, model);
    return new TextEncoder().encode(text);
  };

  it('as a room is formed of the walls where a door leads in, of unknown use', async () => {
    const { site } = await makeModel({ path: 'house.ifc', bytes: without(/IFCSPACE\('space102/) });
    const rooms = site.levels[0].zones.filter(({ enclosed }) => enclosed);
    expect(rooms.map(({ name, kind, kindUnknown }) => [name, kind, kindUnknown])).toEqual([
      ['大厅', 'lobby', undefined],
      [undefined, 'other', ''],
    ]);
    expect(ringArea(rooms[1].region.rings[0])).toBeCloseTo(19, 1);
    expect(rooms[1].id).toMatch(/-x\d+y\d+$/);
  });

  it.each([45, 135])('as a room is formed too where the house stands askew by %i°', async (turned) => {
    const bytes = lacking(house({ turned }), [/IFCSPACE\('space102/]);
    const { site } = await makeModel({ path: 'house.ifc', bytes });
    const rooms = site.levels[0].zones.filter(({ enclosed }) => enclosed);
    expect(rooms.map(({ name }) => name)).toEqual(['大厅', undefined]);
    expect(ringArea(rooms[1].region.rings[0])).toBeCloseTo(19, 1);
  });

  it('as a room into which no door leads is no room', async () => {
    const ways = [/IFCDOOR\('door1/, /IFCOPENINGELEMENT\('void1/, /IFCOPENINGELEMENT\('void2/];
    const { site } = await makeModel({ path: 'house.ifc', bytes: without(/IFCSPACE\('space102/, ...ways) });
    expect(site.levels[0].openings).toHaveLength(3);
    expect(site.levels[0].zones.filter(({ enclosed }) => enclosed).map(({ name }) => name)).toEqual(['大厅']);
  });

  it('as a wall is a passage to be confirmed', async () => {
    const { site } = await makeModel({ path: 'house.ifc', bytes: without(/IFCWALL\('inner/) });
    const sides = site.levels[0].openings.filter(({ id }) => /-passage-x/.test(id));
    // One on either side of the two doors that still stand there.
    expect(sides.length).toBeGreaterThan(0);
    for (const side of sides) expect(side).toMatchObject({ kind: 'passage', unsure: true });
  });
});
