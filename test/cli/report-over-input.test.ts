import { expect, test } from 'vitest';
import { Folder, GEOMETRY, SMALL_PLAN } from '../support/folder.js';

const FILES = {
  'plan.yaml': SMALL_PLAN,
  'other.yaml': SMALL_PLAN,
  'rooms.geojson': GEOMETRY,
  'sitecam.baseline.json': '{"sitecamBaseline": 2, "tool": {"name": "sitecam", "version": "0"}, "plans": []}',
  'hotel.baseline.json': '{"sitecamBaseline": 2, "tool": {"name": "sitecam", "version": "0"}, "plans": []}',
  'new.json': '',
  'page.html': 'of last time, on sitecam: 1',
};

const lint = (folder: Folder, format: string) =>
  folder.run(['lint', 'plan.yaml', '--fail-on', 'never', '--lang', 'en', '-f', format]);

test.each(['html=other.yaml', 'json=rooms.geojson', 'json=sitecam.baseline.json', 'json=hotel.baseline.json'])(
  'a report as %s, over what this run does not read, is refused',
  async (format) => {
    const folder = new Folder(FILES);
    const file = format.replace(/.*=/, '');
    const before = folder.read(file);
    expect(await lint(folder, format)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`a report can't be written over '${file}', which is a plan`),
    });
    expect(folder.read(file)).toBe(before);
  },
);

test('a report replaces a report, or a file that a shell has just made', async () => {
  const folder = new Folder(FILES);
  for (const format of ['json=new.json', 'json=new.json', 'html=page.html', 'sarif=fresh.json']) {
    expect(await lint(folder, format)).toMatchObject({ code: 0, err: '' });
  }
  expect(folder.read('page.html')).toContain('<!DOCTYPE html>');
});
