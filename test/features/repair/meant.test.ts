import { describe, expect, test } from 'vitest';
import { meantBy, type RepairVocabulary } from '../../../src/features/repair/corrections.js';
import * as vocabularies from '../../../src/features/repair/vocabularies.js';
import { loadPack } from '../../../src/law/load.js';

const pack = loadPack('nm-2017');

/** `to` and how that is known, or why it is doubted; '' where nothing is near. */
function said(word: string, vocabulary: RepairVocabulary): string {
  const meant = meantBy(word, vocabulary);
  if (meant === undefined) return '';
  return meant.sure ? `${meant.to} by ${meant.how}` : `${meant.to}? ${meant.why}`;
}

describe('what a word was meant to be', () => {
  const vocabulary: RepairVocabulary = {
    known: ['corridor', 'corridors', 'hall', 'removed', 'none', 'other', 'planned'],
    called: (word) => ({ 走廊: ['corridor'], 厅: ['hall', 'other'], 杂: ['other'], 两: ['hall', 'hall'] })[word] ?? [],
    frees: new Set(['removed']),
    unsaid: new Set(['none']),
    catchAll: 'other',
    isSure: (candidate, swapped) => swapped || candidate.length > 5,
    doubt: 'repair/short',
  };
  test.each([
    ['Corridor', 'corridor by spelling'],
    ['走廊', 'corridor by name'],
    ['两', 'hall by name'],
    ['厅', 'hall? repair/several'],
    ['杂', 'other? repair/decides'],
    ['Other', 'other by spelling'],
    ['None', 'none? repair/decides'],
    // As near as it gets, though another stands before it.
    ['corridorss', 'corridors? repair/several'],
    ['coridor', 'corridor? repair/several'],
    ['removd', 'removed? repair/decides'],
    ['Removed', 'removed by spelling'],
    ['plnned', 'planned by slip'],
    ['palnnedd', 'planned? repair/far'],
    ['hal', 'hall? repair/short'],
    ['hlal', 'hall by slip'],
    ['HLAL', 'hall by slip'],
    ['halk', 'hall? repair/short'],
    ['xyzzy', ''],
  ])('%s: %s', (word, meaning) => {
    expect(said(word ?? '', vocabulary)).toBe(meaning);
  });
});

describe('how freely a word is taken, by what it is', () => {
  const of: Readonly<Record<string, RepairVocabulary>> = {
    key: vocabularies.keys(['id', 'kind', 'heading', 'hfov', 'at']),
    audio: vocabularies.values('audio', ['none', 'microphone', 'two-way', 'unknown']),
    video: vocabularies.values('video', ['none', 'visible', 'thermal', 'depth', 'unknown']),
    status: vocabularies.values('status', ['planned', 'existing', 'removed']),
    material: vocabularies.values('material', ['opaque', 'clear', 'frosted']),
    glazing: vocabularies.values('glazing', ['opaque', 'clear', 'frosted']),
    film: vocabularies.values('film', ['permanent']),
    lock: vocabularies.values('lock', ['inner', 'outer', 'none']),
    form: vocabularies.values('form', ['fixed', 'varifocal', 'ptz', 'fisheye']),
    limits: vocabularies.values('limits', ['hard', 'software']),
    element: vocabularies.values('element', ['zone', 'wall', 'opening', 'device']),
    toString: vocabularies.values('toString', ['planned', 'none']),
    zone: vocabularies.zoneKinds(pack),
    opening: vocabularies.openingKinds(),
    device: vocabularies.deviceKinds(),
    category: vocabularies.categories(pack),
    role: vocabularies.roles(pack, false),
    absent: vocabularies.roles(pack, true),
    own: vocabularies.authorNames(['cam-a', 'dome', 'F1']),
  };
  test.each([
    ['key', 'di', 'id by slip'],
    ['key', 'knd', 'kind by slip'],
    ['key', 'ta', 'at by slip'],
    ['key', 'ad', 'id? repair/several'],
    ['key', 'idd', 'id? repair/short'],
    ['key', 'azimuth', 'heading by name'],
    ['key', 'fov', 'hfov by slip'],
    ['audio', 'non', 'none? repair/decides'],
    ['audio', 'NONE', 'none? repair/decides'],
    ['audio', 'micropone', 'microphone by slip'],
    ['audio', 'unknwn', 'unknown by slip'],
    ['audio', 'twoway', 'two-way by spelling'],
    ['video', 'deph', 'depth? repair/decides'],
    ['video', 'vsible', 'visible by slip'],
    ['video', 'thremal', 'thermal by slip'],
    ['status', 'remved', 'removed? repair/decides'],
    ['status', 'planed', 'planned by slip'],
    ['material', 'opaqe', 'opaque? repair/decides'],
    ['material', 'claer', 'clear? repair/decides'],
    ['material', 'frostd', 'frosted by slip'],
    ['glazing', 'opaqe', 'opaque? repair/decides'],
    ['glazing', 'cler', 'clear? repair/decides'],
    ['film', 'permanet', 'permanent? repair/decides'],
    ['lock', 'nnoe', 'none? repair/decides'],
    ['lock', 'ouetr', 'outer? repair/decides'],
    ['lock', 'innr', 'inner? repair/short'],
    ['form', 'fixd', 'fixed? repair/decides'],
    ['form', 'pzt', 'ptz? repair/short'],
    ['form', 'fisheey', 'fisheye by slip'],
    ['limits', 'hrd', 'hard? repair/decides'],
    ['limits', 'softwar', 'software by slip'],
    ['element', 'zoen', 'zone by slip'],
    ['element', 'wal', 'wall by slip'],
    ['toString', 'planed', 'planned by slip'],
    ['zone', '公共浴室', 'public-bathroom by name'],
    ['zone', 'restrom', 'restroom by slip'],
    ['zone', 'wrad', 'ward by slip'],
    ['zone', 'lobyb', 'lobby? repair/decides'],
    ['zone', 'Other', 'other by spelling'],
    ['zone', 'othr', 'other? repair/decides'],
    ['opening', '门', 'door by name'],
    ['opening', 'dor', 'door by slip'],
    ['opening', 'windo', 'window by slip'],
    ['opening', 'curtan', 'curtain by slip'],
    ['device', '摄像机', 'camera by name'],
    ['device', 'cctv', 'camera by name'],
    ['device', 'Camera', 'camera by spelling'],
    ['device', 'othre', 'other? repair/decides'],
    ['device', 'camra', 'camera by slip'],
    ['category', '旅馆业', ''],
    ['category', 'Museum', 'museum by spelling'],
    ['category', 'bnak', 'bank? repair/decides'],
    ['category', 'museun', 'museum by slip'],
    ['category', 'hoetl', 'hotel by slip'],
    ['category', 'hote', 'hotel? repair/decides'],
    ['role', '主要出入口', 'main-entrance by name'],
    ['role', 'main-entrence', 'main-entrance by slip'],
    ['role', 'vualt', 'vault? repair/decides'],
    ['absent', 'main-entrence', 'main-entrance? repair/decides'],
    ['zone', 'room', 'other? repair/decides'],
    ['device', '其他设备', 'other? repair/decides'],
    ['role', 'room', 'other? repair/decides'],
    ['own', 'cam-b', 'cam-a? repair/own-name'],
    ['own', 'dmoe', 'dome by slip'],
    ['own', 'DOME', 'dome by spelling'],
    ['own', 'F2', 'F1? repair/own-name'],
  ])('%s %s: %s', (what, word, meaning) => {
    expect(said(word, of[what] ?? expect.fail(what))).toBe(meaning);
  });

  test('a category by its name in either language', () => {
    for (const { id, name } of pack.categories.filter((one) => one.id === 'hotel' || one.id === 'museum')) {
      for (const word of [name.zh, name.en]) {
        expect(said(word, vocabularies.categories(pack)), word).toMatch(new RegExp(`^${id} by (?:name|spelling)$`));
      }
    }
  });
});
