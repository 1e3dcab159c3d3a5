import { describe, expect, test } from 'vitest';
import * as vocabularies from '../../../src/features/repair/vocabularies.js';
import { meantBy, type RepairVocabulary } from '../../../src/features/repair/vocabularies.js';
import { loadPack } from '../../../src/law/load.js';

const pack = loadPack('nm-2017');

/** `to` and how that is known, or why it is doubted; '' where nothing is near. */
function said(word: string, vocabulary: RepairVocabulary): string {
  const meant = meantBy(word, vocabulary);
  if (meant === undefined) return '';
  return meant.why === undefined ? `${meant.to} by ${meant.how}` : `${meant.to}? ${meant.why.id}`;
}

describe('what a word was meant to be', () => {
  const vocabulary: RepairVocabulary = {
    known: ['corridor', 'corridors', 'hall', 'removed', 'none', 'other', 'planned'],
    called: (word) => ({ 走廊: ['corridor'], 厅: ['hall', 'other'], 杂: ['other'], 两: ['hall', 'hall'] })[word] ?? [],
  };
  test.each([
    ['Corridor', 'corridor by spelling'],
    ['走廊', 'corridor by name'],
    ['两', 'hall by name'],
    ['厅', 'hall? repair/several'],
    ['杂', 'other? repair/decides'],
    ['Other', 'other by spelling'],
    ['None', 'none? repair/decides'],
    // The nearest, though another stands before it.
    ['corridorss', 'corridors? repair/slip'],
    ['coridor', 'corridor? repair/slip'],
    ['removd', 'removed? repair/slip'],
    ['Removed', 'removed by spelling'],
    ['plnned', 'planned? repair/slip'],
    ['palnnedd', 'planned? repair/slip'],
    ['hal', 'hall? repair/slip'],
    ['hlal', 'hall? repair/slip'],
    ['HLAL', 'hall? repair/slip'],
    ['halk', 'hall? repair/slip'],
    ['xyzzy', ''],
  ])('%s: %s', (word, meaning) => {
    expect(said(word ?? '', vocabulary)).toBe(meaning);
  });
});

describe('which words are another name, by what they stand for', () => {
  const of: Readonly<Record<string, RepairVocabulary>> = {
    key: vocabularies.keys(['id', 'kind', 'heading', 'hfov', 'at']),
    value: { known: ['none', 'microphone', 'two-way', 'unknown'] },
    zone: vocabularies.zoneKinds(pack),
    opening: vocabularies.openingKinds(),
    device: vocabularies.deviceKinds(),
    category: vocabularies.categories(pack),
    role: vocabularies.roles(pack),
    own: { known: ['cam-a', 'dome', 'F1'] },
  };
  test.each([
    ['key', 'azimuth', 'heading by name'],
    ['key', '类型', 'kind by name'],
    ['key', 'Kind', 'kind by spelling'],
    ['key', 'knd', 'kind? repair/slip'],
    ['key', 'fov', 'hfov? repair/slip'],
    ['value', 'NONE', 'none? repair/decides'],
    ['value', 'non', 'none? repair/slip'],
    ['value', 'twoway', 'two-way by spelling'],
    ['value', 'micropone', 'microphone? repair/slip'],
    ['zone', '公共浴室', 'public-bathroom by name'],
    ['zone', 'restrom', 'restroom? repair/slip'],
    ['zone', 'Other', 'other by spelling'],
    ['zone', 'othr', 'other? repair/slip'],
    ['zone', 'room', 'other? repair/decides'],
    ['opening', '门', 'door by name'],
    ['opening', 'windo', 'window? repair/slip'],
    ['device', '摄像机', 'camera by name'],
    ['device', 'cctv', 'camera by name'],
    ['device', 'Camera', 'camera by spelling'],
    ['device', 'camra', 'camera? repair/slip'],
    ['device', '其他设备', 'other? repair/decides'],
    ['category', '旅馆业', ''],
    ['category', 'Museum', 'museum by spelling'],
    ['category', 'museun', 'museum? repair/slip'],
    ['role', '主要出入口', 'main-entrance by name'],
    ['role', 'main-entrence', 'main-entrance? repair/slip'],
    ['role', 'room', 'other? repair/decides'],
    ['own', 'cam-b', 'cam-a? repair/slip'],
    ['own', 'DOME', 'dome by spelling'],
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
