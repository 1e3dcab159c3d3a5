// Writes small building models (IFC4), in millimetres: of the house that the tests ask, and parts of it.

/** A box: from one corner to the other, mm. */
type Box = readonly [x0: number, y0: number, z0: number, x1: number, y1: number, z1: number];

/** How a model is written. */
export interface ModelOptions {
  readonly schema?: string;
  /** Height of the site above the sea, mm. */
  readonly site?: number;
  /** Degrees, counter-clockwise, by which the building stands askew. */
  readonly turned?: number;
  /** Whether the lobby reaches through both storeys in its western half, open to the office, which begins there. */
  readonly isHigh?: boolean;
  /** How far before the wall between the rooms the lobby ends, mm: a lining. */
  readonly lining?: number;
  /** Lines added to the data, as they stand. */
  readonly more?: readonly string[];
}

/** A writer of lines in STEP. */
class Step {
  readonly lines: string[] = [];
  private guids = 0;

  add(entity: string): string {
    this.lines.push(`#${this.lines.length + 1}=${entity};`);
    return `#${this.lines.length}`;
  }

  /** Returns a new GlobalId that tells what it is of. */
  guid(name = ''): string {
    this.guids += 1;
    return `'${`${name}_${this.guids}`.padEnd(22, '0').slice(0, 22)}'`;
  }
}

/** Returns a text in STEP: letters beyond ASCII in UTF-16. */
export function stepText(text: string): string {
  const hex = (part: string) =>
    [...part].map((c) => c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')).join('');
  return `'${text.replace(/'/g, "''").replace(/[^\u0020-\u007e]+/g, (part) => `\\X2\\${hex(part)}\\X0\\`)}'`;
}

/**
 * Returns a house of two storeys, 3 m each. Ground floor: lobby (west), changing room (east), a wall of 200 mm between
 * them with a door and a void without filling; a door to the outside in the west, a window in the north of either. In the
 * lobby a stair under a hole of the slab, a camera, a movement sensor and a thermometer. Upper floor: one office, with a curtain wall of panes 70 mm off it
 * in the south, and a door among them.
 */
export function house({
  schema = 'IFC4',
  site = 0,
  turned = 0,
  isHigh = false,
  lining = 0,
  more = [],
}: ModelOptions = {}): string {
  const step = new Step();
  const point = (x: number, y: number, z: number) => step.add(`IFCCARTESIANPOINT((${x}.,${y}.,${z}.))`);
  const placed = (x: number, y: number, z: number, within = '$') =>
    step.add(`IFCLOCALPLACEMENT(${within},${step.add(`IFCAXIS2PLACEMENT3D(${point(x, y, z)},$,$)`)})`);
  const up = step.add('IFCDIRECTION((0.,0.,1.))');
  const origin = step.add(`IFCAXIS2PLACEMENT3D(${point(0, 0, 0)},$,$)`);
  const context = step.add(`IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-05,${origin},$)`);
  const units = step.add(
    `IFCUNITASSIGNMENT((${step.add('IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.)')},${step.add('IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.)')}))`,
  );
  const project = step.add(`IFCPROJECT(${step.guid('project')},$,'Test',$,$,$,$,(${context}),${units})`);
  const along = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)].map((part) => part.toFixed(9));
  const ahead = step.add(`IFCDIRECTION((${along.join(',')},0.))`);
  const ground = step.add(
    `IFCLOCALPLACEMENT($,${step.add(`IFCAXIS2PLACEMENT3D(${point(0, 0, site)},${up},${ahead})`)})`,
  );
  const land = step.add(`IFCSITE(${step.guid('site')},$,'Site',$,$,${ground},$,$,.ELEMENT.,$,$,$,$,$)`);
  const atBuilding = placed(0, 0, 0, ground);
  const building = step.add(
    `IFCBUILDING(${step.guid('building')},$,${stepText('试验楼')},$,$,${atBuilding},$,$,.ELEMENT.,$,$,$)`,
  );
  const shape = ([x0, y0, z0, x1, y1, z1]: Box): string => {
    const middle = step.add(
      `IFCCARTESIANPOINT((${(x0 + x1) / 2},${(y0 + y1) / 2}))`
        .replace(/(\d)(?=[,)])/g, '$1.')
        .replace(/(\.\d+)\./g, '$1'),
    );
    const at = step.add(`IFCAXIS2PLACEMENT2D(${middle},$)`);
    const profile = step.add(`IFCRECTANGLEPROFILEDEF(.AREA.,$,${at},${x1 - x0}.,${y1 - y0}.)`);
    const base = step.add(`IFCAXIS2PLACEMENT3D(${point(0, 0, z0)},$,$)`);
    const solid = step.add(`IFCEXTRUDEDAREASOLID(${profile},${base},${up},${z1 - z0}.)`);
    const body = step.add(`IFCSHAPEREPRESENTATION(${context},'Body','SweptSolid',(${solid}))`);
    return step.add(`IFCPRODUCTDEFINITIONSHAPE($,$,(${body}))`);
  };
  const relate = (type: string, rest: string) => step.add(`${type}(${step.guid('rel')},$,$,$,${rest})`);
  const storey = (name: string, elevation: number) => {
    const at = placed(0, 0, elevation, atBuilding);
    const line = step.add(
      `IFCBUILDINGSTOREY(${step.guid(name)},$,${stepText(name)},$,$,${at},$,$,.ELEMENT.,${elevation}.)`,
    );
    const inside: string[] = [];
    const spaces: string[] = [];
    const product = (type: string, name: string, box: Box, rest: string) =>
      step.add(`${type}(${step.guid(name)},$,${stepText(name)},$,$,${at},${shape(box)},$${rest})`);
    const element = (type: string, name: string, box: Box, rest = '') => {
      const made = product(type, name, box, rest);
      inside.push(made);
      return made;
    };
    return {
      line,
      at,
      product,
      inside,
      spaces,
      space: (number: string, name: string, box: Box) =>
        spaces.push(
          step.add(
            `IFCSPACE(${step.guid(`space${number}`)},$,'${number}',$,$,${at},${shape(box)},${stepText(name)},.ELEMENT.,.INTERNAL.,$)`,
          ),
        ),
      element,
      wall: (name: string, box: Box) => element('IFCWALL', name, box, ',.SOLIDWALL.'),
      hole: (host: string, name: string, box: Box, filling?: string) => {
        const hole = product('IFCOPENINGELEMENT', name, box, ',.OPENING.');
        relate('IFCRELVOIDSELEMENT', `${host},${hole}`);
        if (filling !== undefined) relate('IFCRELFILLSELEMENT', `${hole},${filling}`);
        return hole;
      },
    };
  };
  const door = (on: ReturnType<typeof storey>, name: string, box: Box) =>
    on.element('IFCDOOR', name, box, `,${box[5] - box[2]}.,900.,.DOOR.,.SINGLE_SWING_LEFT.,$`);
  const window = (on: ReturnType<typeof storey>, name: string, box: Box) =>
    on.element('IFCWINDOW', name, box, `,${box[5] - box[2]}.,1500.,.WINDOW.,.SINGLE_PANEL.,$`);

  const first = storey('F1', 0);
  first.space('101', '大厅', [0, 0, 0, 4000 - lining, 5000, isHigh ? 5700 : 2800]);
  first.space('102', '更衣室', [4200, 0, 0, 8000, 5000, 2800]);
  first.wall('south', [-200, -200, 0, 8200, 0, 3000]);
  const north = first.wall('north', [-200, 5000, 0, 8200, 5200, 3000]);
  const west = first.wall('west', [-200, 0, 0, 0, 5000, 3000]);
  first.wall('east', [8000, 0, 0, 8200, 5000, 3000]);
  const inner = first.wall('inner', [4000, 0, 0, 4200, 5000, 3000]);
  first.hole(
    inner,
    'void1',
    [3900, 1000, 0, 4300, 1900, 2100],
    door(first, 'door1', [4080, 1000, 0, 4120, 1900, 2100]),
  );
  first.hole(inner, 'void2', [3900, 3000, 0, 4300, 4000, 2100]);
  first.hole(inner, 'niche', [4000, 4200, 900, 4100, 4800, 1500]);
  first.hole(inner, 'pipe', [3900, 4900, 2500, 4300, 4950, 2550]);
  first.hole(west, 'void3', [-300, 2000, 0, 100, 3000, 2100], door(first, 'door2', [-120, 2000, 0, -80, 3000, 2100]));
  first.hole(
    north,
    'void4',
    [1000, 4900, 900, 2500, 5300, 2100],
    window(first, 'window1', [1000, 5080, 900, 2500, 5120, 2100]),
  );
  first.hole(
    north,
    'void5',
    [5000, 4900, 900, 6500, 5300, 2100],
    window(first, 'window2', [5000, 5080, 900, 6500, 5120, 2100]),
  );
  first.element('IFCSTAIR', 'stair', [2500, 500, 0, 3500, 3500, 3000], ',.STRAIGHT_RUN_STAIR.');
  first.element('IFCAUDIOVISUALAPPLIANCE', 'SXJ-01', [1900, 4700, 2550, 2000, 4800, 2650], ',.CAMERA.');
  first.element('IFCSENSOR', 'motion', [100, 100, 2200, 200, 200, 2300], ',.MOVEMENTSENSOR.');
  first.element('IFCSENSOR', 'warmth', [100, 4800, 1400, 200, 4900, 1500], ',.TEMPERATURESENSOR.');
  first.element('IFCFURNITURE', 'bench', [6000, 2000, 0, 7000, 2400, 450], ',$');

  const second = storey('F2', 3000);
  second.space('201', '办公室', [isHigh ? 2000 : 0, 0, 0, 8000, 5000, 2700]);
  const curtain = step.add(`IFCCURTAINWALL(${step.guid('curtain')},$,'curtain',$,$,${second.at},$,$,.NOTDEFINED.)`);
  second.inside.push(curtain);
  const pane = (box: Box) => second.product('IFCPLATE', 'pane', box, ',.CURTAIN_PANEL.');
  const parts = [
    pane([-200, -90, 0, 3000, -70, 2900]),
    pane([3000, -90, 2100, 3900, -70, 2900]),
    pane([3900, -90, 0, 8200, -70, 2900]),
    second.product('IFCDOOR', 'door3', [3000, -90, 0, 3900, -70, 2100], ',2100.,900.,.DOOR.,.SINGLE_SWING_LEFT.,$'),
  ];
  relate('IFCRELAGGREGATES', `${curtain},(${parts.join(',')})`);
  second.wall('north2', [-200, 5000, 0, 8200, 5200, 2900]);
  second.wall('west2', [-200, 0, 0, 0, 5000, 2900]);
  second.wall('east2', [8000, 0, 0, 8200, 5000, 2900]);
  const slab = second.element('IFCSLAB', 'slab', [0, 0, -200, 8000, 5000, 0], ',.FLOOR.');
  second.hole(slab, 'well', [2500, 500, -300, 3500, 3500, 100]);

  relate('IFCRELAGGREGATES', `${project},(${land})`);
  relate('IFCRELAGGREGATES', `${land},(${building})`);
  relate('IFCRELAGGREGATES', `${building},(${first.line},${second.line})`);
  for (const { line, inside, spaces } of [first, second]) {
    relate('IFCRELAGGREGATES', `${line},(${spaces.join(',')})`);
    step.add(`IFCRELCONTAINEDINSPATIALSTRUCTURE(${step.guid('rel')},$,$,$,(${inside.join(',')}),${line})`);
  }
  return stepFile(schema, [...step.lines, ...more]);
}

/** Returns a file of these lines. */
export function stepFile(schema: string, lines: readonly string[]): string {
  return [
    'ISO-10303-21;',
    'HEADER;',
    "FILE_DESCRIPTION(('ViewDefinition [ReferenceView]'),'2;1');",
    "FILE_NAME('house.ifc','2026-11-29T00:00:00',(''),(''),'','sitecam test','');",
    `FILE_SCHEMA(('${schema}'));`,
    'ENDSEC;',
    'DATA;',
    ...lines,
    'ENDSEC;',
    'END-ISO-10303-21;',
    '',
  ].join('\n');
}
