// What the bundle has in place of the package geojson-validation: the package, loaded when it is first asked. Under the LGPL
// it is no part of the bundle, and most plans have nothing that it must see.
import type * as Package from 'geojson-validation';

/** Checks a GeoJSON feature. Returns whether it is valid, or with `trace` its faults. Loads the package on first use. */
export const isFeature: typeof Package.isFeature = (feature, trace) => {
  const loaded: typeof Package = require('geojson-validation');
  return loaded.isFeature(feature, trace);
};
