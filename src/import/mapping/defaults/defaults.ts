import type { ImportFormat } from '../../types.js';
import type { Mapping } from '../types.js';
import dxf from './dxf.json' with { type: 'json' };
import geojson from './geojson.json' with { type: 'json' };
import imdf from './imdf.json' with { type: 'json' };
import osm from './osm.json' with { type: 'json' };

/** How each format is read where the user says nothing else. */
const SHIPPED = { imdf, osm, geojson, dxf } as const satisfies Readonly<Record<ImportFormat, unknown>>;

/** The mapping sitecam comes with for `format`. */
export function shippedMapping(format: ImportFormat): Mapping {
  // JSON modules are typed wider than the unions of Mapping; a test holds each to schemas/mapping.schema.json.
  return SHIPPED[format] as Mapping;
}

/** What holds for things of `format`: the user's mapping before the shipped one. */
export function mappingFor(format: ImportFormat, own: Mapping | undefined): Mapping {
  const shipped = shippedMapping(format);
  if (own === undefined) return shipped;
  return {
    ...shipped,
    ...own,
    keys: { ...shipped.keys, ...own.keys },
    rules: [...own.rules, ...shipped.rules],
    kinds: { ...shipped.kinds, ...own.kinds },
    silent: [...(own.silent ?? []), ...(shipped.silent ?? [])],
    names: { ...shipped.names, ...own.names },
    assume: { ...shipped.assume, ...own.assume },
  };
}
