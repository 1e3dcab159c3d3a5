// Makes src/models/table.json from a local checkout of the camera database that docs/decisions/017-camera-models.md names:
//   node tools/models/make.mjs CHECKOUT [FILE]
// What the small grammars below don't understand as a whole is left out.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the database that are taken: brands of this market, and Axis. */
const BRANDS = 'axis dahua ezviz hikvision imou kedacom tapo tiandy tvt uniview vigi'.split(' ');
const NUMBER = '\\d+(?:\\.\\d+)?';
const TABLE = new URL('../../src/models/table.json', import.meta.url);

const [checkout, out = TABLE] = process.argv.slice(2);
if (checkout === undefined) {
  console.error('usage: node tools/models/make.mjs CHECKOUT [FILE]');
  process.exit(2);
}
const git = (...args) => execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8' }).trim();
const from = {
  name: git('config', '--get', 'remote.origin.url').replace(/^.*[/:]([^/]+\/[^/]+?)(\.git)?$/, '$1'),
  commit: git('rev-parse', 'HEAD'),
  date: git('log', '-1', '--format=%cs'),
  licence: 'CC0-1.0',
};

const address = (path) => `https://github.com/${from.name}/blob/${from.commit.slice(0, 10)}/${path}`;

const present = readdirSync(join(checkout, 'cameras'));
const read = BRANDS.filter((brand) => present.includes(brand)).flatMap((brand) =>
  readdirSync(join(checkout, 'cameras', brand))
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const path = `cameras/${brand}/${file}`;
      return { ...JSON.parse(readFileSync(join(checkout, path), 'utf8')), path };
    }),
);
const taken = read.flatMap((record) => modelOf(record) ?? []);
const nameOf = ({ brand, model }) => `${brand} ${model}`.toUpperCase();
const numbers = taken.map(nameOf);
// Of a number with two records nobody can tell which is right.
const models = taken
  .filter((_, n) => numbers.indexOf(numbers[n]) === numbers.lastIndexOf(numbers[n]))
  .sort((a, b) => order(a.brand, b.brand) || order(a.model, b.model));
const lines = models.map((model) => JSON.stringify(model));
writeFileSync(out, `{"from":${JSON.stringify(from)},"models":[\n${lines.join(',\n')}\n]}\n`);
const count = (key) => models.filter((model) => model[key] !== undefined).length;
console.log(`${read.length} records read, ${models.length} models taken`);
for (const key of ['form', 'resolution', 'lenses', 'zoom', 'audio']) console.log(`  ${key}: ${count(key)}`);

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns a model of the table; undefined for what is no camera of its own, or of which nothing is known. */
function modelOf(record) {
  const { brand, type, sources = [], last_verified: verified = from.date } = record;
  // (MENA), (Vietnam) and the like: variants of a market, of which the maker's name alone says nothing.
  if (/\s\(/.test(record.model) || type === 'doorbell' || /thermal/i.test(JSON.stringify(record))) return undefined;
  const model = record.model.trim().replace(new RegExp(`^${brand} +`, 'i'), '');
  const optional = /^([^()]+)\(([A-Z]+)\)([^()]*)$/.exec(model);
  const aliases = [
    ...(optional === null ? [] : [optional[1] + optional[3], optional[1] + optional[2] + optional[3]]),
    // Only what looks like a model number: an alias such as “4MP Dome” is a name of a line of products.
    ...(record.aliases ?? []).filter((alias) => /^[A-Z0-9][A-Z0-9()/+.-]*\d[A-Z0-9()/+.-]*$/.test(alias)),
  ].filter((alias, n, all) => alias !== model && all.indexOf(alias) === n);
  // Many records name the maker's front page. What no page on the model stands for is the database's word alone.
  const named = sources.find((source) => /^https:\/\/[\x21-\x7e]+$/.test(source) && names(source, model));
  const source = named ?? address(record.path);
  const optics = opticsOf(record);
  // Sound decides whether a device may stand in a place. It needs a source on this very model.
  const audio = named === undefined || optional !== null ? undefined : audioOf(record.audio);
  // A picture size alone is not worth its bytes: what is seen stays unknown all the same.
  const isSeen = optics.zoom !== undefined || optics.lenses?.some(({ hfov }) => hfov !== undefined);
  if (!isSeen && audio === undefined) return undefined;
  return {
    brand,
    model,
    ...(aliases.length > 0 && { aliases }),
    ...optics,
    ...(audio && { audio }),
    source,
    date: verified,
  };
}

/** True if the address names the model, and not one whose name only begins alike. */
function names(address, model) {
  const signs = [...model.toLowerCase()].filter((sign) => /[a-z0-9]/.test(sign));
  return new RegExp(`(?<![a-z0-9])${signs.join('[^a-z0-9]*')}(?![a-z0-9])`).test(address.toLowerCase());
}

function audioOf({ microphone, two_way: twoWay } = {}) {
  if (microphone === false && twoWay === false) return 'none';
  if (microphone !== true) return undefined;
  return twoWay === true ? 'two-way' : 'microphone';
}

/** Returns form, resolution and fields of view. Of several lenses at once the database has one figure: nothing is taken. */
function opticsOf({ type: stated, lens = {}, resolution = {}, field_of_view_deg: field = '', features = [] }) {
  // Some cameras that turn are called domes.
  const type = /\b(?:pan|tilt|ptz)\b/i.test([field, ...features].join(' ')) ? 'ptz' : stated;
  const focal = focalOf(lens.focal_length_mm);
  const fisheye = type === 'fisheye' || /fisheye/.test(lens.focal_length_mm ?? '');
  if (!fisheye && (['dual-lens', 'panoramic'].includes(type) || (lens.count ?? 1) !== 1)) return {};
  const { max_width: width, max_height: height } = resolution;
  const pixels = Number.isInteger(width) && Number.isInteger(height) ? { resolution: [width, height] } : {};
  if (fisheye) return { form: 'fisheye', ...pixels };
  const zooms = type === 'ptz' || lens.varifocal === true;
  const form =
    type === 'ptz' ? 'ptz' : zooms ? 'varifocal' : lens.varifocal === false && focal?.fixed ? 'fixed' : undefined;
  return { ...(form && { form }), ...pixels, ...fieldsOf(field, focal, zooms) };
}

/** Reads “2.8 (fixed)”, “2.8 / 4 (fixed options)” and “2.8-12 (motorized varifocal)”. */
function focalOf(text = '') {
  const fixed = new RegExp(`^(${NUMBER}(?: ?/ ?${NUMBER})*)(?: ?mm)?(?: \\(fixed[a-z -]*\\))?$`).exec(text);
  if (fixed !== null) return { fixed: fixed[1].split('/').map(Number) };
  const zoom = new RegExp(`^(${NUMBER})-(${NUMBER})(?: ?mm)?(?: \\([^()]*\\))?$`).exec(text);
  return zoom === null ? undefined : { zoom: [Number(zoom[1]), Number(zoom[2])] };
}

/** Reads “103 horizontal (2.8mm) / 84 horizontal (4mm)”, “104 (2.8mm)/81 (4mm) horizontal”, “106-32 horizontal”, “103h”. */
function fieldsOf(text, focal, zooms) {
  // A figure of the height or the diagonal beside it is understood, and not taken.
  const across = text
    .replace(new RegExp(`(?: ?[/,]) ?${NUMBER}(?:-${NUMBER})? (?:vertical|diagonal)\\b`, 'g'), '')
    .trim();
  const range = new RegExp(`^(${NUMBER})(?:-| to )(${NUMBER}) ?(?:horizontal|h)(?: \\(wide-tele\\))?$`).exec(across);
  if (range !== null) {
    const ends = [Number(range[1]), Number(range[2])].sort((a, b) => a - b);
    return zooms && plausible(ends) ? { zoom: ends } : {};
  }
  if (zooms || focal?.fixed === undefined) return {};
  const lenses = focal.fixed.map((mm) => ({ mm }));
  const shared = / horizontal$/.test(across) && /mm\)/.test(across);
  for (const part of (shared ? across.replace(/ horizontal$/, '') : across).split(/ ?\/ ?|, |; /)) {
    const item = new RegExp(`^(${NUMBER}) ?(horizontal|h)?(?: \\((${NUMBER}) ?mm(?: lens)?\\))?$`).exec(part);
    if (item === null || (item[2] === undefined && !shared)) return {};
    const lens =
      item[3] === undefined
        ? lenses.length === 1
          ? lenses[0]
          : undefined
        : lenses.find(({ mm }) => mm === Number(item[3]));
    if (lens === undefined || lens.hfov !== undefined || !plausible([Number(item[1])])) return {};
    lens.hfov = Number(item[1]);
  }
  return { lenses };
}

/** False for what is no field of view of a picture plane: 180 and 360 are panoramas, put together of several pictures. */
function plausible(degrees) {
  return degrees.every((one) => one > 0 && one < 170);
}
