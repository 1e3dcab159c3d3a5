// Texts of problems that stop an import, and of notes on its frame and levels.
import { catalogue } from '../i18n/catalogue.js';

/** Texts of problems that stop an import. */
export const problemText = catalogue('import', {
  twoSystems: {
    zh: '各来源的坐标不一致：其中有以米计的，也有经纬度。请分别导入，或者先换算为同一种坐标',
    en: 'the sources do not agree: some are in metres, some in degrees; import them apart, or convert one of them first',
  },
  nothing: {
    zh: '其中没有可用于设计图的要素。请用 --mapping 说明何者为区域、墙、开口、设备（见 docs/zh-CN/import.md“映射”）',
    en: 'nothing in it is known to be part of a plan; say with --mapping what are zones, walls, openings and devices (see Mapping in docs/en/import.md)',
  },
  otherLevel: {
    zh: '来源中没有上次导入的楼层“{id}”（“{from}”），“{key}”可能是其新图，但房间的位置不符，不能认定，未写任何文件。请在映射中写明：是同一层的，levels: [{same}]；不是的，另写一个 id。有几个图形文件的，每层都要列出，并写明 files。',
    en: "the sources lack level '{id}' of the last import ('{from}'); '{key}' may be its new issue, but the rooms are in other places, so nothing was written. Say so in the mapping: if it is the same storey, levels: [{same}]; if not, with another id. If there are several drawings, list every storey, with its files.",
  },
  onlyEarlier: {
    zh: '其中只有以前导入所写的 {file}，没有建筑数据。请把要导入的图放入其中，或者写明图所在的文件、文件夹。',
    en: 'this holds only {file}, which an earlier import wrote, and no data of a building. Put what is to be imported there, or name the file or folder that it is in.',
  },
  noFiles: {
    zh: '没有可以导入的文件（.geojson、.json、.dxf、.ifc）；{found}。',
    en: 'no file to import (.geojson, .json, .dxf, .ifc); {found}.',
  },
  imdfParts: {
    zh: '不是 IMDF 数据：同一文件夹中应有 level.geojson 和 unit.geojson。',
    en: 'this is no IMDF archive: it has level.geojson and unit.geojson in one folder.',
  },
  imdfLacks: {
    zh: 'IMDF 数据不全：同一文件夹中缺少 {file}，无法生成设计图。请重新导出或者补全。',
    en: 'the IMDF archive is not whole: {file} is not in this folder, and no plan can be made without it. Export it again.',
  },
  imdfNoLevels: {
    zh: 'IMDF 数据中没有楼层，无法生成设计图。',
    en: 'the IMDF archive has no level: no plan can be made of it.',
  },
  noCollection: {
    zh: '不是 GeoJSON 要素集合（FeatureCollection）',
    en: 'this is no GeoJSON FeatureCollection',
  },
  ownFile: {
    zh: '这是设计图，或者导入所写的几何文件，不是建筑数据。设计图可以直接审查；如系以前导入所写，请不要列入来源',
    en: 'this is a plan, or the geometry that an import wrote, not the data of a building. A plan can be linted as it is; leave what an import wrote out of the sources',
  },
  esriJson: {
    zh: '这是 Esri JSON，不是 GeoJSON：导出时请选 GeoJSON，并转换为 WGS 84',
    en: 'this is Esri JSON, not GeoJSON: export it as GeoJSON, converted to WGS 84',
  },
  mercator: {
    zh: '坐标参照系“{crs}”为 Web 墨卡托投影，其中的一米不是实地的一米，不能作为平面坐标：请转换为 WGS 84 经纬度',
    en: "the coordinate reference system '{crs}' is Web Mercator, in which a metre isn't a metre on the ground: convert it to WGS 84",
  },
  crs: {
    zh: '坐标参照系“{crs}”不是经纬度：请转换为 WGS 84 经纬度，或者在映射中注明 coordinates: metres（平面坐标，单位不是米的另注 unit；Web 墨卡托的一米不是实地的一米，只能转换）',
    en: "the coordinate reference system '{crs}' is not longitude and latitude: convert it to WGS 84, or say 'coordinates: metres' in the mapping (and 'unit' where a unit isn't a metre; not of Web Mercator, whose metres aren't metres on the ground)",
  },
  notDegrees: {
    zh: '坐标“{at}”超出经纬度范围。是平面坐标的，请写一个映射文件，内容为 coordinates: metres（单位不是米的另写 unit），导入时以 --mapping 给出；Web 墨卡托的一米不是实地的一米，须先转换为经纬度',
    en: "the position '{at}' is beyond longitude and latitude. Plane coordinates need 'coordinates: metres' in a mapping (and 'unit' where a unit isn't a metre), given with --mapping; Web Mercator, whose metres aren't metres on the ground, must be converted first",
  },
  farDegrees: {
    zh: '按经纬度计，图中各点相距{far}千米，不会是一处场所：应为平面坐标。请写一个映射文件，内容为 coordinates: metres（单位不是米的另写 unit），导入时以 --mapping 给出；确为经纬度的，请更正写错的坐标',
    en: "in degrees its points lie {far} km apart, as those of no site do: they are likely plane coordinates, which need 'coordinates: metres' in a mapping (and 'unit' where a unit isn't a metre), given with --mapping; if they are degrees, correct the wrong ones",
  },
  farApart: {
    zh: '{files}中的内容相距{far}千米，不会是一处场所：请更正写错的坐标，不是一处场所的请分别导入',
    en: 'what is in {files} lies {far} km apart, as nothing on one site does: correct the wrong coordinates, or import each site by itself',
  },
  swapped: {
    zh: '坐标“{at}”似为纬度在前，GeoJSON 须经度在前：请对调后重新导出',
    en: "the position '{at}' seems to have its latitude first, where GeoJSON has the longitude: swap them and export it again",
  },
  notMetres: {
    zh: '按米计，全图不到0.5米，坐标“{at}”应为经纬度：请把映射中的 coordinates: metres 删去，或者改为 coordinates: wgs84',
    en: "in metres all of it is less than 0.5 m wide, so '{at}' is likely longitude and latitude: take 'coordinates: metres' out of the mapping, or say 'coordinates: wgs84'",
  },
  smallUnit: {
    zh: '按 unit 换算成米，全图不到0.5米：请更正 unit（来源的一个单位是几米）；坐标是经纬度的，请把映射中的 coordinates 和 unit 删去',
    en: "as 'unit' gives it in metres, all of it is less than 0.5 m wide: correct 'unit' (how many metres a unit of the source is), or take 'coordinates' and 'unit' out of the mapping if these are longitude and latitude",
  },
  zipBroken: {
    zh: '不是 zip 压缩包，或者已损坏、未下载完整。',
    en: 'this is no zip archive, or it is damaged or not whole.',
  },
  zipEntries: {
    zh: '压缩包内有{found}个条目，超过上限{limit}（本工具设定）。请只打包建筑数据；确需读取的，请加 --limit {more}。',
    en: 'the archive has {found} entries, more than the {limit} that are taken (a limit of ours). Pack only the building; if it must be read, add --limit {more}.',
  },
  zipFolders: {
    zh: '压缩包内的文件夹超过上限{limit}个（本工具设定）。请只打包建筑数据；确需读取的，请加 --limit {more}。',
    en: 'the archive has more folders than the {limit} that are taken (a limit of ours). Pack only the building; if it must be read, add --limit {more}.',
  },
  zipBytes: {
    zh: '压缩包解开后为{found}，超过上限{limit}（本工具设定）。请解压后给出文件夹，或者加 --limit {more}。',
    en: 'the archive unpacks to {found}, more than the {limit} that are taken (a limit of ours). Unpack it and name the folder, or add --limit {more}.',
  },
  zipName: {
    zh: '压缩包内的条目“{entry}”指向压缩包之外，不予读取。',
    en: "the entry '{entry}' leads out of the archive, which is not read.",
  },
  zipTwice: {
    zh: '压缩包内有同名的条目，无法判断以哪一个为准。',
    en: "two entries of the archive have the same name: which one counts can't be told.",
  },
  zipEncrypted: {
    zh: '压缩包内的“{entry}”已加密。请解密或者重新打包，不设密码。',
    en: "'{entry}' in the archive is encrypted: pack it without a password.",
  },
  zipMethod: {
    zh: '压缩包内的“{entry}”使用了不支持的压缩方法。请以普通 zip（Deflate）重新打包。',
    en: "'{entry}' in the archive is packed in a way that can't be read: pack it as an ordinary zip (Deflate).",
  },
  zipSize: {
    zh: '压缩包内的“{entry}”解开后与所标大小不符，压缩包已损坏或者系伪造。',
    en: "'{entry}' in the archive unpacks to another size than it declares: the archive is damaged or forged.",
  },
  zipDamaged: {
    zh: '压缩包内的“{entry}”已损坏，校验不符。',
    en: "'{entry}' in the archive is damaged: its checksum doesn't match.",
  },
});

/** Note on where the zero of a plan lies. */
export const frame = catalogue('frame', {
  from: {
    zh: '坐标远离原点：设计图中的坐标自来源的（{east}，{north}）m 起计',
    en: "coordinates far from the source's origin: the plan's count from ({east}, {north}) m of it",
  },
});

/** Note on a level that takes the place of a level of the last import, since its rooms are in the same places. */
export const replaced = catalogue('replaced', {
  level: {
    zh: '“{key}”取代上次导入的“{from}”，仍为楼层“{id}”：房间的位置相符。不是同一层的，请在映射的 levels 中为其另写 id',
    en: "'{key}' takes the place of '{from}' of the last import and is level '{id}' still: the rooms are in the same places. If it is another storey, give it another id under levels in the mapping",
  },
});

/** Note on assumed elevations. */
export const elevations = catalogue('elevations', {
  assumed: {
    zh: '来源未写明标高的楼层，按每层{storey}米（本工具设定）自下而上排列',
    en: "levels whose elevation the source doesn't give: one above the other, {storey} m each (sitecam's figure)",
  },
});

/** Notes on devices of which no source says clearly which level they are on, and the level they were put on. */
export const strays = catalogue('strays', {
  joined: {
    zh: '“{file}”中的设备没有写明楼层，按位置归入楼层“{level}”',
    en: "devices of '{file}' name no level: by their places on '{level}'",
  },
  undecided: {
    zh: '“{file}”中的设备没有写明楼层，文件名和位置也看不出，暂按楼层“{level}”采用；请在文件名中写明楼层（例如“摄像机-2F”），或者给各点写明 level',
    en: "devices of '{file}' name no level, and neither its name nor their places tell: taken to be on '{level}'; name the storey in the name of the file (cameras-2F), or give each point a level",
  },
  noStorey: {
    zh: '文件名“{file}”写明楼层“{storey}”，但有房间的楼层中没有写明是这一层的，其中的设备暂按楼层“{level}”采用；请补上该层的房间，或者更正文件名，或者给各点写明 level',
    en: "the name of '{file}' says the storey '{storey}', but no level with rooms is named so: its devices are taken to be on '{level}'; add the rooms of that storey, correct the name, or give each point a level",
  },
  numbered: {
    zh: '楼层“{one}”与“{other}”视为同一层：编号自{from}起计，没有写明；不是的，请统一楼层的写法',
    en: "'{one}' and '{other}' are taken for one level: the number counts from {from}, which no source says; if they aren't, call the level alike in all sources",
  },
  alike: {
    zh: '设备与房间的楼层按编号相同视为同一层（{levels}），但是一方自0起计，另一方可能自1起计；是这样的，请统一楼层的写法（例如“1F”“2F”）',
    en: 'devices and rooms on levels of equal numbers are taken to be on one level ({levels}), but one side counts from 0 and the other may count from 1; if it does, call the levels alike in all sources (1F, 2F)',
  },
  outdoors: {
    zh: '写明在“{level}”的设备，按首层“{home}”采用；不是的，请写明楼层',
    en: "devices on '{level}' are taken to be on the ground floor, '{home}'; if they aren't, name their level",
  },
  'no-rooms': {
    zh: '楼层“{level}”只有设备，没有房间和墙，不知其四周有什么；请补上该层的图，写法有误的，请改为有房间的楼层',
    en: "level '{level}' has only devices, and neither rooms nor walls: what is about them isn't known; add the plan of that level, or correct its name to that of a level with rooms",
  },
  alone: {
    zh: '楼层“{level}”只有设备，其他来源中没有同名的楼层，未与任何房间合为一层；请统一楼层的写法',
    en: "level '{level}' has only devices, and no other source calls a level so: it is joined with no rooms; call the level alike in all sources",
  },
});

/**
 * Notes on plans of storeys that don't lie one above the other, and on drawings that show several plans side by side.
 */
export const apart = catalogue('apart', {
  storeys: {
    zh: '楼层{levels}的图不上下重叠，其间的楼梯、挑空和视线因此不能正确核对；是同一栋楼的，请以同一点（如同一轴线交点）对齐各层后重新导出，DXF 也可以在映射文件的 levels 中写明各层的 files 和 region',
    en: 'the plans of {levels} do not lie over each other, so that stairs, wells and sight between them are judged in wrong places; if they are of one building, export them about one point (such as a crossing of axes), or say under levels in a mapping which files and which region each of them has (DXF)',
  },
  plans: {
    zh: '图中有{n}处互不相连的平面（{sizes}），按同一层采用；如系几层并列，或者其中有剖面、详图，请先用 --survey -o mapping.yaml 勘察，在映射文件的 levels 中写明各层的 region',
    en: 'it shows {n} plans apart from each other ({sizes}) and is taken for one level; if they are storeys side by side, or some are sections or details, survey it first (--survey -o mapping.yaml): the mapping says under levels which region each has',
  },
});
