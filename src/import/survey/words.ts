// Words in names of layers and blocks that say what is drawn there.

/** The role that a word in a layer's or block's name points to. */
export type NamedRole = 'wall' | 'glass' | 'door' | 'window' | 'zone' | 'outline' | 'none';

/** Words that may stand anywhere in a name: Chinese ones, and long ones of other languages. */
const ANYWHERE: Readonly<Record<NamedRole, readonly string[]>> = {
  glass: ['幕墙', '玻璃隔断', '玻璃墙', 'CURTWALL', 'CURTAIN', 'CRYSTAL', 'CRISTAL', 'VIDRIO', 'GLAZING'],
  wall: ['墙', '柱', '隔断', 'WALL', 'COLUMN', 'PARTITION', 'PILLAR', 'MAUER', 'PARED', 'TABIQUE', 'CLOISON'],
  door: ['门', 'DOOR', 'DORLIB', 'PUERTA', 'PORTE', 'OPENING', 'DRZWI'],
  window: ['窗', 'WINDOW', 'WINLIB', 'VENTANA', 'JANELA', 'FENSTER', 'FENETRE', 'OPENING'],
  zone: ['房间', '区域', '功能区', 'SPACE', 'ROOM', 'ZONE'],
  outline: ['外轮廓', '建筑轮廓', 'OUTLINE'],
  none: [
    ...[
      '家具',
      '洁具',
      '绿化',
      '尺寸',
      '标注',
      '轴',
      '图框',
      '填充',
      '铺装',
      '基础',
      '屋面',
      '标高',
      '辅助',
      '楼梯',
      '防火分区',
    ],
    ...['COTAS', 'ELECTR', 'ESCALERA', 'LEYENDA', 'LEGEND', 'BEMASSUNG'],
    ...['FURN', 'DOTE', 'HATCH', 'TEXTURE', 'FLOORING', 'PROJECT', 'TOPOGR', 'PLANT', 'FIXTURE', 'FOOTER', 'FOOTPRINT'],
    ...[
      'FOOTING',
      'FOUNDATION',
      'HEADER',
      'CEILING',
      'EQUIPM',
      'DEFPOINTS',
      'LVTRY',
      'STAIR',
      'PATTERN',
      'VIEWPORT',
      'MOBILI',
    ],
  ],
};

/** Words that must be a whole token of a name. */
const TOKENS: Readonly<Record<NamedRole, readonly string[]>> = {
  glass: ['GLASS', 'GLAZ'],
  wall: ['MURO', 'MUROS', 'MUR', 'MURS', 'WAND', 'WAENDE', 'WÄNDE', 'COLS', 'COLU', 'PART'],
  door: ['TUER', 'TÜR', 'TÜREN', 'PORTA', 'DR'],
  window: ['WIN', 'WINDO', 'WD', 'GLAZ'],
  zone: ['AREA'],
  outline: ['OUTL'],
  none: [
    ...[
      'DIM',
      'DIMS',
      'COTA',
      'ELEC',
      'MARCO',
      'AXIS',
      'AXES',
      'GRID',
      'TITLE',
      'FIXT',
      'CASE',
      'STEM',
      'BEAM',
      'SLAB',
      'ROOF',
      'SITE',
      'PAVE',
      'PATT',
    ],
    ...[
      'FUR',
      'SANR',
      'TTLB',
      'FRAME',
      'TK',
      'ZX',
      'BZ',
      'JJ',
      'CAR',
      'TREE',
      'SOFA',
      'NOTE',
      'TEMP',
      'CTRL',
      'STRS',
      'EQPM',
      'FLOR',
      'CLNG',
      'NIVEL',
    ],
  ],
};

const ROLES = ['glass', 'wall', 'door', 'window', 'zone', 'outline', 'none'] as const satisfies readonly NamedRole[];

/**
 * Returns the name of a layer or block without the prefix that CAD programs give what comes from another drawing:
 * `A-WALL` for `plan$0$A-WALL` and `plan|A-WALL`.
 */
export function bareName(name: string): string {
  return name.split(/\$\d+\$|\|/).at(-1) ?? name;
}

/** Returns a name folded for a search of words: NFKC, upper case, without the drawing that it was bound from. */
function foldedWord(name: string): string {
  return bareName(name).normalize('NFKC').toUpperCase();
}

/** Returns the tokens of a folded name: what stands between signs, and letters apart from figures. */
function tokensOf(folded: string): string[] {
  return folded.match(/[A-ZÀ-Þ]+|\p{Script=Han}+/gu) ?? [];
}

/** Returns the roles that words in the name of a layer or block stand for, with the word of each. */
export function rolesNamed(name: string): ReadonlyMap<NamedRole, string> {
  const folded = foldedWord(name);
  const tokens = tokensOf(folded);
  const found = new Map<NamedRole, string>();
  for (const role of ROLES) {
    const word = ANYWHERE[role].find((one) => folded.includes(one)) ?? TOKENS[role].find((one) => tokens.includes(one));
    if (word !== undefined) found.set(role, word);
  }
  // 幕墙 is a wall of glass, whatever else its name says.
  if (found.has('glass')) found.delete('wall');
  return found;
}
