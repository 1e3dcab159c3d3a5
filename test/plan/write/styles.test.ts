// Devices written into texts of every style, to the character: lines marked + come, lines marked − go.
import { describe, expect, test } from 'vitest';
import { plotAdd, plotSlide } from '../../../src/plan/write/changes.js';
import { plot } from '../../../src/plan/write/plot.js';
import type { NewDevice, WriteOptions } from '../../../src/plan/write/types.js';
import { addDevices, changeDevices, redesign, removeDevices } from '../../../src/plan/write/write.js';
import { applyEdits } from '../../../src/source/edit/splice.js';
import { drawnFrom, readFrom, writtenInto } from './support.js';

const HEAD = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
deviceTypes:
  dome: {kind: camera, hfov: 90, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    zones:
      - {id: hall, kind: lobby, rect: [0, 0, 10, 10]}
`;

/** Returns the text before and after of one in which lines that come are marked +, and lines that go −. */
function versionsOf(marked: string): { readonly before: string; readonly after: string } {
  const lines = marked.replace(/^\n/, '').split('\n');
  const of = (other: string) =>
    lines
      .filter((line) => !line.startsWith(other))
      .map((line) => line.replace(/^[+−]/, ''))
      .join('\n');
  return { before: of('+'), after: of('−') };
}

const NEW: readonly NewDevice[] = [
  { id: 'C8', level: 'F1', at: [3.004, 4.126], keys: { kind: 'camera', type: 'dome', heading: 359.8, tilt: 12.3 } },
  { id: 'C9', level: 'F1', at: [5, 6], keys: { kind: 'camera', type: 'dome', height: 2.714, heading: 90, tilt: 10 } },
];
const OPTIONS: WriteOptions = { comment: 'sitecam suggest：甲' };

function expectWritten(path: string, marked: string, devices = NEW, options = OPTIONS): void {
  const { before, after } = versionsOf(marked);
  const files = new Map([[path, before]]);
  const { drawn } = readFrom(files);
  const written = writtenInto(files, addDevices(drawn, devices, options));
  expect([...written.values()][0]).toBe(after);
  const ids = (text: string) =>
    drawnFrom(path, text).document.levels.flatMap((level) => level.devices?.map(({ id }) => id) ?? []);
  expect([...ids(after)].sort()).toEqual([...ids(before), ...devices.map(({ id }) => id)].sort());
}

/** Texts of the devices of a level, behind `HEAD`. */
const ADDED: readonly (readonly [style: string, marked: string])[] = [
  [
    'items between braces, comments about others',
    `
    devices:
      # the first
      - {id: C1, kind: camera, type: dome, at: [1, 2], height: 2.7, heading: 90, tilt: 10} # a
      # about D
      - {id: D1, kind: smoke-detector, at: [1, 2]} # d
        # more about D
+      # sitecam suggest：甲
+      - {id: C8, kind: camera, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
+      - {id: C9, kind: camera, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
    # about signs
    signs: []
`,
  ],
  [
    'keys in another order, no kind beside a type',
    `
    devices:
      - {id: C1, type: dome, heading: 90, tilt: 10, height: 2.7, at: [1, 2]}
+      # sitecam suggest：甲
+      - {id: C8, type: dome, heading: 0, tilt: 12.5, at: [3, 4.13]}
+      - {id: C9, type: dome, heading: 90, tilt: 10, height: 2.71, at: [5, 6]}
`,
  ],
  [
    'keys that the others have after those that they lack',
    `
    devices:
      - {id: C1, kind: camera, heading: 90, at: [1, 2], type: dome, hfov: 80}
+      # sitecam suggest：甲
+      - {id: C8, kind: camera, heading: 0, tilt: 12.5, at: [3, 4.13], type: dome}
+      - {id: C9, kind: camera, heading: 90, tilt: 10, at: [5, 6], height: 2.71, type: dome}
`,
  ],
  [
    'blanks within brackets, quotes',
    `
    devices:
      - { id: 'C1', type: "dome", at: [ 1, 2 ] }
+      # sitecam suggest：甲
+      - { id: 'C8', type: "dome", at: [ 3, 4.13 ], heading: 0, tilt: 12.5 }
+      - { id: 'C9', type: "dome", at: [ 5, 6 ], height: 2.71, heading: 90, tilt: 10 }
`,
  ],
  [
    'items on several lines, blank lines between',
    `
    devices:
      - id: C1
        kind: camera
        at: [1, 2]
        hfov: 90

      - id: C2
        kind: camera
        at: [1, 3]
        hfov: 90
+
+      # sitecam suggest：甲
+      - id: C8
+        kind: camera
+        type: dome
+        at: [3, 4.13]
+        heading: 0
+        tilt: 12.5
+
+      - id: C9
+        kind: camera
+        type: dome
+        at: [5, 6]
+        height: 2.71
+        heading: 90
+        tilt: 10

    signs: []
`,
  ],
  [
    'dashes below the key, positions as lists',
    `
    devices:
    - id: C1
      type: dome
      at:
      - 1
      - 2
+    # sitecam suggest：甲
+    - id: C8
+      type: dome
+      at:
+      - 3
+      - 4.13
+      heading: 0
+      tilt: 12.5
+    - id: C9
+      type: dome
+      at:
+      - 5
+      - 6
+      height: 2.71
+      heading: 90
+      tilt: 10
`,
  ],
  [
    'dashes on lines of their own',
    `
    devices:
      -
        id: C1
        type: dome
        at: [1, 2]
+      # sitecam suggest：甲
+      -
+        id: C8
+        type: dome
+        at: [3, 4.13]
+        heading: 0
+        tilt: 12.5
+      -
+        id: C9
+        type: dome
+        at: [5, 6]
+        height: 2.71
+        heading: 90
+        tilt: 10
`,
  ],
  [
    'wide dashes',
    `
    devices:
      -   id: C1
          type: dome
          at: [1, 2]
+      # sitecam suggest：甲
+      -   id: C8
+          type: dome
+          at: [3, 4.13]
+          heading: 0
+          tilt: 12.5
+      -   id: C9
+          type: dome
+          at: [5, 6]
+          height: 2.71
+          heading: 90
+          tilt: 10
`,
  ],
  [
    'most items between braces, the last on several lines',
    `
    devices:
      - {id: C1, type: dome, at: [1, 2]}
      - {id: C2, type: dome, at: [1, 3]}
      - id: D1
        kind: other
        at: [1, 2]
        name: |
          two
          lines
+      # sitecam suggest：甲
+      - {id: C8, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
+      - {id: C9, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
`,
  ],
  [
    'no list of devices',
    `
    signs:
      - {id: S1, at: [1, 2]}
+    devices:
+      # sitecam suggest：甲
+      - {id: C8, kind: camera, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
+      - {id: C9, kind: camera, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
`.replace(/^(\n)( {4}signs[^+]*)([\s\S]*)$/, '$1$3$2'),
  ],
  [
    'an empty list with a comment',
    `
−    devices: [] # none yet
+    devices: # none yet
+      # sitecam suggest：甲
+      - {id: C8, kind: camera, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
+      - {id: C9, kind: camera, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
    signs: []
`,
  ],
  [
    'a list between brackets, with items on lines',
    `
    devices: [
      {id: C1, type: dome, at: [1, 2]}, # one
−      {id: C2, type: dome, at: [1, 3]} # two
+      {id: C2, type: dome, at: [1, 3]}, # two
+      # sitecam suggest：甲
+      {id: C8, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5},
+      {id: C9, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
      # end
    ]
`,
  ],
  [
    'a comma behind the last',
    `
    devices: [
      {id: C1, type: dome, at: [1, 2]}, # one
+      # sitecam suggest：甲
+      {id: C8, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5},
+      {id: C9, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10},
    ]
`,
  ],
  [
    'a list on one line',
    `
−    devices: [{id: C1, type: dome, at: [1,2]}]
+    devices: [{id: C1, type: dome, at: [1,2]}, {id: C8, type: dome, at: [3,4.13], heading: 0, tilt: 12.5}, {id: C9, type: dome, at: [5,6], height: 2.71, heading: 90, tilt: 10}]
`,
  ],
  [
    'another list between brackets, and one with dashes',
    `
    openings: [{id: d1, kind: door, line: [[0, 0], [1, 0]]}]
+    devices:
+      # sitecam suggest：甲
+      - {id: C8, kind: camera, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
+      - {id: C9, kind: camera, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
`,
  ],
  [
    'another level with devices',
    `
+    devices:
+    # sitecam suggest：甲
+    -  {id: C8, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
+    -  {id: C9, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
  - id: F2
    devices:
    -  {id: C1, type: dome, at: [1, 2]}
`,
  ],
];

describe('new devices are written as their neighbours are', () => {
  test.each(ADDED)('%s', (_, marked) => {
    const text = HEAD + marked.replace(/^\n/, '');
    expectWritten('p.yaml', text);
    expectWritten('p.yaml', text.replaceAll('\n', '\r\n'));
    expectWritten('p.yaml', text.trimEnd());
  });

  test('also where the last of them stand behind an alias, which shows no order', () => {
    const [first] = NEW;
    expectWritten(
      'p.yaml',
      `${HEAD}    devices: &d
      - {id: C1, at: [1, 2], type: dome}
  - id: F2
    devices: *d
  - id: F3
+    devices:
+      # sitecam suggest：甲
+      - {id: C8, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
    signs: []
`,
      [{ ...first, level: 'F3' } as NewDevice],
    );
  });

  test('with the keys in their usual order, where there is none to go by', () => {
    const keys = { tilt: 10, heading: 90, height: 2.7, lens: 4, model: 'M', type: 'dome', kind: 'camera', name: '新' };
    expectWritten(
      'p.yaml',
      `${HEAD}    devices:
      - {id: C1, at: [1, 2], audio: none}
+      - {id: C8, name: 新, kind: camera, type: dome, model: M, lens: 4, at: [3, 4], height: 2.7, heading: 90, tilt: 10, audio: none}
`,
      [{ id: 'C8', level: 'F1', at: [3, 4], keys: { audio: 'none', ...keys } }],
      {},
    );
  });

  test('a level on one line', () => {
    const level = (more: string) =>
      `${HEAD.slice(0, HEAD.indexOf('levels:'))}levels: [{id: F1, zones: [{id: hall, kind: lobby, rect: [0, 0, 9, 9]}]${more}}]\n`;
    const items =
      'heading: 0, tilt: 12.5}, {id: C9, kind: camera, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}]';
    const files = new Map([['p.yaml', level('')]]);
    const written = writtenInto(files, addDevices(readFrom(files).drawn, NEW, OPTIONS));
    expect(written.get('p.yaml')).toBe(level(`, devices: [{id: C8, kind: camera, type: dome, at: [3, 4.13], ${items}`));
  });

  test('both levels at once, each with its comment', () => {
    const [first, second] = NEW;
    const other = { ...second, level: 'F2' } as NewDevice;
    expectWritten(
      'p.yaml',
      `${HEAD}    devices:
      - {id: C1, type: dome, at: [1, 2]}
+      # sitecam suggest：甲
+      - {id: C8, type: dome, at: [3, 4.13], heading: 0, tilt: 12.5}
  - id: F2
    devices:
      - {id: C2, kind: camera, type: dome, at: [1, 2]}
+      # sitecam suggest：甲
+      - {id: C9, kind: camera, type: dome, at: [5, 6], height: 2.71, heading: 90, tilt: 10}
`,
      [first as NewDevice, other],
    );
  });
});

const TYPED: readonly NewDevice[] = [{ id: 'C8', level: 'F1', at: [3, 4], keys: { type: 'new', heading: 90 } }];
const TYPES: WriteOptions = {
  types: new Map([['new', { kind: 'camera', hfov: 54, resolution: [2560, 1440] }]]),
};

describe('types that the plan lacks are added', () => {
  test.each([
    [
      'behind the others',
      `
deviceTypes:
  # the dome
  dome: {kind: camera, hfov: 90} # dome
+  new: {kind: camera, hfov: 54, resolution: [2560, 1440]}

levels:
  - id: F1
    devices:
      - {id: C1, type: dome, at: [1, 2]}
+      - {id: C8, type: new, at: [3, 4], heading: 90}
`,
    ],
    [
      'on several lines, as the others',
      `
deviceTypes:
  dome:
    kind: camera
    hfov: 90
    resolution:
      - 1
      - 2
+  new:
+    kind: camera
+    hfov: 54
+    resolution:
+      - 2560
+      - 1440
levels:
  - id: F1
    devices:
      - {id: C1, type: dome, at: [1, 2]}
+      - {id: C8, type: new, at: [3, 4], heading: 90}
`,
    ],
    [
      'where there are none, before the levels',
      `
north: 0 # up
+
+deviceTypes:
+  new: {kind: camera, hfov: 54, resolution: [2560, 1440]}

# The floors
levels:
  - id: F1
    devices:
      - {id: C1, kind: camera, at: [1, 2]}
+      - {id: C8, type: new, at: [3, 4], heading: 90}
`,
    ],
    [
      'into an empty map',
      `
−deviceTypes: {}
+deviceTypes:
+  new: {kind: camera, hfov: 54, resolution: [2560, 1440]}
levels:
  - id: F1
    devices:
      - {id: C1, kind: camera, at: [1, 2]}
+      - {id: C8, type: new, at: [3, 4], heading: 90}
`,
    ],
  ])('%s', (_, marked) => {
    expectWritten(
      'p.yaml',
      `sitecam: 1\nsite: {name: 测试, categories: [hotel], region: "150102"}${marked}`,
      TYPED,
      TYPES,
    );
  });

  test('in JSON, on lines', () => {
    expectWritten(
      'p.json',
      `{
  "sitecam": 1,
  "site": {"name": "测试", "categories": ["hotel"], "region": "150102"},
+  "deviceTypes": {"new": {"kind": "camera", "hfov": 54, "resolution": [2560, 1440]}},
  "levels": [
    {
      "id": "F1",
−      "zones": []
+      "zones": [],
+      "devices": [{"id": "C8", "type": "new", "at": [3, 4], "heading": 90}]
    }
  ]
}
`,
      TYPED,
      { ...TYPES, comment: 'sitecam suggest：甲' },
    );
  });
});

test('a design of one step is that step', () => {
  const text = `${HEAD}    devices:\n      - {id: C1, type: dome, at: [1, 2], height: 2.7}\n`;
  const { drawn } = readFrom(new Map([['p.yaml', text]]));
  const change = [{ id: 'C1', height: 3 }];
  expect(redesign(drawn, { add: NEW }, OPTIONS)).toEqual(addDevices(drawn, NEW, OPTIONS));
  expect(redesign(drawn, { change })).toEqual(changeDevices(drawn, change));
  expect(redesign(drawn, { remove: ['C1'] })).toEqual(removeDevices(drawn, ['C1']));
  for (const design of [{ add: NEW }, { change }, { remove: ['C1'] }]) {
    const written = redesign(drawn, design);
    expect(written.ok && written.edits.length > 0).toBe(true);
  }
  expect(redesign(drawn, {})).toEqual({ ok: true, edits: [] });
});

test('a device that is drawn by hand into GeoJSON is a feature of its level', () => {
  const text = `{
  "type": "FeatureCollection",
  "sitecam": {"version": 1, "site": {"name": "测试", "categories": ["hotel"]}, "coordinates": "metres", "levels": [{"id": "F1"}, {"id": "F2"}]},
  "features": [
    {"type": "Feature", "properties": {"element": "zone", "id": "z", "level": "F1", "kind": "lobby"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]]}}
  ]
}
`;
  const { drawn } = readFrom(new Map([['p.geojson', text]]));
  const change = { change: 'add', device: 'C1', level: 'F2', kind: 'camera', at: [3, 4], heading: 90 } as const;
  const { edits, refused } = plotAdd(change, drawn);
  expect(refused).toBeUndefined();
  const after = drawnFrom('p.geojson', applyEdits(text, edits)).document;
  expect(after.levels.map(({ devices }) => devices)).toEqual([
    undefined,
    [{ id: 'C1', kind: 'camera', heading: 90, at: [3, 4] }],
  ]);
});

test('a door slides along its wall, and stays where it is written elsewhere', () => {
  const of = (line: string, more = '') => `${HEAD}    openings:\n      - {id: d, kind: door, line: ${line}}\n${more}`;
  const slid = (text: string, by: number, opening = 'd') => {
    const { edits, refused } = plotSlide({ change: 'slide', opening, by }, drawnFrom('p.yaml', text));
    return refused?.en ?? applyEdits(text, edits);
  };
  expect(slid(of('[[1, 0], [2, 0]]'), 0.5)).toBe(of('[[1.5, 0], [2.5, 0]]'));
  expect(slid(of('[[0, 4], [0, 2]]'), 0.5)).toBe(of('[[0, 3.5], [0, 1.5]]'));
  expect(slid(of('[[1, 0], [2, 0]]'), Number.NaN)).toContain("'by' must be a number");
  expect(slid(of('[[1, 0], [2, 0]]'), 1, 'gone')).toContain("no opening 'gone'");
  expect(slid(of('&line [[1, 0], [2, 0]]', '    walls: [{id: w, line: *line}]\n'), 1)).toContain('alias');
});

test('a device taken out by hand goes with its line, unless an alias repeats its list', () => {
  const taken = (list: string) => {
    const text = `${HEAD}${list}`;
    const { edits, refused } = plot({ change: 'remove', device: 'C1' }, drawnFrom('p.yaml', text));
    return refused?.en ?? applyEdits(text, edits);
  };
  const other = '      - {id: C2, kind: camera, at: [2, 2]}\n';
  expect(taken(`    devices:\n      - {id: C1, kind: camera, at: [1, 2]}\n${other}`)).toBe(
    `${HEAD}    devices:\n${other}`,
  );
  expect(taken(`    devices:\n${other}`)).toContain("no device 'C1'");
  // Also the last one, with its dash under the key, as some programs write lists.
  const [last, under] = ['    devices:\n    - {id: C1, kind: camera, at: [1, 2]}\n', '    signs: []\n'];
  expect(taken(`${last}${under}`)).toBe(`${HEAD}    devices: []\n${under}`);
  // What the plan states of it elsewhere goes too, or the next device of that id would get it.
  const stated = 'overrides:\n  C1: {status: removed}\n  hall: {important: true}\n';
  expect(taken(`    devices:\n      - {id: C1, kind: camera, at: [1, 2]}\n${other}${stated}`)).toBe(
    `${HEAD}    devices:\n${other}overrides:\n  hall: {important: true}\n`,
  );
  const list = '    devices: &d\n      - {id: C1, kind: camera, at: [1, 2]}\n  - id: F2\n    devices: *d\n';
  expect(taken(list)).toContain('can only be changed in the text');
});

describe('in GeoJSON new devices are features', () => {
  const feature = (id: string, level: string, more = '', at = '[1, 2]') =>
    `{"type": "Feature", "properties": {"element": "device"${level}, "id": "${id}", "kind": "camera"${more}}, "geometry": {"type": "Point", "coordinates": ${at}}}`;
  const collection = (levels: string, features: string) => `{
  "type": "FeatureCollection",
  "sitecam": {"version": 1, "site": {"name": "测试", "categories": ["hotel"], "region": "150102"}, "coordinates": "metres", "levels": [${levels}]},
  "features": [
${features}
  ]
}
`;
  const device: NewDevice = { id: 'C8', level: 'F1', at: [3, 4], keys: { kind: 'camera', heading: 90 } };

  test('behind those of their level', () => {
    const level = ', "level": "F1"';
    expectWritten(
      'p.geojson',
      collection(
        '{"id": "F1"}, {"id": "F2"}',
        `    ${feature('C1', level)},
+    ${feature('C8', level, ', "heading": 90', '[3, 4]')},
    ${feature('C2', ', "level": "F2"')}`,
      ),
      [device],
    );
  });

  test('of two levels without devices behind the last', () => {
    const zone =
      '{"type": "Feature", "id": "z", "properties": {"element": "zone", "level": "F1", "kind": "lobby", "rect": [0, 0, 5, 5]}, "geometry": null}';
    const [first, second] = [
      { ...device, keys: { kind: 'camera' } },
      { ...device, id: 'C9', level: 'F2', keys: { kind: 'camera' } },
    ];
    expectWritten(
      'p.geojson',
      collection(
        '{"id": "F1"}, {"id": "F2"}',
        `−    ${zone}
+    ${zone},
+    ${feature('C8', ', "level": "F1"', '', '[3, 4]')},
+    ${feature('C9', ', "level": "F2"', '', '[3, 4]')}`,
      ),
      [first, second],
    );
  });

  test('without a level where the others name none, with the id where they have it', () => {
    const outside = (id: string, more = '', at = '[1, 2]') =>
      `{"type": "Feature", "id": "${id}", "geometry": {"type": "Point", "coordinates": ${at}}, "properties": {"element": "device", "kind": "camera"${more}}}`;
    expectWritten(
      'p.geojson',
      collection(
        '{"id": "F1"}',
        `−    ${outside('C1')}\n+    ${outside('C1')},\n+    ${outside('C8', ', "heading": 90', '[3, 4]')}`,
      ),
      [device],
    );
  });

  test('behind the last feature, however many devices another level lists', () => {
    const at = (n: number) => `{"id": "D${n}", "kind": "camera", "at": [${n}, 2]}`;
    expectWritten(
      'p.geojson',
      collection(
        `{"id": "F1"}, {"id": "F2", "devices": [${[1, 2, 3, 4].map(at).join(', ')}]}, {"id": "F3"}`,
        `−    ${feature('C1', ', "level": "F1"')}
+    ${feature('C1', ', "level": "F1"')},
+    ${feature('C8', ', "level": "F3"', ', "heading": 90', '[3, 4]')}`,
      ),
      [{ ...device, level: 'F3' }],
    );
  });

  test('none where the level lists its own', () => {
    const list = (more: string) =>
      collection(`{"id": "F1", "devices": [{"id": "C1", "kind": "camera", "at": [1, 2]}${more}]}`, '');
    const files = new Map([['p.geojson', list('')]]);
    const written = writtenInto(files, addDevices(readFrom(files).drawn, [device]));
    expect(written.get('p.geojson')).toBe(list(', {"id": "C8", "kind": "camera", "at": [3, 4], "heading": 90}'));
  });
});

describe('a level of which another file has the geometry', () => {
  const geometry = JSON.stringify({
    type: 'FeatureCollection',
    coordinates: 'metres',
    features: [
      {
        type: 'Feature',
        properties: { element: 'device', id: 'G1', kind: 'camera' },
        geometry: { type: 'Point', coordinates: [111.65, 40.82] },
      },
    ],
  });
  const text = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
origin: [111.65, 40.82]
levels:
  - id: F1
    geometry: f1.geojson
`;
  const files = new Map([
    ['p.yaml', text],
    ['f1.geojson', geometry],
  ]);

  test('gets its new devices in the plan', () => {
    const device: NewDevice = { id: 'C8', level: 'F1', at: [3, 4], keys: { kind: 'camera', heading: 90 } };
    const written = writtenInto(files, addDevices(readFrom(files).drawn, [device], OPTIONS));
    expect(written.get('p.yaml')).toBe(
      `${text}    devices:\n      # sitecam suggest：甲\n      - {id: C8, kind: camera, at: [3, 4], heading: 90}\n`,
    );
    expect(readFrom(written).drawn.document.levels[0]?.devices?.map(({ id }) => id)).toEqual(['G1', 'C8']);
  });

  test('keeps the devices of that file', () => {
    const refused = removeDevices(readFrom(files).drawn, ['G1']);
    expect(refused.ok ? '' : refused.reason.en).toContain("'G1' is drawn in the imported geometry f1.geojson");
  });
});

describe('positions and figures', () => {
  test.each([
    ['millimetres', '[3000, 4130]'],
    ['centimetres', '[300, 413]'],
  ])('are written in %s', (unit, at) => {
    const text = HEAD.replace('deviceTypes', `coordinates: ${unit}\ndeviceTypes`).replace(
      '[0, 0, 10, 10]',
      '[0, 0, 9000, 9000]',
    );
    const files = new Map([['p.yaml', text]]);
    const written = writtenInto(files, addDevices(readFrom(files).drawn, NEW.slice(0, 1)));
    expect(written.get('p.yaml')).toContain(`{id: C8, kind: camera, type: dome, at: ${at}, heading: 0, tilt: 12.5}`);
  });

  test('of devices that another file draws are stated in the plan, of several at once', () => {
    const camera = (id: string, x: number) =>
      `{"type": "Feature", "properties": {"element": "device", "id": "${id}", "kind": "camera", "heading": 0}, "geometry": {"type": "Point", "coordinates": [${x}, 2]}}`;
    const text = `sitecam: 1\nsite: {name: 测试, categories: [hotel], region: "150102"}\nlevels:\n  - {id: F1, geometry: g.geojson}\n`;
    const files = new Map([
      ['p.yaml', text],
      [
        'g.geojson',
        `{"type": "FeatureCollection", "sitecam": {"version": 1, "coordinates": "metres"}, "features": [${camera('G1', 1)}, ${camera('G2', 2)}]}`,
      ],
    ]);
    const changes = [
      { id: 'G1', heading: 44.8, at: [1.5, 2] as const },
      { id: 'G2', heading: 90, tilt: 10 },
    ];
    const written = writtenInto(files, changeDevices(readFrom(files).drawn, changes));
    const devices = readFrom(written).drawn.document.levels[0]?.devices;
    expect(devices).toMatchObject([
      { id: 'G1', heading: 45, at: [1.5, 2] },
      { id: 'G2', heading: 90, tilt: 10, at: [2, 2] },
    ]);
  });
});

test('figures that are written already stay as they are written', () => {
  const text = `${HEAD}    devices:
      - {id: C1, type: dome, at: [1.00, 2.000], height: 2.70, heading: 90.0, tilt: 10.2}
`;
  const { drawn } = readFrom(new Map([['p.yaml', text]]));
  const same = { id: 'C1', at: [1.002, 2] as const, height: 2.701, heading: 90.1, tilt: 10.1, type: 'dome' };
  expect(changeDevices(drawn, [same])).toEqual({ ok: true, edits: [] });
  const other = changeDevices(drawn, [{ ...same, height: 2.8 }]);
  expect(other.ok && other.edits.map((edit) => text.slice(edit.from, edit.to))).toEqual(['2.70']);
});

test('the type that a device of another file has is not stated again', () => {
  const feature =
    '{"type": "Feature", "properties": {"element": "device", "id": "G1", "type": "dome"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}';
  const files = new Map([
    ['p.yaml', `${HEAD.slice(0, HEAD.indexOf('    zones'))}    geometry: g.geojson\n`],
    [
      'g.geojson',
      `{"type": "FeatureCollection", "sitecam": {"version": 1, "coordinates": "metres"}, "features": [${feature}]}`,
    ],
  ]);
  const changed = changeDevices(readFrom(files).drawn, [{ id: 'G1', type: 'dome', heading: 90 }]);
  expect(writtenInto(files, changed).get('p.yaml')).toMatch(/^overrides: \{G1: \{heading: 90\}\}$/m);
});

describe('what cannot be written is refused, with the reason', () => {
  const one = (more: Partial<NewDevice>): NewDevice => ({
    id: 'C8',
    level: 'F1',
    at: [3, 4],
    keys: { kind: 'camera' },
    ...more,
  });
  const list = '    devices:\n      - {id: C1, kind: camera, at: [1, 2]}\n';
  test.each<readonly [string, string, readonly NewDevice[], string]>([
    ['an id that a zone has', list, [one({ id: 'hall' })], "id 'hall' is taken"],
    ['an id twice', list, [one({}), one({})], "id 'C8' is taken"],
    ['an unknown level', list, [one({ level: 'F9' })], "no level 'F9'"],
    ['an unknown type', list, [one({ keys: { type: 'x' } })], "no device type 'x'"],
    ['no number', list, [one({ at: [Number.NaN, 0] })], "'at' must be a number"],
    [
      'a list that an alias repeats',
      `    devices: &d []\n  - id: F2\n    devices: *d\n`,
      [one({})],
      'can only be changed in the text',
    ],
    [
      'a text before it that would lose a blank line',
      '    devices:\n      - id: C1\n        kind: camera\n        at: [1, 2]\n        name: |+\n          x\n\n    signs: []\n',
      [one({})],
      'can only be changed in the text',
    ],
    ['a list that is an alias', `    walls: &d []\n    devices: *d\n`, [one({})], 'can only be changed in the text'],
  ])('%s', (_, body, devices, reason) => {
    const written = addDevices(drawnFrom('p.yaml', HEAD + body), devices);
    expect(written.ok ? 'written' : written.reason.en).toContain(reason);
  });
});

/** Texts of the devices of a level, with those that go. */
const REMOVED: readonly (readonly [what: string, ids: readonly string[], marked: string])[] = [
  [
    'neighbours, with their comments',
    ['C2', 'C3'],
    `
    devices:
      # the first
      - {id: C1, kind: camera, at: [1, 2]} # one
        # more about the first
−      # the second and third
−      - {id: C2, kind: camera, at: [1, 2]} # two
−      - id: C3
−        kind: camera
−        at: [1, 2]
−        # more about the third

      # the last
      - {id: C4, kind: camera, at: [1, 2]}
    signs: []
`,
  ],
  [
    'one of several under a comment, which stays',
    ['C1'],
    `
    devices:
      # outdoors
−      - {id: C1, kind: camera, at: [1, 2]}
      - {id: C2, kind: camera, at: [1, 2]}
`,
  ],
  [
    'one below a device that is commented out',
    ['C1'],
    `
    devices:
      # - {id: C0, kind: camera, at: [1, 2]}
−      - {id: C1, kind: camera, at: [1, 2]}
      - {id: C2, kind: camera, at: [1, 2]}
`,
  ],
  [
    'the only one',
    ['C1'],
    `
−    devices: # all
+    devices: [] # all
−      - {id: C1, kind: camera, at: [1, 2]}
    signs: []
`,
  ],
  [
    'all of them, below their key',
    ['C2', 'C1'],
    `
−    devices:
+    devices: []
−    - id: C1
−      kind: camera
−      at: [1, 2]
−    - id: C2
−      kind: camera
−      at:
−      - 1
−      - 2
`,
  ],
  [
    'the first and the last between brackets on lines',
    ['C1', 'C3', 'C4'],
    `
    devices: [
−      # one
−      {id: C1, kind: camera, at: [1, 2]},
−
−      {id: C2, kind: camera, at: [1, 2]}, # two
+
+      {id: C2, kind: camera, at: [1, 2]} # two
−      {id: C3, kind: camera, at: [1, 2]},
−      {id: C4, kind: camera, at: [1, 2]} # four
    ]
`,
  ],
  [
    'some on one line',
    ['C1', 'C3', 'C5'],
    `
−    devices: [{id: C1, kind: other, at: [1, 2]}, {id: C2, kind: other, at: [1, 2]}, {id: C3, kind: other, at: [1, 2]}, {id: C4, kind: other, at: [1, 2]}, {id: C5, kind: other, at: [1, 2]}]
+    devices: [{id: C2, kind: other, at: [1, 2]}, {id: C4, kind: other, at: [1, 2]}]
`,
  ],
  [
    'all on one line',
    ['C1', 'C2'],
    `
−    devices: [{id: C1, kind: other, at: [1, 2]}, {id: C2, kind: other, at: [1, 2]}]
+    devices: []
`,
  ],
  [
    'one with what is stated of it elsewhere',
    ['C1'],
    `
    devices:
−      - {id: C1, kind: camera, at: [1, 2]}
      - {id: C2, kind: camera, at: [1, 2]}
overrides:
−  # measured
−  C1: {height: 2.5}

  C2: {height: 2.5}
`,
  ],
  [
    'those of two levels',
    ['C1', 'C2'],
    `
    devices:
−      - {id: C1, kind: camera, at: [1, 2]}
      - {id: D1, kind: other, at: [1, 2]}
  - id: F2
−    devices:
+    devices: []
−      - {id: C2, kind: camera, at: [1, 2]}
`,
  ],
  [
    'one that holds an anchor of its own',
    ['C1'],
    `
    devices:
−      - {id: C1, kind: camera, at: &a [1, 2], name: *n}
      - {id: D1, kind: other, at: [1, 2]}
`,
  ],
];

describe('devices go, and the comments about others stay', () => {
  test.each(REMOVED)('%s', (_, ids, marked) => {
    const text = `${HEAD.replace('测试', '&n 测试')}${marked.replace(/^\n/, '')}`;
    for (const one of [text, text.replaceAll('\n', '\r\n'), text.trimEnd()]) {
      const { before, after } = versionsOf(one);
      const files = new Map([['p.yaml', before]]);
      const written = writtenInto(files, removeDevices(readFrom(files).drawn, ids));
      expect(written.get('p.yaml')?.trimEnd()).toBe(after.trimEnd());
    }
  });

  test('but not one whose text another one uses', () => {
    const body =
      '    devices:\n      - {id: C1, kind: camera, at: &a [1, 2]}\n      - {id: C2, kind: camera, at: *a}\n';
    const drawn = drawnFrom('p.yaml', HEAD + body);
    expect(removeDevices(drawn, ['C1']).ok).toBe(false);
    expect(removeDevices(drawn, ['C1', 'C2']).ok).toBe(true);
  });
});
