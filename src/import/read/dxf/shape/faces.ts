// Wall faces and room edges on each storey of a drawing.

import type { Segment } from '../../../../geometry/types.js';
import type { RawFeature } from '../../../types.js';
import { type Faces, facesOf, segmentsOf } from './openings.js';

/** Returns a search for wall faces and room edges by storey; openings are placed between them. */
export function facesByLevel(features: readonly RawFeature[]): (level: string) => Faces {
  const edges = new Map<string, Segment[]>();
  for (const { shapes, levels } of features) {
    const level = levels[0] ?? '';
    const here = edges.get(level) ?? [];
    for (const shape of shapes) {
      const lines = shape.type === 'Polygon' ? shape.rings : shape.type === 'LineString' ? [shape.line] : [];
      for (const line of lines) for (const segment of segmentsOf(line)) here.push(segment);
    }
    edges.set(level, here);
  }
  const known = new Map<string, Faces>();
  return (level) => {
    const faces = known.get(level) ?? facesOf(edges.get(level) ?? []);
    known.set(level, faces);
    return faces;
  };
}
