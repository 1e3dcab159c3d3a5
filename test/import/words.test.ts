import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { kindByWords } from '../../src/import/kinds/named.js';
import { foldedName } from '../../src/import/kinds/reading.js';
import de from '../../src/import/kinds/words/de.json' with { type: 'json' };
import hints from '../../src/import/kinds/words/hints.json' with { type: 'json' };
import ja from '../../src/import/kinds/words/ja.json' with { type: 'json' };
import ru from '../../src/import/kinds/words/ru.json' with { type: 'json' };
import { pack } from './support.js';

/** Names of rooms, of our own making, and the kind they mean; '-' for none. */
const RUSSIAN = `
Туалет женский → restroom
Мужской туалет → restroom
ТУАЛЕТ → restroom
Санузлы → restroom
С/у → restroom
с/у муж. → restroom
Сан. узел 2 → restroom
1 этаж, туалет → restroom
В-12 Туалет → restroom
Туалет для инвалидов → restroom
Туалет у лестницы → restroom
Туалет (М) → restroom
Женский WC → restroom
Туалет / Toilet → restroom
Туалет и душевая → restroom
Туалетная комната → restroom
Уборная → restroom
Комната уборщицы → -
Комната уборочного инвентаря → store
Склад туалетной бумаги → store
Коридор у туалета → corridor
Коридор у туалета и душевой → corridor
Коридор WC → corridor
Тамбур туалета → -
Вход в туалет → entrance
Магазин у туалета → shop
Возле туалета → -
Возле WC → -
Не туалет → -
Бывший туалет → -
Раздевалка → changing-room
Мужская раздевалка №2 → changing-room
Раздевалка спортзала → changing-room
Раздевалка-душевая → changing-room
Кладовая / раздевалка → changing-room
Комната для переодевания → changing-room
Шкаф в раздевалке → -
Кладовая при раздевалке → store
Гардероб → -
Примерочные → fitting-room
Гримёрная 1 → make-up-room
Душевые женские → public-bathroom
Помещение душевой → public-bathroom
Душевнобольные → -
Умывальная → washroom
Комната матери и ребёнка → nursing-room
Палата 12 → ward
305 (палата) → ward
Палатка → -
Изолятор → ward
Процедурный кабинет → consulting-room
Кабинет врача → consulting-room
Кабинет директора → office
Кабинет 305 → -
Операционная → operating-room
Операционный зал → business-hall
Комната отдыха персонала → staff-rest-room
Комната отдыха → -
Спальня → dormitory-room
Гостевой номер → guest-room
Номер 15 → -
Серверная → machine-room
Электрощитовая → machine-room
Проходная → gate
Проход → corridor
Лестничная клетка → stairs
Лестница №2 → stairs
Лифт → elevator-car
Лифтовой холл → elevator-lobby
Шахта лифта → shaft
Вестибюль → lobby
Главный вход → main-entrance
Запасной выход → entrance
Аудитория 101 → classroom
Читальный зал → classroom
Библиотека → classroom
Конференц-зал → meeting-room
Актовый зал → crowd-area
Спортивный зал → playground
Белый зал → -
Учительская → office
Пост охраны → control-room
Сейфовая → vault
Хранилище → store
Касса → reception
Зал ожидания → waiting-hall
Буфет → dining-room
Кухня → kitchen
Лаборатория химии → laboratory
Аптека → shop
Постирочная → -
`;

const JAPANESE = `
女子トイレ → restroom
トイレ（男） → restroom
多目的トイレ1 → restroom
2階トイレ → restroom
お手洗い → restroom
ﾄｲﾚ → restroom
男子便所 → restroom
化粧室 → restroom
女子トイレ / Women → restroom
トイレ Toilet → restroom
トイレ前廊下 → corridor
トイレ前 → -
トイレ前（女子トイレ） → -
トイレ横倉庫 → store
トイレ用具庫 → store
トイレットペーパー倉庫 → store
便所入口 → entrance
化粧品売場 → sales
化粧台 → -
更衣室 → changing-room
女子更衣室2 → changing-room
更衣・シャワー室 → changing-room
倉庫兼更衣室 → changing-room
体育館更衣室 → changing-room
浴室脱衣室 → changing-room
ロッカールーム → changing-room
女子ロッカー → changing-room
コインロッカー → -
更衣室前通路 → corridor
更衣室 入口 → entrance
更衣室なし → -
シャワー室前 → -
シャワーブース → public-bathroom
大浴場 → public-bathroom
男湯 → public-bathroom
試着室 → fitting-room
授乳室 → nursing-room
洗面所 → washroom
病室201 → ward
201病室 → ward
病棟廊下 → corridor
第1診察室 → consulting-room
診察待合 → waiting-hall
処置室 → consulting-room
処置室前 → -
手術室 → operating-room
手術室廊下 → corridor
休憩室 → staff-rest-room
休憩コーナー → waiting-hall
仮眠室 → staff-rest-room
控室 → -
客室101 → guest-room
客室階廊下 → corridor
客室乗務員控室 → -
男子寮 → dormitory-room
会議室A → meeting-room
事務室 → office
倉庫3 → store
非常階段 → stairs
エレベーター → elevator-car
エレベーターホール → elevator-lobby
廊下 → corridor
風除室 → lobby
正面玄関 → main-entrance
サーバー室 → machine-room
防災センター → control-room
金庫室 → vault
窓口 → counter
売店 → shop
専門店街 → -
食堂 → dining-room
給湯室 → kitchen
実験室 → laboratory
図書室 → classroom
ナースステーション → reception
駐車場 → car-park
老人ホーム → -
ホール → -
`;

const GERMAN = `
Herrentoilette → restroom
Damen-WC → restroom
WC Damen → restroom
H-WC → restroom
0.12 WC → restroom
Toiletten → restroom
Toilette Erdgeschoss Nord → restroom
WC barrierefrei → restroom
Behinderten WC → restroom
Sanitärräume → restroom
Damen- und Herrentoilette → restroom
Büro WC → restroom
Damen → restroom
Toilettenflur → corridor
WC-Flur → corridor
Flur WC → corridor
Flur vor Toilette → corridor
Flur vor WC und Dusche → corridor
Vorraum WC → -
WC-Vorraum → -
Zugang WC → entrance
Büro neben WC → office
Raum 1.23 (neben WC) → -
Toilettenpapierlager → store
Lagerraum Toilettenpapier → store
Toilette Abluft → -
WC Schacht → shaft
kein WC → -
ehem. Toilette → -
Toilettenartikel → -
Umkleide → changing-room
UMKLEIDEN → changing-room
Umkleide Herren 2 → changing-room
Umkleideräume → changing-room
Personalumkleide → changing-room
Umkleide Turnhalle → changing-room
Umkleide- und Duschraum → changing-room
Raum 1.23 (Umkleide) → changing-room
Umkleide Schiedsrichter → changing-room
Umkleideflur → corridor
Lager Umkleide → store
Zugang zur Umkleide → entrance
Garderobe → -
Anprobe → fitting-room
Duschen → public-bathroom
Bad → public-bathroom
Badezimmer → public-bathroom
Freibad → -
Badminton → -
Waschraum Damen → washroom
Waschküche → -
Stillraum → nursing-room
Krankenzimmer 4 → ward
Intensivstation → ward
Arztzimmer → consulting-room
Behandlung 2 → consulting-room
OP-Saal → operating-room
OP 2 → operating-room
OP-Flur → corridor
OP Umkleide → changing-room
Ruheraum → staff-rest-room
Pausenraum → staff-rest-room
Gästezimmer → guest-room
Zimmer 101 → -
Wohnung 3 → dwelling
Büro → office
Buero 1.12 → office
Lehrerzimmer → office
Besprechungsraum → meeting-room
Treppenhaus A → stairs
Aufzug → elevator-car
Aufzugsschacht → shaft
Eingang → entrance
Haupteingang → main-entrance
Gang → corridor
Ausgang → entrance
Windfang → lobby
Serverraum → machine-room
Technik → machine-room
Tresorraum → vault
Schalterhalle → business-hall
Kasse → reception
Wartezimmer → waiting-hall
Hörsaal 1 → classroom
Bibliothek → classroom
Labor 2 → laboratory
Teeküche → kitchen
Speisesaal → dining-room
Turnhalle → playground
Putzmittelraum → store
Kindergarten → -
Bahnhof → -
Motor → -
`;

/** Words of other languages must not be read into the pack's own. */
const CHINESE_AND_ENGLISH = `
女衛生間 → restroom
儲藏室 → store
搶救室 → ward
實驗室 → laboratory
觀眾席 → crowd-area
電梯廳 → elevator-lobby
非更衣室 → -
卫生间门口走廊 → corridor
库房兼更衣室 → changing-room
Corridor to WC → -
store for changing rooms → -
Room 101 → -
Bad debt office → office
Labor Relations → -
Gang Plank Bar → dining-room
Umkleide / Changing → changing-room
Men → restroom
`;

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(' → ') as [string, string]);

describe.each([
  ['Russian', RUSSIAN],
  ['Japanese', JAPANESE],
  ['German', GERMAN],
  ['Chinese and English', CHINESE_AND_ENGLISH],
])('names in %s', (_, table) => {
  test.each(rows(table))('%s → %s', (name, kind) => {
    expect(kindByWords(name, pack) ?? '-').toBe(kind);
  });
});

describe.each([
  ['ru', ru],
  ['ja', ja],
  ['de', de],
])('the words of %s', (_, words) => {
  const kinds = Object.entries(words.kinds);

  it('are of kinds that the pack has', () => {
    const known = new Set(pack.zoneKinds.map(({ id }) => id));
    expect(
      [...kinds, ...Object.entries('alone' in words ? words.alone : {})].filter(([kind]) => !known.has(kind)),
    ).toEqual([]);
  });

  it('each mean one thing, and are spelled as they are compared', () => {
    const all = [...kinds.flatMap(([, list]) => list), ...words.none];
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    expect(all.filter((word) => foldedName(word) !== word && !/[A-Z]/.test(word))).toEqual([]);
  });

  it('mean what they are listed under', () => {
    const wrong = kinds.flatMap(([kind, list]) =>
      list
        // A stem in Russian is no name, and what linting reads is the pack's to tell.
        .filter((word) => !word.endsWith('*') && !word.includes('* '))
        .map((word) => [word, kindByWords(word.replaceAll('*', ''), pack), kind])
        .filter(([, told, wanted]) => told !== wanted),
    );
    expect(wrong).toEqual([]);
  });

  it('cover what rooms the law keeps private in any building', () => {
    const wanted = [
      'restroom',
      'public-bathroom',
      'changing-room',
      'fitting-room',
      'make-up-room',
      'nursing-room',
      'ward',
    ];
    const more = ['consulting-room', 'operating-room', 'guest-room', 'dormitory-room', 'staff-rest-room', 'washroom'];
    expect([...wanted, ...more].filter((kind) => !kinds.some(([id]) => id === kind))).toEqual([]);
  });
});

test('hints name kinds that the pack has', () => {
  const known = new Set(pack.zoneKinds.map(({ id }) => id));
  expect(Object.values(hints).filter((kind) => !known.has(kind))).toEqual([]);
});

test('no text is too odd or too long to be read', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('туалет', 'トイレ', 'WC', '男', '(', '）', '/', ' ', '-', 'vor', 'и', '1', '库'), {
        maxLength: 40,
      })
      .map((parts) => parts.join('')),
  );
  const known = new Set([undefined, ...pack.zoneKinds.map(({ id }) => id)]);
  fc.assert(fc.property(odd, (text) => known.has(kindByWords(text, pack))));
  expect(kindByWords('男'.repeat(1_000_000), pack)).toBeUndefined();
});
