// The pictures of README: what `sitecam draw` makes of a sample.
import type { Locale } from '../../../src/i18n/locale.js';
import { sitecam } from '../../../test/support/io.js';
import type { Product } from '../product.js';

const PICTURES: readonly (readonly [string, Locale])[] = [
  ['docs/images/violation.svg', 'zh-CN'],
  ['docs/images/violation.en.svg', 'en'],
];

export const images: Product = {
  name: 'docs-images',
  folders: ['docs/images'],
  run: async () =>
    new Map(await Promise.all(PICTURES.map(async ([path, locale]) => [path, await drawn(locale)] as const))),
};

/** The ground floor of the hotel with its mistakes, with the views of the camera in the women's changing room alone. */
async function drawn(locale: Locale): Promise<string> {
  const plan = 'fixtures/sites/qingcheng-hotel/violations.yaml';
  const { code, out, err } = await sitecam([
    ...['draw', plan, '--level', 'F1', '--device', 'C1-12'],
    ...['--out', '-', '--lang', locale],
  ]);
  if (code !== 0) throw new Error(err);
  return out;
}
