// The rooms that a site of each category usually has.

import type { Localized } from '../../i18n/locale.js';
import type { Programme, StarterRoom } from './types.js';

const named = (kind: string, zh: string, en: string, more: Partial<StarterRoom> = {}): StarterRoom => ({
  kind,
  name: { zh, en },
  ...more,
});
const important = (kind: string, zh: string, en: string): StarterRoom => named(kind, zh, en, { flags: ['important'] });

const WOMEN: Localized = { zh: '女卫生间', en: "Women's restroom" };
const MEN: Localized = { zh: '男卫生间', en: "Men's restroom" };
const RESTROOMS: readonly StarterRoom[] = [
  { kind: 'restroom', name: WOMEN },
  { kind: 'restroom', name: MEN },
];
const OFFICE: StarterRoom = { kind: 'office' };
const CONTROL: StarterRoom = { kind: 'control-room' };

const building = (...rooms: readonly StarterRoom[]): Programme => ({ shape: 'building', rooms });

/** A storey with a hall for visitors and offices, for state organs and the like. */
const OFFICES = building(
  named('lobby', '办事大厅', 'Service hall'),
  { kind: 'office', count: 2 },
  { kind: 'meeting-room' },
  ...RESTROOMS,
);

const works = (zh: string, en: string): Programme => building(named('plant', zh, en), CONTROL, OFFICE, ...RESTROOMS);
const financial = building(
  { kind: 'business-hall' },
  { kind: 'customer-information-area', name: { zh: '密码键盘区', en: 'PIN pad area' } },
  CONTROL,
  OFFICE,
);

/**
 * Programmes by category id: the rooms that make an example look like its category. A category without an entry (of
 * another pack, say) becomes a building with an office and whatever the pack asks for.
 */
const PROGRAMMES: Readonly<Record<string, Programme>> = {
  broadcasting: building(
    important('machine-room', '播出机房', 'Transmission equipment room'),
    named('other', '直播间', 'Studio'),
    OFFICE,
    ...RESTROOMS,
  ),
  television: building(
    important('machine-room', '播出机房', 'Transmission equipment room'),
    named('other', '演播室', 'Studio'),
    OFFICE,
    { kind: 'make-up-room' },
    ...RESTROOMS,
  ),
  telecom: building(important('machine-room', '核心机房', 'Core equipment room'), CONTROL, OFFICE, ...RESTROOMS),
  postal: building(important('store', '邮件处理库', 'Mail sorting store'), OFFICE, ...RESTROOMS),
  'defence-industry': building(
    named('production', '总装车间', 'Assembly shop'),
    named('research', '研制室', 'Development room'),
    { kind: 'store' },
    OFFICE,
    ...RESTROOMS,
  ),
  bank: { ...financial, rooms: [...financial.rooms, { kind: 'vault' }, ...RESTROOMS] },
  insurance: { ...financial, rooms: [...financial.rooms, ...RESTROOMS] },
  securities: { ...financial, rooms: [...financial.rooms, ...RESTROOMS] },
  'cash-transport': { shape: 'vehicle', rooms: [{ kind: 'cash-vehicle' }] },
  'civil-airport': building(important('waiting-hall', '候机厅', 'Departure lounge'), OFFICE, CONTROL, ...RESTROOMS),
  station: building(important('waiting-hall', '候车厅', 'Waiting hall'), OFFICE, CONTROL, ...RESTROOMS),
  'road-traffic': building(
    important('control-room', '收费站监控室', 'Toll station control room'),
    OFFICE,
    ...RESTROOMS,
  ),
  'rail-transit': building(
    important('waiting-hall', '站厅', 'Station concourse'),
    important('control-room', '车站控制室', 'Station control room'),
    OFFICE,
    ...RESTROOMS,
  ),
  'logistics-park': building(important('store', '分拣库', 'Sorting store'), { kind: 'store' }, OFFICE, ...RESTROOMS),
  'public-transport-vehicle': {
    shape: 'vehicle',
    rooms: [named('vehicle-interior', '公共汽车车厢', 'Bus interior')],
  },
  'strategic-warehouse': building(named('store', '物资库', 'Materials store', { count: 2 }), OFFICE, ...RESTROOMS),
  'grain-depot': building(named('store', '粮仓', 'Granary', { count: 2 }), OFFICE, ...RESTROOMS),
  'hazardous-goods': building(
    named('store', '危险品库', 'Dangerous goods store', { count: 2 }),
    OFFICE,
    { kind: 'changing-room' },
    ...RESTROOMS,
  ),
  'pathogen-laboratory': building(
    important('store', '菌（毒）种保藏库', 'Strain repository'),
    { kind: 'laboratory' },
    OFFICE,
    { kind: 'changing-room' },
    ...RESTROOMS,
  ),
  'large-energy-facility': works('主厂房', 'Main powerhouse'),
  'hydraulic-works': works('闸泵房', 'Sluice and pump house'),
  'city-water-supply': works('送水泵房', 'Pumping station'),
  'city-power-supply': works('变电室', 'Substation'),
  'city-oil-supply': works('油泵房', 'Fuel pump house'),
  'city-gas-supply': works('调压站', 'Pressure regulating station'),
  'city-heat-supply': works('换热站', 'Heat exchange station'),
  hotel: building(
    { kind: 'lobby' },
    { kind: 'store', name: { zh: '行李房', en: 'Luggage room' } },
    { kind: 'guest-room', count: 4 },
    ...RESTROOMS,
    OFFICE,
  ),
  'shopping-mall': building(
    { kind: 'shop', count: 3 },
    OFFICE,
    { kind: 'fitting-room' },
    { kind: 'nursing-room' },
    ...RESTROOMS,
  ),
  'tourist-attraction': building(named('lobby', '游客大厅', 'Visitor hall'), { kind: 'shop' }, OFFICE, ...RESTROOMS),
  'cultural-entertainment-venue': building(
    { kind: 'lobby' },
    OFFICE,
    { kind: 'entertainment-private-room', count: 4 },
    ...RESTROOMS,
  ),
  museum: building({ kind: 'exhibition-hall', count: 2 }, { kind: 'collection-store' }, OFFICE, ...RESTROOMS),
  archive: building(
    named('collection-store', '档案库', 'Records store'),
    { kind: 'exhibition-hall' },
    OFFICE,
    ...RESTROOMS,
  ),
  'key-heritage-unit': building(
    named('exhibition-hall', '正殿展厅', 'Main hall'),
    { kind: 'collection-store' },
    OFFICE,
    ...RESTROOMS,
  ),
  'memorial-hall': building({ kind: 'exhibition-hall', count: 2 }, OFFICE, ...RESTROOMS),
  'exhibition-venue': building({ kind: 'exhibition-hall', count: 2 }, OFFICE, ...RESTROOMS),
  school: building(
    named('crowd-area', '礼堂', 'Assembly hall'),
    { kind: 'classroom', count: 2 },
    OFFICE,
    { kind: 'dormitory-room', count: 2 },
    ...RESTROOMS,
  ),
  kindergarten: building(
    named('crowd-area', '多功能厅', 'Activity hall'),
    named('classroom', '活动室', 'Playroom', { count: 2 }),
    OFFICE,
    ...RESTROOMS,
  ),
  hospital: building(
    named('crowd-area', '门诊大厅', 'Outpatient hall'),
    named('waiting-hall', '候诊厅', 'Patients’ waiting hall'),
    OFFICE,
    { kind: 'consulting-room', count: 2 },
    { kind: 'ward', count: 2 },
    ...RESTROOMS,
  ),
  'welfare-institution': building(
    named('crowd-area', '活动厅', 'Activity hall'),
    OFFICE,
    { kind: 'dormitory-room', count: 3 },
    { kind: 'public-bathroom' },
    ...RESTROOMS,
  ),
  stadium: building(
    named('crowd-area', '比赛大厅', 'Arena'),
    OFFICE,
    { kind: 'changing-room', count: 2 },
    ...RESTROOMS,
  ),
  park: { shape: 'ground', rooms: [named('crowd-area', '中心广场', 'Central plaza'), ...RESTROOMS] },
  'city-square': { shape: 'ground', rooms: [named('crowd-area', '广场', 'Square')] },
  'pedestrian-underpass': { shape: 'hall', rooms: [named('crowd-area', '地下人行通道', 'Pedestrian underpass')] },
  'other-crowded-place': building(named('crowd-area', '会场', 'Conference hall'), OFFICE, ...RESTROOMS),
  'state-organ': OFFICES,
  'people-organisation': OFFICES,
  'public-institution': OFFICES,
  'large-enterprise': OFFICES,
  'residential-area': building(named('lobby', '单元门厅', 'Entrance hall of the building'), {
    kind: 'dwelling',
    count: 4,
  }),
  'key-unit': building(
    named('machine-room', '指挥调度机房', 'Dispatch equipment room', { flags: ['designated'] }),
    CONTROL,
    OFFICE,
    ...RESTROOMS,
  ),
};

/** Returns the programme of the category with id `category`; an office building if it has none of its own. */
export function programmeOf(category: string): Programme {
  return Object.hasOwn(PROGRAMMES, category) ? PROGRAMMES[category] : building(OFFICE);
}
