/** The part of geojson-validation 1.0 that is used; the package has no types of its own. */
declare module 'geojson-validation' {
  /** What is wrong with `feature`, in English; empty where nothing is. Throws on rings without positions. */
  export function isFeature(feature: unknown, trace: true): string[];
}
