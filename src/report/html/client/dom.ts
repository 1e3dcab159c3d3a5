import type { LevelData } from '../data.js';

/**
 * As much of a browser as the page's script uses. The compiler's own DOM types would put `name`, `fetch` and `document`
 * within reach of every module of the linter.
 */
export interface El {
  id: string;
  className: string;
  textContent: string | null;
  hidden: boolean;
  value: string;
  checked: boolean;
  disabled: boolean;
  open: boolean;
  type: string;
  tabIndex: number;
  width: number;
  height: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly dataset: Record<string, string | undefined>;
  append(...children: readonly (El | string)[]): void;
  replaceChildren(...children: readonly (El | string)[]): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<El>;
  addEventListener(type: string, listener: (event: Ev) => void, options?: { readonly passive: boolean }): void;
  focus(options?: { readonly preventScroll: boolean }): void;
  scrollIntoView(options: { readonly block: string; readonly behavior?: string }): void;
  getBoundingClientRect(): { readonly left: number; readonly top: number; readonly height: number };
  setPointerCapture(id: number): void;
  getContext(kind: '2d'): Ctx | null;
}

export interface Ev {
  readonly clientX: number;
  readonly clientY: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly pointerId: number;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  preventDefault(): void;
}

export interface Win {
  readonly devicePixelRatio: number;
  readonly document: {
    readonly documentElement: El;
    createElement(name: string): El;
    getElementById(id: string): El | null;
    querySelectorAll(selector: string): Iterable<El>;
  };
  readonly Path2D: new () => Path2;
  readonly DOMMatrix: new (init: readonly number[]) => object;
  readonly ResizeObserver: new (callback: () => void) => { observe(element: El): void };
  requestAnimationFrame(callback: (time: number) => void): number;
  print(): void;
  matchMedia(query: string): { readonly matches: boolean; addEventListener(type: string, listener: () => void): void };
  addEventListener(type: string, listener: () => void): void;
}

export interface Path2 {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

export interface Ctx {
  fillStyle: string | object;
  strokeStyle: string | object;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, w: number, h: number): void;
  fillRect(x: number, y: number, w: number, h: number): void;
  drawImage(image: El, x: number, y: number, w: number, h: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, r: number, from: number, to: number): void;
  fill(path?: Path2, rule?: string): void;
  stroke(path?: Path2): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  setLineDash(dash: readonly number[]): void;
  createPattern(image: El, repeat: string): { setTransform(matrix: object): void } | null;
}

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Things of one part of a level, drawn at one go. */
export interface Cell {
  readonly box: Box;
  /** How much there is to draw: corners of zones, of walls and openings, of short walls. */
  readonly weights: readonly [zones: number, walls: number, short: number];
  readonly zones: readonly Path2[];
  readonly walls: readonly Path2[];
  /** Walls of less than a stride, opaque: of a whole level they are specks. */
  readonly short: Path2;
  readonly openings: readonly Path2[];
}

export interface Shape {
  readonly box: Box;
  readonly weight: number;
  /** Made when first drawn. */
  path(): Path2;
}

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A level made ready for drawing. */
export interface Scene {
  readonly data: LevelData;
  readonly cells: readonly Cell[];
  /** The largest first. */
  readonly labels: readonly Label[];
  readonly views: readonly (Shape & { readonly device: number; readonly world: 0 | 1 })[];
  readonly remainders: readonly Shape[];
  /** What to show of each mark: its sight line, else the smallest zone round it. */
  readonly frames: readonly Box[];
  /** Sight lines of the marks, in plain coordinates. */
  readonly lines: readonly (readonly number[])[];
}

export type Layers = Readonly<Record<'must' | 'may' | 'remainder' | 'zones' | 'devices' | 'findings', boolean>>;

/** What is looked at: the point in the middle, cm, and pixels per cm. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Picture {
  readonly scene: Scene;
  readonly camera: Camera;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly layers: Layers;
  readonly dark: boolean;
  /** The mark and the device that are selected; −1: none. */
  readonly mark: number;
  readonly device: number;
}

/** What the script's parts hand to one another. */
export interface PlanView {
  show(scene: Scene): void;
  layers(layers: Layers): void;
  dark(on: boolean): void;
  /** Selects a mark of the level that is shown and flies there; −1: none. */
  select(mark: number): void;
  device(device: number): void;
  fit(): void;
  zoom(factor: number): void;
}
