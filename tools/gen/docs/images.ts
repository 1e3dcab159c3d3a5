// The pictures of README and of the guides: what sitecam draws of samples.
import type { Locale } from '../../../src/i18n/locale.js';
import { sitecam } from '../../../test/support/io.js';
import type { Product } from '../product.js';
import { walk } from './dxf.js';

const PICTURES: readonly (readonly [string, Locale])[] = [
  ['docs/images/violation.svg', 'zh-CN'],
  ['docs/images/violation.en.svg', 'en'],
];

export const images: Product = {
  name: 'docs-images',
  folders: ['docs/images'],
  run: async () => {
    const files = new Map<string, string>();
    for (const [path, locale] of PICTURES) files.set(path, await drawn(locale));
    for (const [locale, suffix] of [
      ['zh-CN', ''],
      ['en', '.en'],
    ] as const) {
      for (const [name, text] of (await walk(locale)).pictures) files.set(`docs/images/dxf-${name}${suffix}.svg`, text);
    }
    return files;
  },
};

/** The ground floor of the hotel with its mistakes, with the views of the camera in the women's changing room alone. */
async function drawn(locale: Locale): Promise<string> {
  const plan = 'fixtures/sites/qingcheng-hotel/violations.yaml';
  const { code, out, err } = await sitecam([
    ...['draw', plan, '--level', 'F1', '--device', 'C1-12'],
    ...['--output', '-', '--lang', locale],
  ]);
  if (code !== 0) throw new Error(err);
  return out;
}
