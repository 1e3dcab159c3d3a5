// Pieces of a plan that an editor writes: floor, zone, door, window and devices, with places to fill in.

import type { Localized } from '../../i18n/locale.js';
import { both, snippet } from './texts.js';

/**
 * A piece of a plan as a snippet of VS Code: `${1:text}` is a place to fill in that offers `text`; a value that begins
 * with `^` is inserted without quotes.
 */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Values in which `<…>` is a place to fill in, `<a|b>` with a choice; what begins with `^` isn't a text. */
type Piece = Readonly<Record<string, unknown>>;

const ZONE: Piece = { id: '<Z1>', kind: '<lobby>', name: '<大厅>', rect: '^[<0>, <0>, <6>, <4>]' };
const LINE = '^[[<1>, <0>], [<2>, <0>]]';

/** What nobody looked up is unknown: a snippet that offered none would state what may not be so. */
const AUDIO = { audio: '<unknown|none|microphone|two-way>' };
const FOUR_MEGAPIXELS = { resolution: '^[<2560>, <1440>]' };

/** Snippets by the name of the schema definition that they are for. */
export const SNIPPETS: Readonly<Record<string, readonly Snippet[]>> = {
  level: [made(snippet.level, { id: '<F1>', name: '<一层>', elevation: '^<0>', ceiling: '^<3>', zones: [ZONE] })],
  zone: [made(snippet.zone, ZONE)],
  opening: [
    made(snippet.door, { id: '<D1>', kind: 'door', name: '<门>', line: LINE }),
    made(snippet.window, {
      id: '<W1>',
      kind: 'window',
      name: '<窗>',
      line: LINE,
      sill: '^<0.9>',
      head: '^<2.4>',
      glazing: '<clear|frosted|opaque>',
    }),
  ],
  device: [
    made(snippet.bullet, {
      ...camera('枪式摄像机'),
      heading: '^<0>',
      tilt: '^<15>',
      hfov: '^<54>',
      ...FOUR_MEGAPIXELS,
      ...AUDIO,
    }),
    made(snippet.dome, {
      ...camera('半球摄像机'),
      heading: '^<0>',
      tilt: '^<30>',
      hfov: '^<98>',
      ...FOUR_MEGAPIXELS,
      ...AUDIO,
    }),
    made(snippet.ptz, {
      ...camera('球机'),
      form: 'ptz',
      ptz: {
        home: { heading: '^<0>', tilt: '^<20>', hfov: '^<60>' },
        pan: '^[<0>, <360>]',
        tilt: '^[<0>, <90>]',
        hfov: '^[<2.5>, <60>]',
        limits: '<software|hard>',
      },
      ...FOUR_MEGAPIXELS,
      ...AUDIO,
    }),
    made(snippet.fisheye, {
      ...camera('鱼眼摄像机'),
      form: 'fisheye',
      tilt: 90,
      hfov: '^<180>',
      resolution: '^[<3072>, <2048>]',
      ...AUDIO,
    }),
    made(snippet.fourLenses, {
      ...camera('四目摄像机'),
      form: 'multi-sensor',
      tilt: '^<35>',
      hfov: '^<90>',
      ...FOUR_MEGAPIXELS,
      sensors: [{ heading: '^<0>' }, { heading: '^<90>' }, { heading: '^<180>' }, { heading: '^<270>' }],
      ...AUDIO,
    }),
    made(snippet.microphone, {
      id: '<M1>',
      kind: 'microphone',
      name: '<拾音器>',
      at: '^[<1>, <1>]',
      height: '^<2.8>',
      pickup: '^<5>',
    }),
  ],
  sign: [
    made(snippet.sign, {
      id: '<S1>',
      at: '^[<1>, <0>]',
      heading: '^<180>',
      height: '^<1.6>',
      text: '<您已进入视频监控区域>',
    }),
  ],
};

function camera(name: string): Piece {
  return { id: '<C1>', kind: 'camera', name: `<${name}>`, at: '^[<1>, <1>]', height: '^<2.8>' };
}

function made([label, description]: readonly [Localized, Localized], piece: Piece): Snippet {
  const numbered = numbering();
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
    return typeof value === 'string' ? numbered(value) : value;
  };
  return { label: both(label), description: both(description), body: within(piece) as Snippet['body'] };
}

/**
 * Returns a function that replaces placeholders by numbered ones of VS Code: `<a>` by `${1:a}`, `<a|b>` by a choice.
 * The numbers go on from one text to the next.
 */
export function numbering(): (text: string) => string {
  let places = 0;
  return (text) =>
    text.replace(/<([^>]*)>/g, (_, offered: string) => {
      places += 1;
      return offered.includes('|') ? `\${${places}|${offered.replaceAll('|', ',')}|}` : `\${${places}:${offered}}`;
    });
}
