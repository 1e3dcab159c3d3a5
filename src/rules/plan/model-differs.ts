// Rule plan/model-differs: figures of the plan that the data of the device's model contradict.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/model-differs, which reports figures and facts that the plan states of a device and the catalogue of
 * models contradicts.
 */
export const rule = faultRule(
  'plan/model-differs',
  {
    zh: `设备写明产品型号（model），而图中所写的视场角、分辨率、形式或者声音采集与型号资料不一致。逐项以图中所写为准；型号资料是第三方资料，未经核实，何者为准由审查人核对产品说明书后认定。视场角相差1°以内的不列（本工具判定值）；分辨率只列大于资料所载的，录像码流可以小于最大分辨率；竖向画面按长边、短边比较，资料的视场角是横向画面的，不予采用。`,
    en: `The plan gives a device a model number (model), and a field of view, resolution, form or sound that the data of that model contradict. The plan's own statement counts, key by key; the data are a third party's and not verified, so a reviewer decides by the maker's data sheet. Fields of view within 1° agree (sitecam's threshold); a resolution is told only where it is larger, since a recorded stream may be smaller than the largest picture. An upright picture is compared by its longer and its shorter side; the fields of view of the data are those of a picture that isn't turned, so they aren't taken.`,
  },
  example(
    ['review C1/field'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    devices:
      - {id: C1, model: DS-2CD2143G2-I, lens: 2.8, hfov: 90, at: [1, 1], height: 2.8, heading: 45, tilt: 20}
`,
  ),
);
