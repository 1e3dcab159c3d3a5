// `sitecam import`: options and help. run.ts does the work and is loaded only when the command runs.
import type { Command } from 'commander';
import { type Cli, limitOption } from '../../options.js';
import { SURVEY_FORMATS } from '../../output/formats.js';

/** Declares `sitecam import` on the root command. */
export function declareImport(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('import')
    .summary(t('由建筑数据生成设计图', 'make a plan from the data of a building'))
    .description(
      t(
        '由 IMDF、OSM 室内数据、GeoJSON、DXF、IFC 或者摄像机点位生成设计图：几何写入 GeoJSON，供人修改的内容写入 YAML。',
        'Makes a plan from IMDF, OSM indoor data, GeoJSON, DXF, IFC or camera points: geometry as GeoJSON, and a YAML to edit.',
      ),
    )
    .argument('<source...>', t('文件夹或者文件，多个文件合为一处场所', 'folders or files; several make one site'))
    .option(
      '-o, --output <file>',
      t(
        '设计图：plan.yaml（几何写在旁边的 plan.geojson；已有的 plan.yaml 不改动，只重写几何并说明变化），或者 plan.geojson（一个文件），“-”为标准输出',
        'the plan: plan.yaml (its geometry as plan.geojson beside it; a plan.yaml that is there is never touched, the geometry is written again and what changed is told), or plan.geojson (one file), - for standard output',
      ),
    )
    .option(
      '--category <name>',
      t('场所类别，编号或者中文名称，如 school、学校', 'category of the site, by id or name, such as school'),
    )
    .option(
      '--from <name>',
      t(
        '来源的格式，缺省由文件判断：imdf、osm、geojson、dxf、ifc',
        'format of the source, told by its files when absent: imdf, osm, geojson, dxf, ifc',
      ),
    )
    .option(
      '--survey',
      t(
        '只勘察 DXF 图纸（单位、各图层和图块是什么），不生成设计图；-o mapping.yaml 写出映射的建议',
        'only look at drawings in DXF (units, what layers and blocks are) and make no plan; -o mapping.yaml writes the mapping proposed',
      ),
    )
    .option(
      '-f, --format <name>',
      t(
        `与 --survey 同用，勘察结果的格式：${SURVEY_FORMATS.join('、')}`,
        `with --survey, format of what it finds: ${SURVEY_FORMATS.join(', ')}`,
      ),
    )
    .option('--assets <folder>', t('与 --survey 同用：每个图层画一张图', 'with --survey: a picture of each layer'))
    .option(
      '--mapping <file>',
      t(
        '映射文件：来源中的图层、属性和取值读作什么',
        'mapping: what layers, properties and values of the source become',
      ),
    )
    .option('--strict', t('不作任何修补，应当修补的列为未能采用', 'mend nothing: what would be mended is refused'))
    .option(
      '--record <file>',
      t(
        '导入记录（.md 或 .json）：修补、假定、未能采用的事项及编号对照',
        'record of the import (.md or .json): what was mended, assumed, refused, and the ids',
      ),
    )
    .option(
      '--dry-run',
      t('只说明将写什么、有何变化，不写文件', 'tell what would be written and what changed; write nothing'),
    )
    .addOption(limitOption(t))
    .action(async (sources: string[], options) => {
      const { importPlan } = await import('./run.js');
      done(await importPlan(sources, options, io, locale));
    });
}
