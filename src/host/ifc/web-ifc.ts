// The part of the package web-ifc that is used, and loading it: it is optional, and people install it to import IFC.

import { UsageError } from '../usage.js';

/** A value of an attribute as web-ifc gives it. */
export type WebValue =
  | null
  | undefined
  | string
  | number
  | boolean
  | readonly WebValue[]
  | { readonly type?: number; readonly value?: WebValue; readonly _representationValue?: number };

/** One entity of an IFC file (STEP), as web-ifc reads it: its attributes by name. */
export type WebLine = Readonly<Record<string, WebValue>>;

/** A list of web-ifc. */
interface WebList<T> {
  get(index: number): T;
  size(): number;
}

/** A mesh: geometries, each with its placement (a matrix of 4 × 4 by columns, to metres with y up). */
export interface WebMesh {
  readonly expressID: number;
  readonly geometries: WebList<{ readonly geometryExpressID: number; readonly flatTransformation: readonly number[] }>;
}

/** Vertices and indices of a geometry, in the memory of web-ifc until deleted. */
interface WebGeometry {
  GetVertexData(): number;
  GetVertexDataSize(): number;
  GetIndexData(): number;
  GetIndexDataSize(): number;
  delete(): void;
}

/** The part of web-ifc's interface (0.0.78) that sitecam calls. */
export interface WebIfc {
  Init(): Promise<void>;
  SetLogLevel(level: number): void;
  GetVersion(): string;
  OpenModel(bytes: Uint8Array, settings?: { readonly MEMORY_LIMIT?: number }): number;
  CloseModel(model: number): void;
  Dispose(): void;
  GetAllTypesOfModel(model: number): readonly { readonly typeID: number; readonly typeName: string }[];
  IsIfcElement(type: number): boolean;
  GetTypeCodeFromName(name: string): number;
  GetNameFromTypeCode(type: number): string;
  GetLineType(model: number, line: number): number;
  GetLineIDsWithType(model: number, type: number, includeInherited?: boolean): WebList<number>;
  GetLine(model: number, line: number): WebLine;
  GetFlatMesh(model: number, line: number): WebMesh;
  GetGeometry(model: number, line: number): WebGeometry;
  GetVertexArray(from: number, size: number): Float32Array;
  GetIndexArray(from: number, size: number): Uint32Array;
  GetWorldTransformMatrix(model: number, placement: number): readonly number[];
}

/** The version that is tested: package.json names the same. */
const VERSION = '0.0.78';

/** The package and its version, as npm takes them. */
export const WEB_IFC = `web-ifc@${VERSION}`;

/** Level of logging at which web-ifc prints nothing. */
const SILENT = 6;

/**
 * Returns web-ifc, ready for use. Throws a UsageError if it isn't installed, or in another version: the same model must
 * give the same plan.
 */
export async function loadWebIfc(load: () => Promise<WebIfcModule> = () => import('web-ifc')): Promise<WebIfc> {
  const { IfcAPI } = await installed(load);
  const api = new IfcAPI();
  await api.Init();
  api.SetLogLevel(SILENT);
  const version = api.GetVersion();
  if (version !== VERSION) {
    throw new UsageError({
      zh: `已安装的 web-ifc 是 ${version}，导入 IFC 要用 ${VERSION}。请运行：npm install ${WEB_IFC}，再导入。`,
      en: `the web-ifc installed is ${version}; importing IFC takes ${VERSION}. Run  npm install ${WEB_IFC}  and import again.`,
    });
  }
  return api;
}

interface WebIfcModule {
  readonly IfcAPI: new () => WebIfc;
}

async function installed(load: () => Promise<WebIfcModule>): Promise<WebIfcModule> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UsageError({
      zh: `导入 IFC 要用 ${WEB_IFC}（约24 MB），它不随 sitecam 安装。请在安装 sitecam 的位置运行：npm install ${WEB_IFC}（sitecam 为全局安装的加 -g），再导入。`,
      en: `importing IFC takes ${WEB_IFC} (24 MB), which doesn't come with sitecam. Where sitecam is installed, run  npm install ${WEB_IFC}  (with -g if sitecam is installed globally), then import again.`,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
}

/** Returns the numbers of the lines that a value refers to, one or a list; [] if it refers to none. */
export function referencesIn(value: WebValue): number[] {
  if (isList(value)) return value.flatMap((one) => referencesIn(one));
  if (typeof value !== 'object' || value === null) return [];
  return value.type === REFERENCE && typeof value.value === 'number' ? [value.value] : [];
}

/** Type of a value that refers to a line, in web-ifc. */
const REFERENCE = 5;

/** Returns a value as text, number or boolean; undefined if it is none of these. */
export function plainValue(value: WebValue): string | number | boolean | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined || isList(value)) return undefined;
  if (value.type === REFERENCE) return undefined;
  return value._representationValue ?? plainValue(value.value);
}

function isList(value: WebValue): value is readonly WebValue[] {
  return Array.isArray(value);
}
