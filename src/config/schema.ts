// The JSON schema of configuration files.

import { rolesOf } from '../law/roles.js';
import type { Pack } from '../law/types.js';
import { BUILT_IN_PROFILES } from './profiles.js';
import { type ConfigRule, LEVELS } from './types.js';

type Schema = Readonly<Record<string, unknown>>;

/**
 * Returns the JSON schema (draft-07) of a configuration file. It lists the given packs' parameters and the given rules,
 * so that editors can complete them.
 */
export function configSchema(packs: readonly Pack[], rules: readonly ConfigRule[]): Schema {
  const settings = settingsOf(packs, rules);
  const packNames = oneOrMore({ anyOf: [{ enum: packs.map(({ id }) => id) }, { type: 'string' }] });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'sitecam.config.yaml',
    description: '审查配置 / configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      extends: said(
        '在其上修改的配置文件，一个或者多个：自本文件起的路径 / configurations this one builds on: paths from this file',
        {
          ...oneOrMore({ type: 'string', minLength: 1 }),
        },
      ),
      packs: said(
        '在现行有效的法规之外增加的法规数据包，一个或者多个，第一个为主；文件或者文件夹写相对于本文件的路径 / law packs to judge by beside the laws in force; the first is the main one; a file or folder by its path from this file',
        packNames,
      ),
      onlyPacks: said(
        '只按这些法规数据包审查，不按其余现行有效的法规；报告开头载明 / law packs to judge by in place of the laws in force; reports say so first',
        packNames,
      ),
      failOn: said('何时以1退出 / when to exit with 1', { enum: ['error', 'warning', 'review', 'never'] }),
      ...settings,
      profiles: said('设计指标集（非法定）：名称和各项指标 / profiles of design criteria (not the law’s), by name', {
        type: 'object',
        additionalProperties: { type: 'array', items: criterionOf(packs) },
      }),
      baseline: said('比对基准文件：自本文件起的路径 / baseline: a path from this file', {
        type: 'string',
        minLength: 1,
      }),
      waivers: said(
        '例外说明文件：自本文件起的路径；未写的，取最近的sitecam.waivers.yaml / files of waivers: paths from this file; else the nearest sitecam.waivers.yaml',
        oneOrMore({ type: 'string', minLength: 1 }),
      ),
      catalogue: said(
        '自备的摄像机型号资料，先于本工具自带的：自本文件起的路径 / catalogues of camera models of your own, looked up before sitecam’s: paths from this file',
        oneOrMore({ type: 'string', minLength: 1 }),
      ),
      overrides: said('对部分设计图的设定，后者优先 / settings for some of the plans; later ones win', {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            files: said(
              '适用的设计图：自本文件所在文件夹起的路径或者通配符；不写文件夹的为任一文件夹中的同名文件；以“!”开头的除外，以最后一个相符的为准 / plans: paths or globs from this file’s folder; a name without a folder is that of a file in any folder; ! leaves plans out, and the last that matches decides',
              { ...oneOrMore({ type: 'string', minLength: 1 }), minItems: 1 },
            ),
            categories: said('适用的场所类别，有其一即可 / categories of site, any of which', {
              type: 'array',
              minItems: 1,
              items: { enum: unique(packs.flatMap(({ categories }) => categories.map(({ id }) => id))) },
            }),
            ...settings,
          },
        },
      }),
    },
  };
}

function settingsOf(packs: readonly Pack[], rules: readonly ConfigRule[]): Record<string, Schema> {
  return {
    rules: said('规则的级别：off不执行，warning为提示，error为须改正 / levels of rules: off, warning, error', {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        rules.map(({ id, level, title }) => [
          id,
          said(`${title.zh}（缺省${level}） / ${title.en} (default ${level})`, { enum: [...LEVELS] }),
        ]),
      ),
    }),
    parameters: said('本工具的参数（非法定） / parameters of sitecam’s, not of the law', {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(packs.flatMap(parametersOf)),
    }),
    profile: said(
      `设计指标集的名称：${BUILT_IN_PROFILES.join('、')}，或者profiles中的 / name of a profile: ${BUILT_IN_PROFILES.join(', ')}, or one of profiles`,
      { type: 'string' },
    ),
  };
}

function parametersOf({ parameters }: Pack): [string, Schema][] {
  return Object.entries(parameters).flatMap(([name, { what, value, unit, range }]) => {
    if (range === undefined) return [];
    const figure = `${value}${unit === '' ? '' : ` ${unit}`}`;
    const description = `${what.zh}（缺省${figure}） / ${what.en} (default ${figure})`;
    const [minimum, maximum] = range;
    return [[name, { description, type: 'number', minimum, maximum }]];
  });
}

function criterionOf(packs: readonly Pack[]): Schema {
  const zones = unique(packs.flatMap((pack) => [...rolesOf(pack)]));
  const levels = unique(packs.flatMap(({ densityLevels }) => densityLevels.map(({ id }) => id)));
  return {
    type: 'object',
    additionalProperties: false,
    required: ['zones', 'fraction', 'level'],
    properties: {
      zones: said(
        '适用的部位或者区域类型，取首个相符的一项 / roles or kinds of zones; the first row that matches holds',
        {
          type: 'array',
          minItems: 1,
          // Any text may stand here: what isn't known is named with a "did you mean", not with a list of a hundred.
          items: { anyOf: [{ enum: zones }, { type: 'string' }] },
        },
      ),
      fraction: said('覆盖率，0至1 / share of the zone covered, 0 to 1', { type: 'number', minimum: 0, maximum: 1 }),
      level: said('像素密度级别 / level of detail', { enum: levels }),
    },
  };
}

function said(description: string, schema: Schema): Schema {
  return { description: description.replaceAll('’', "'"), ...schema };
}

function oneOrMore(item: Schema): Schema {
  return { type: ['string', 'array'], minLength: 1, items: item };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
