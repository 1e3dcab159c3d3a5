// Rule plan/model-unclear: models of which the catalogue doesn't have what the plan leaves out.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/model-unclear, which reports models of which the catalogue of models can't tell what the plan leaves
 * out: it has no such model, several that may be meant, several lenses of which the plan names none, or no field of
 * view of the lens that the plan names.
 */
export const rule = faultRule(
  'plan/model-unclear',
  {
    zh: `设备写明产品型号（model）的，图中未写的分辨率、视场角、形式和声音采集取自型号资料。型号不在资料中的，该型号有多种镜头而未写明选用哪一种（lens）的，或者资料没有所选镜头的视场角的，在此指出，所缺的仍按不明处理；只提示名称相近的型号，从不采用。只为提示，不影响退出码。`,
    en: `What a plan doesn't say of a device that has a model number (model) is taken from the catalogue of models: resolution, field of view, form, sound. This tells where the catalogue has no such model, where the model is sold with several lenses and the plan doesn't say which (lens), or where nothing is known of that lens; what is missing stays unknown. A model with a similar name is suggested, never used. It is a note only and doesn't count for the exit code.`,
  },
  example(
    ['open C1'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    devices:
      - {id: C1, model: DS-2CD2143G2-X, kind: camera, at: [1, 1], height: 2.8, heading: 45, tilt: 20}
`,
  ),
  'warning',
);
