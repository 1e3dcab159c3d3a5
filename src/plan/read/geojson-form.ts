// The form of a GeoJSON feature. Stands in the place of the package geojson-validation where that can't be, as in a browser's
// bundle: the package is under the LGPL. What the two say of a feature that sitecam reads is the same, word for word.
import { isRecord, memberOf } from './unknown.js';

/**
 * Returns what is wrong with the form of `feature`, in English: type, presence of a geometry, and each `bbox`. Looks at
 * nothing that sitecam's own checks do: properties, coordinates, the type of the geometry. Bears the name and parameters of
 * the package's function, whose place it takes in a browser's bundle; `_trace` has no effect.
 */
export function isFeature(feature: unknown, _trace: true): string[] {
  if (!isRecord(feature)) return ['must be a JSON Object'];
  const geometry = memberOf(feature, 'geometry');
  return [
    ...bboxFaults(feature),
    ...(Object.hasOwn(feature, 'type') ? typeFaults(memberOf(feature, 'type')) : [missing('type')]),
    ...(Object.hasOwn(feature, 'geometry') ? bboxFaults(geometry) : [missing('geometry')]),
  ];
}

function typeFaults(type: unknown): string[] {
  return type === 'Feature' ? [] : ['type must be "Feature"'];
}

function missing(member: string): string {
  return `must have a member with the name "${member}"`;
}

/** RFC 7946, 5: two positions, south-west and north-east. */
function bboxFaults(holder: unknown): string[] {
  if (!isRecord(holder) || !Object.hasOwn(holder, 'bbox')) return [];
  const bbox = memberOf(holder, 'bbox');
  if (!Array.isArray(bbox)) return ['bbox must be an array'];
  return bbox.length % 2 === 0 ? [] : ['bbox, must be a 2*n array'];
}
