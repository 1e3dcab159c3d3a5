// Meshes of web-ifc as triangles in metres, z upwards.

import type { WebIfc } from './web-ifc.js';

/** Numbers of a vertex: place and normal. */
const STRIDE = 6;

/**
 * Adds the triangles of the element in line `line` to `into`: for each the x, y and z of its three corners, in metres, z
 * upwards. Adds nothing if the element has no shape. `model` is web-ifc's number of the open model.
 */
export function meshOf(api: WebIfc, model: number, line: number, into: number[]): void {
  const { geometries } = api.GetFlatMesh(model, line);
  for (let at = 0; at < geometries.size(); at += 1) {
    const { geometryExpressID, flatTransformation: m } = geometries.get(at);
    const geometry = api.GetGeometry(model, geometryExpressID);
    const vertices = api.GetVertexArray(geometry.GetVertexData(), geometry.GetVertexDataSize());
    const indices = api.GetIndexArray(geometry.GetIndexData(), geometry.GetIndexDataSize());
    for (const index of indices) {
      const [x, y, z] = vertices.subarray(index * STRIDE, index * STRIDE + 3);
      // web-ifc has y upwards and z towards the viewer.
      into.push(
        m[0] * x + m[4] * y + m[8] * z + m[12],
        -(m[2] * x + m[6] * y + m[10] * z + m[14]),
        m[1] * x + m[5] * y + m[9] * z + m[13],
      );
    }
    geometry.delete();
  }
}
