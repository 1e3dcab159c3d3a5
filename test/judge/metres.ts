/**
 * A document as one in metres, with what its author says in place of what is drawn: geometry files read, units and
 * projection undone, overrides applied.
 */

type Keys = { readonly [key: string]: unknown };
type Place = (at: unknown) => unknown;

/** m of a degree on the ellipsoid of WGS 84, by its radii of curvature. */
const ELLIPSOID = { axis: 6378137, eccentricity: 0.00669437999014 } as const;
/** m: a plan that lies farther from zero is laid back to it. */
const FAR = 1000;
const LISTS = ['zones', 'walls', 'openings', 'devices', 'signs'];

export function metresOf(document: unknown, file: (name: string) => unknown = () => undefined): Keys {
  const { origin, coordinates, overrides, ...plan } = keys(document);
  const place = placing(coordinates, origin);
  const said = keys(overrides);
  const levels = list(plan.levels).map((one) => {
    const { geometry, ...level } = keys(one);
    const drawn = typeof geometry === 'string' ? featuresOf(keys(file(geometry)), origin) : {};
    return Object.fromEntries([
      ...Object.entries(level),
      ...LISTS.map((name) => {
        const own = list(level[name]).map((each) => placed(keys(each), place));
        return [name, [...list(drawn[name]), ...own].flatMap((each) => stated(keys(each), said, place))];
      }),
    ]);
  });
  const types = Object.entries(keys(plan.deviceTypes)).map(([name, type]) => [name, placed(keys(type), place)]);
  return moved({ ...plan, levels, deviceTypes: Object.fromEntries(types) });
}

/** What the author says of an element in place of what is drawn; none where it is left out. */
function stated(element: Keys, overrides: Keys, place: Place): Keys[] {
  const { remove, drawnAt: _, ...said } = keys(overrides[String(element.id)]);
  if (remove === true) return [];
  const own = said.kind === undefined || said.kind === '?' ? element : without(element, ['kindUnknown']);
  const gone = Object.keys(said).filter((key) => said[key] === null);
  return [{ ...without(own, gone), ...without(placed(said, place), gone) }];
}

function without(given: Keys, gone: readonly string[]): Keys {
  return Object.fromEntries(Object.entries(given).filter(([key]) => !gone.includes(key)));
}

/** Elements of a GeoJSON file by the list of a level that they are in. Without a unit of its own it is in degrees. */
function featuresOf(collection: Keys, origin: unknown): Keys {
  const place = placing(keys(collection.sitecam).coordinates ?? 'wgs84', origin);
  const found = list(collection.features).map((feature) => {
    const { geometry, properties } = keys(feature);
    const { element, ...said } = keys(properties);
    return {
      name: `${String(element)}s`,
      value: placed({ ...said, ...shapeOf(String(element), keys(geometry)) }, place),
    };
  });
  return Object.fromEntries(
    LISTS.map((name) => [name, found.filter((one) => one.name === name).map(({ value }) => value)]),
  );
}

function shapeOf(element: string, { coordinates }: Keys): Keys {
  if (element === 'device' || element === 'sign') return { at: coordinates };
  if (element !== 'zone') return { line: coordinates };
  const [polygon, ...holes] = list(coordinates);
  return holes.length === 0 ? { polygon } : { polygon, holes };
}

const SHAPES = ['polygon', 'holes', 'rect', 'line', 'at', 'drawnAt'];

function placed(element: Keys, place: Place): Keys {
  return Object.fromEntries(
    Object.entries(element).map(([key, value]) => {
      if (key === 'masks' && Array.isArray(value)) return [key, value.map((mask) => placed(keys(mask), place))];
      return [key, SHAPES.includes(key) ? place(value) : value];
    }),
  );
}

const UNITS: Readonly<Record<string, number>> = { centimetres: 0.01, millimetres: 0.001 };

/** What makes metres of a shape: of each number, or of each point of degrees. */
function placing(coordinates: unknown, origin: unknown): Place {
  if (coordinates !== 'wgs84') {
    const by = UNITS[String(coordinates)] ?? 1;
    const each: Place = (value) => (Array.isArray(value) ? value.map(each) : Number(value) * by);
    return each;
  }
  const [lon, lat] = list(origin).map(Number);
  const { across, along } = degreesAt(lat);
  const each: Place = (value) => {
    if (!Array.isArray(value)) return value;
    const [x, y]: unknown[] = value;
    return typeof x === 'number' ? [(x - lon) * across, (Number(y) - lat) * along] : value.map(each);
  };
  return each;
}

/** m of a degree of longitude and of latitude. */
export function degreesAt(latitude: number): { readonly across: number; readonly along: number } {
  const phi = (latitude * Math.PI) / 180;
  const w = Math.sqrt(1 - ELLIPSOID.eccentricity * Math.sin(phi) ** 2);
  const [across, along] = [ELLIPSOID.axis / w, (ELLIPSOID.axis * (1 - ELLIPSOID.eccentricity)) / w ** 3];
  return { across: (across * Math.cos(phi) * Math.PI) / 180, along: (along * Math.PI) / 180 };
}

/** A plan far from zero, as in national grids, laid so that its first point is zero. */
function moved(plan: Keys): Keys {
  const [first] = list(plan.levels).flatMap((level) => list(keys(level).zones));
  const { rect, polygon } = keys(first);
  const [x, y] = list(rect ?? list(polygon)[0]).map(Number);
  if (x === undefined || y === undefined || Math.hypot(x, y) < FAR) return plan;
  const shift: Place = (value) => {
    if (!Array.isArray(value)) return value;
    const [a, b, ...rest]: unknown[] = value;
    return typeof a === 'number' && typeof b === 'number' ? [a - x, b - y, ...rest] : value.map(shift);
  };
  const levels = list(plan.levels).map((one) => {
    const level = keys(one);
    return {
      ...level,
      ...Object.fromEntries(LISTS.map((name) => [name, list(level[name]).map((each) => placed(keys(each), shift))])),
    };
  });
  const types = Object.entries(keys(plan.deviceTypes)).map(([name, type]) => [name, placed(keys(type), shift)]);
  return { ...plan, levels, deviceTypes: Object.fromEntries(types) };
}

function keys(value: unknown): Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
