// The mappings that come with sitecam.

import type { ImportFormat } from '../../types.js';
import type { Mapping } from '../types.js';
import dxf from './dxf.json' with { type: 'json' };
import geojson from './geojson.json' with { type: 'json' };
import ifc from './ifc.json' with { type: 'json' };
import imdf from './imdf.json' with { type: 'json' };
import osm from './osm.json' with { type: 'json' };

/** Shipped mapping of each format. */
const SHIPPED = { imdf, osm, geojson, dxf, ifc } as const satisfies Readonly<Record<ImportFormat, unknown>>;

/** Returns the mapping that comes with sitecam for `format`. */
export function shippedMapping(format: ImportFormat): Mapping {
  // JSON modules are typed wider than the unions of Mapping; a test holds each to schemas/mapping.schema.json.
  return SHIPPED[format] as Mapping;
}

/** Returns the mapping for `format`: the user's `own` before the shipped one. */
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
