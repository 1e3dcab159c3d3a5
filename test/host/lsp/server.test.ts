// The language server as editors meet it: a real client speaks with the built command.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { ZoneSuggestion } from '../../../src/features/suggest/report/zone.js';
import { type LiveState, ROUTES } from '../../../src/live/files-protocol.js';
import { CORRIDOR } from '../../support/corridor.js';
import { Editor, positionIn } from '../../support/lsp.js';

const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');
const MUSEUM = {
  'plan.yaml': readFileSync('fixtures/sites/museum/plan.yaml', 'utf8'),
  'floor1.geojson': readFileSync('fixtures/sites/museum/floor1.geojson', 'utf8'),
};

/** A bathhouse: a camera stands in its changing room, and another has a door between. */
const BATH = `sitecam: 1
site: {name: 浴池, categories: [hotel], region: "150102"}
deviceTypes:
  bullet: {kind: camera, video: visible, audio: none, hfov: 80, height: 2.8, tilt: 20, resolution: [2560, 1440]}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 12, 2]}
      - {id: change, kind: changing-room, name: 更衣室, rect: [0, 2, 6, 4]}
    openings:
      - {id: d1, kind: passage, line: [[2, 2], [3, 2]]}
    devices:
      - {id: C1, type: bullet, at: [2.5, 0.1], heading: 0}
`;

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.end();
});

async function editing(files: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Editor> {
  const editor = await Editor.start(files, ['--today', '2026-11-29', ...args]);
  editors.push(editor);
  return editor;
}

/** Marks without what is long: what a user sees at a glance. */
function glance(marks: readonly Diagnostic[]): string[] {
  return marks
    .map(({ range: { start }, severity, code, message }) => `${start.line + 1} ${severity} ${code} ${String(message)}`)
    .sort();
}

/** Returns the marks of a text that is opened alone. */
async function fresh(name: string, files: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  const editor = await editing(files);
  editor.open(name);
  return editor.marks(name);
}

async function actionsOn(editor: Editor, name: string, mark: Diagnostic): Promise<CodeAction[]> {
  return editor.ask('textDocument/codeAction', name, { range: mark.range, context: { diagnostics: [mark] } });
}

describe('marks', () => {
  test('are the findings of lint, one a cause, as grave as they are, with what explains them', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL });
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    const view = marks.filter(({ code }) => code === 'capture/view-into-private-zone');
    expect(view).toHaveLength(1);
    expect(view[0]).toMatchObject({ severity: 3, source: 'sitecam' });
    expect(view[0].message).toMatch(/^C3-03 可及“302”等2处\n是否符合/);
    expect(view[0].codeDescription?.href).toMatch(/docs\/zh-CN\/rules\/capture\/view-into-private-zone\.md$/);
    expect(view[0].relatedInformation?.map(({ message }) => message)).toEqual([
      '经“电梯厅开口”',
      '经“d302”',
      '区域“302”',
      'C3-03 可及“301”',
    ]);
    const gravity = new Set(marks.map(({ code, severity }) => `${code} ${severity}`));
    expect(gravity).toContain('capture/device-in-private-zone 1');
    expect(gravity).toContain('capture/unknown-capability 2');
    expect(gravity).toContain('coverage/criterion 4');
    expect(await editor.when(() => editor.headlines.at(-1))).toMatch(/不符合/);
  });

  test('are in English for an editor told so', async () => {
    const editor = await editing({ 'plan.yaml': BATH }, ['--lang', 'en']);
    editor.open('plan.yaml');
    expect(glance(await editor.marks('plan.yaml')).join('\n')).toMatch(/C1 sees into '更衣室'/);
  });

  test('of a waived finding are faint, and lead to the waiver', async () => {
    const waived = `${BATH}waivers:\n  - {rule: coverage/criterion, subject: hall, reason: 夜间关闭, by: 王某, until: "2027-01-01"}\n`;
    const editor = await editing({ 'plan.yaml': waived.replace('[2.5, 0.1], heading: 0', '[11, 1], heading: 90') });
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    const [mark] = marks.filter(({ tags }) => tags?.includes(1));
    expect(mark).toMatchObject({ severity: 4, code: 'coverage/criterion' });
    expect(mark.message).toMatch(/例外说明：夜间关闭（王某，有效期至2027年1月1日）。/);
    expect(mark.relatedInformation?.[0].location.range.start.line).toBe(waived.split('\n').length - 2);
  });

  test('tell the root of what follows from it, and how much that is', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL.replace('type: dome', 'type: doom') });
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    const roots = marks.filter(({ message }) => /另有\d+项因此未判定/.test(String(message)));
    expect(roots.length).toBeGreaterThan(0);
    expect(marks.length).toBeLessThan(25);
  });

  test('go from the file when it is closed', async () => {
    const editor = await editing({ 'plan.yaml': BATH });
    editor.open('plan.yaml');
    await editor.marks('plan.yaml', (marks) => marks.length > 0);
    editor.close('plan.yaml');
    await editor.marks('plan.yaml', (marks) => marks.length === 0);
  });

  test('are told of a plan that is in no file yet', async () => {
    const editor = await editing({});
    const uri = 'untitled:Untitled-1';
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: BATH },
    });
    await editor.when(() =>
      (editor.toldOf(uri)?.diagnostics ?? []).find(({ code }) => code === 'capture/view-into-private-zone'),
    );
  });

  test('are on no other YAML', async () => {
    const editor = await editing({ 'other.yaml': 'name: x\n', 'plan.yaml': BATH });
    editor.open('other.yaml');
    editor.open('plan.yaml');
    await editor.marks('plan.yaml');
    expect(editor.toldOf(editor.uri('other.yaml'))).toBeUndefined();
  });
});

describe('a text that changes', () => {
  test('is judged as it was left after edits in bursts', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL });
    editor.open('plan.yaml');
    await editor.marks('plan.yaml');
    for (let edit = 0; edit < 40; edit += 1) {
      const headings = [...editor.text('plan.yaml').matchAll(/(?<=heading: )\d+/g)];
      const { index, 0: old } = headings[(edit * 7) % headings.length];
      editor.change('plan.yaml', [index, index + old.length], String((edit * 53) % 360));
      // Every tenth change is looked at before the next.
      if (edit % 10 === 9) await editor.marks('plan.yaml');
    }
    const text = editor.text('plan.yaml');
    const last = await editor.marks('plan.yaml');
    expect(glance(last)).toEqual(glance(await fresh('plan.yaml', { 'plan.yaml': text })));
    expect(glance(last)).not.toEqual(glance(await fresh('plan.yaml', { 'plan.yaml': HOTEL })));
  });

  test('that is broken has its fault marked and nothing else, and then its findings again', async () => {
    const editor = await editing({ 'plan.yaml': BATH });
    editor.open('plan.yaml');
    const before = glance(await editor.marks('plan.yaml'));
    editor.change('plan.yaml', 'rect: [0, 2, 6, 4]', 'rect: [0, 2, 6, 4');
    const broken = await editor.marks('plan.yaml');
    expect(broken.map(({ severity }) => severity)).toEqual(broken.map(() => 1));
    expect(broken[0].range.start.line).toBeGreaterThan(8);
    await editor.when(() => editor.headlines.find((headline) => headline.includes('未作出任何判定')));
    editor.change('plan.yaml', 'rect: [0, 2, 6, 4', 'rect: [0, 2, 6, 4]');
    expect(glance(await editor.marks('plan.yaml'))).toEqual(before);
  });

  test('counts unsaved in a geometry file, too, whose faults are marked in both', async () => {
    const editor = await editing(MUSEUM);
    editor.open('plan.yaml');
    const before = glance(await editor.marks('plan.yaml'));
    editor.open('floor1.geojson');
    await editor.marks('floor1.geojson');
    editor.change('floor1.geojson', '"element"', '"elemnt"');
    const marks = await editor.marks('floor1.geojson', (all) => all.some(({ severity }) => severity === 1));
    expect(marks.length).toBeGreaterThan(0);
    const inPlan = await editor.marks('plan.yaml', (all) => glance(all).join() !== before.join());
    expect(inPlan.some(({ severity }) => severity === 1)).toBe(true);
    editor.close('floor1.geojson');
    await editor.marks('plan.yaml', (all) => glance(all).join() === before.join());
  });

  test('of a geometry file alone is judged with the plan that refers to it', async () => {
    const editor = await editing(MUSEUM);
    editor.open('floor1.geojson');
    const inPlan = await editor.marks('plan.yaml');
    expect(glance(inPlan)).toEqual(glance(await fresh('plan.yaml', MUSEUM)));
    editor.close('floor1.geojson');
    await editor.marks('plan.yaml', (marks) => marks.length === 0);
  });

  test('is judged by configuration and waivers as they are on the disk, or unsaved', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL });
    editor.open('plan.yaml');
    const has = (marks: readonly Diagnostic[]) => marks.some(({ code }) => code === 'coverage/criterion');
    await editor.marks('plan.yaml', has);
    editor.save('sitecam.config.yaml', 'rules:\n  coverage/criterion: off\n');
    await editor.marks('plan.yaml', (marks) => !has(marks));
    editor.open('sitecam.config.yaml');
    editor.change('sitecam.config.yaml', 'off', 'warning');
    await editor.marks('plan.yaml', has);
    editor.change('sitecam.config.yaml', 'warning', 'maybe');
    const [only, ...others] = await editor.marks('plan.yaml', (marks) => !has(marks));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ severity: 1 });
    expect(only.message).toMatch(/^本图未作出任何判定：须先改正sitecam\.config\.yaml中的错误。/);
    const there = await editor.marks('sitecam.config.yaml', (marks) => marks.length > 0);
    expect(there[0].range.start.line).toBe(1);
  });
});

describe('a verdict', () => {
  test('is never told of a text on the disk while the editor has another, opened in the same moment', async () => {
    const editor = await editing(MUSEUM);
    editor.open('plan.yaml');
    editor.open('floor1.geojson', MUSEUM['floor1.geojson'].replace('"element"', '"elemnt"'));
    await editor.marks('floor1.geojson', (marks) => marks.some(({ severity }) => severity === 1));
    expect(await editor.when(() => editor.headlines.at(-1))).toMatch(/^未作出任何判定/);
    expect(editor.headlines.filter((headline) => headline.includes('未发现'))).toEqual([]);
  });

  test('is judged by a configuration that is open and not saved, opened in the same moment', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL, 'sitecam.config.yaml': 'rules:\n  coverage/criterion: off\n' });
    editor.open('plan.yaml');
    editor.open('sitecam.config.yaml', 'rules:\n  coverage/criterion: warning\n');
    const marks = await editor.marks('plan.yaml');
    expect(marks.some(({ code }) => code === 'coverage/criterion')).toBe(true);
  });

  test('goes from a file under the name that the editor gave it', async () => {
    const name = 'floor(1).geojson';
    const plan = MUSEUM['plan.yaml'].replaceAll('floor1.geojson', name);
    const editor = await editing({
      'plan.yaml': plan,
      [name]: MUSEUM['floor1.geojson'].replace('"element"', '"elemnt"'),
    });
    const encoded = editor.uri(name).replace('(', '%28').replace(')', '%29');
    const open = (method: string, more: object) => editor.connection.sendNotification(`textDocument/${method}`, more);
    editor.open('plan.yaml');
    await open('didOpen', {
      textDocument: {
        uri: encoded,
        languageId: 'json',
        version: 1,
        text: MUSEUM['floor1.geojson'].replace('"element"', '"elemnt"'),
      },
    });
    await editor.when(() => (editor.toldOf(encoded)?.diagnostics.length ?? 0) > 0 || undefined);
    await open('didClose', { textDocument: { uri: encoded } });
    await editor.when(() => editor.toldOf(encoded)?.diagnostics.length === 0 || undefined);
  });

  test('is of the file, not of an earlier version of it that the editor shows beside it', async () => {
    const editor = await editing({ 'plan.yaml': BATH });
    editor.open('plan.yaml');
    const before = glance(await editor.marks('plan.yaml'));
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'git:/plan.yaml', languageId: 'yaml', version: 1, text: 'sitecam: 1\n' },
    });
    editor.change('plan.yaml', 'heading: 0', 'heading: 00');
    editor.change('plan.yaml', 'heading: 00', 'heading: 0');
    expect(glance(await editor.marks('plan.yaml'))).toEqual(before);
    expect(editor.toldOf('git:/plan.yaml')).toBeUndefined();
  });

  test('is told of every plan that lint judges, also below a long comment or misspelt', async () => {
    const long = `${'# 说明\n'.repeat(2000)}${BATH}`;
    const editor = await editing({ 'long.yaml': long, 'slip.yaml': BATH.replace('sitecam:', 'sitcam:') });
    for (const name of ['long.yaml', 'slip.yaml']) {
      editor.open(name);
      expect((await editor.marks(name)).some(({ severity }) => severity === 1 || severity === 3)).toBe(true);
    }
  });
});

test('renaming waits until it is known which files name an id', async () => {
  const waivers = `waivers:\n  - {plan: plan.yaml, rule: coverage/criterion, subject: hall, reason: x, by: y, until: "2027-01-01"}\n`;
  const editor = await editing({ 'plan.yaml': BATH, 'mine.yaml': waivers }, ['--waivers', 'mine.yaml']);
  editor.open('plan.yaml');
  const text = editor.text('plan.yaml');
  const edit = await editor.ask<{ documentChanges: { textDocument: { uri: string } }[] }>(
    'textDocument/rename',
    'plan.yaml',
    { position: positionIn(text, text.indexOf('hall') + 1), newName: 'aisle' },
  );
  expect(edit.documentChanges.map(({ textDocument: { uri } }) => uri.replace(/^.*\//, '')).sort()).toEqual([
    'mine.yaml',
    'plan.yaml',
  ]);
});

test('what clients of VS Code add to the command is taken', async () => {
  const editor = await editing({ 'plan.yaml': BATH }, ['--stdio', '--clientProcessId=123']);
  editor.open('plan.yaml');
  expect((await editor.marks('plan.yaml')).length).toBeGreaterThan(0);
});

test('an editor that can do little is asked for little', async () => {
  const bare = { workspace: {}, window: {}, textDocument: {} };
  const editor = await Editor.start({ 'plan.yaml': HOTEL }, ['--today', '2026-11-29'], bare);
  editors.push(editor);
  editor.open('plan.yaml');
  const has = (marks: readonly Diagnostic[]) => marks.some(({ code }) => code === 'coverage/criterion');
  const marks = await editor.marks('plan.yaml', has);
  const view = marks.filter(({ code }) => code === 'capture/view-into-private-zone');
  // An action without an edit would do nothing there.
  expect((await actionsOn(editor, 'plan.yaml', view[0])).filter(({ edit }) => edit === undefined)).toEqual([]);
  // Nobody tells of changes on the disk: the server looks itself.
  editor.save('sitecam.config.yaml', 'rules:\n  coverage/criterion: off\n');
  await editor.marks('plan.yaml', (all) => !has(all));
});

describe('an action', () => {
  test('respells what is proved to be misspelt, and offers what may be meant', async () => {
    const misspelt = BATH.replace('kind: corridor', 'kind: 走廊').replace('kind: changing-room', 'kind: chaging-room');
    const editor = await editing({ 'plan.yaml': misspelt });
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    const offered = [];
    for (const mark of marks) offered.push(...(await actionsOn(editor, 'plan.yaml', mark)));
    const titles = offered.map(({ title, isPreferred }) => `${title}${isPreferred === true ? ' !' : ''}`);
    expect(titles).toContain('“chaging-room”改为“changing-room”');
    const meant = offered.find(({ title }) => title.startsWith('“chaging-room”'));
    editor.apply(meant?.edit as Parameters<Editor['apply']>[0]);
    expect(editor.text('plan.yaml')).toContain('kind: changing-room');
  });

  test('writes full-width signs as YAML reads them, at once or all together', async () => {
    const wide = BATH.replace('id: d1, kind', 'id： d1， kind').replace('heading: 0', 'heading: 东');
    const editor = await editing({ 'plan.yaml': wide });
    editor.open('plan.yaml');
    const [mark] = await editor.marks('plan.yaml');
    expect((await actionsOn(editor, 'plan.yaml', mark)).some(({ isPreferred }) => isPreferred)).toBe(true);
    const [all] = await editor.ask<CodeAction[]>('textDocument/codeAction', 'plan.yaml', {
      range: mark.range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    editor.apply(all.edit as Parameters<Editor['apply']>[0]);
    expect(editor.text('plan.yaml')).toBe(BATH.replace('heading: 0', 'heading: 90'));
  });

  test('looks for a fix when it is chosen, and settles the finding', async () => {
    const editor = await editing({ 'plan.yaml': BATH });
    editor.open('plan.yaml');
    const has = (marks: readonly Diagnostic[]) => marks.find(({ code }) => code === 'capture/view-into-private-zone');
    const mark = has(await editor.marks('plan.yaml'));
    if (mark === undefined) throw new Error('nothing is seen');
    const [search] = await actionsOn(editor, 'plan.yaml', mark);
    expect(search).toMatchObject({ title: '查找改法（转向、遮蔽、关拾音）：C1 可及“更衣室”…' });
    expect(search.edit).toBeUndefined();
    const found = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', search);
    expect(found.title).toMatch(/转|遮蔽/);
    // Now that they are known, each is offered by itself.
    const known = await actionsOn(editor, 'plan.yaml', mark);
    expect(known.map(({ title }) => title)).toContain(found.title);
    editor.apply(found.edit as Parameters<Editor['apply']>[0]);
    expect(has(await editor.marks('plan.yaml'))).toBeUndefined();
  });

  test('says so where no fix is found', async () => {
    const inside = BATH.replace('at: [2.5, 0.1]', 'at: [3, 4]');
    const editor = await editing({ 'plan.yaml': inside });
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    const mark = marks.find(({ code }) => code === 'capture/device-in-private-zone');
    if (mark === undefined) throw new Error('nothing stands in it');
    const [search] = await actionsOn(editor, 'plan.yaml', mark);
    await editor.connection.sendRequest<CodeAction>('codeAction/resolve', search);
    expect(await editor.when(() => editor.shown.find((one) => one.includes('未找到')))).toMatch(/C1/);
  });

  test('writes a waiver that has no effect before it is filled in, and none for what the law asks', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL });
    editor.open('plan.yaml');
    const marks = await editor.marks('plan.yaml');
    const criterion = marks.find(({ code, range }) => code === 'coverage/criterion' && range.start.line > 100);
    const law = marks.find(({ code }) => code === 'capture/device-in-private-zone');
    if (criterion === undefined || law === undefined) throw new Error('no such finding');
    expect((await actionsOn(editor, 'plan.yaml', law)).map(({ title }) => title)).not.toContain('写例外说明');
    const write = (await actionsOn(editor, 'plan.yaml', criterion)).find(({ title }) => title === '写例外说明');
    editor.apply(write?.edit as Parameters<Editor['apply']>[0]);
    expect(editor.text('plan.yaml')).toContain('reason: "", by: "", until: ""');
    const after = await editor.marks('plan.yaml');
    expect(after.filter(({ code }) => code === 'coverage/criterion')).toHaveLength(
      marks.filter(({ code }) => code === 'coverage/criterion').length,
    );
  });

  test('settles a name that means another kind, by the kind or by a reason', async () => {
    const editor = await editing({ 'plan.yaml': HOTEL });
    editor.open('plan.yaml');
    const mark = (await editor.marks('plan.yaml')).find(({ code }) => code === 'plan/zone-kind-mismatch');
    if (mark === undefined) throw new Error('no such finding');
    const actions = await actionsOn(editor, 'plan.yaml', mark);
    // No waiver is offered: the finding decides a clause of law.
    expect(actions.map(({ title }) => title)).toEqual(['类型改为 restroom', '说明名称另有所指（kindConfirmed）']);
    editor.apply(actions[1].edit as Parameters<Editor['apply']>[0]);
    // Nothing is said yet, so nothing is settled.
    const same = await editor.marks('plan.yaml');
    expect(same.some(({ code }) => code === 'plan/zone-kind-mismatch')).toBe(true);
    editor.change('plan.yaml', 'reason: "", by: ""', 'reason: 已改作库房, by: 王某');
    const after = await editor.marks('plan.yaml');
    expect(after.some(({ code }) => code === 'plan/zone-kind-mismatch')).toBe(false);
  });
});

describe('a preview', () => {
  test('shows the text as it stands, and what is changed there changes it in the editor', async () => {
    const editor = await editing({ 'plan.yaml': BATH });
    editor.open('plan.yaml');
    await editor.marks('plan.yaml');
    editor.change('plan.yaml', 'heading: 0', 'heading: 10');
    const { url } = await editor.connection.sendRequest<{ url: string }>('sitecam/preview', {
      uri: editor.uri('plan.yaml'),
    });
    const [origin, token] = url.split('/#t=');
    const asked = { headers: { Authorization: `Bearer ${token}` } };
    const state = (await (await fetch(`${origin}/api/state`, asked)).json()) as LiveState;
    const [file] = state.files;
    if (!('text' in file)) throw new Error('the plan has no text');
    expect(file.text).toBe(editor.text('plan.yaml'));
    const at = editor.text('plan.yaml').indexOf('heading: 10') + 'heading: '.length;
    const write = await fetch(`${origin}/api/write`, {
      method: 'POST',
      ...asked,
      body: JSON.stringify({
        path: 'plan.yaml',
        sha256: file.sha256,
        edits: [{ from: at, to: at + 2, text: '180' }],
      }),
    });
    expect(write.status).toBe(200);
    await editor.when(() => (editor.text('plan.yaml').includes('heading: 180') ? true : undefined));
    // Nothing is written to the disk: that is for the editor to do.
    expect(readFileSync(`${editor.folder}/plan.yaml`, 'utf8')).toBe(BATH);
  });
});

test('a page is told cameras for a zone as the editor has it', async () => {
  const editor = await editing({ 'plan.yaml': CORRIDOR });
  editor.open('plan.yaml');
  await editor.marks('plan.yaml');
  // Another zone than on the disk.
  editor.change('plan.yaml', 'id: hall', 'id: way');
  const { url } = await editor.connection.sendRequest<{ url: string }>('sitecam/preview', {
    uri: editor.uri('plan.yaml'),
  });
  const [origin, token] = url.split('/#t=');
  const asked = { headers: { Authorization: `Bearer ${token}` } };
  const state = (await (await fetch(`${origin}${ROUTES.state}`, asked)).json()) as LiveState;
  expect(state.suggests).toBe(true);
  const files = Object.fromEntries(state.files.map((file) => [file.path, 'sha256' in file ? file.sha256 : '']));
  const suggest = async (zone: string) => {
    const body = JSON.stringify({ zone, changes: [], files });
    const answer = await fetch(`${origin}${ROUTES.suggest}`, { method: 'POST', ...asked, body });
    return { status: answer.status, body: (await answer.json()) as ZoneSuggestion };
  };
  expect((await suggest('hall')).body.cameras).toEqual([]);
  const { status, body } = await suggest('way');
  expect(status).toBe(200);
  expect(body.cameras).toMatchObject([{ id: 'N1-01', level: 'F1' }]);
  expect(body.change).toMatchObject({ change: 'draw', devices: [{ id: 'N1-01', keys: { kind: 'camera' } }] });
  // A question about a text that the editor has no more.
  editor.change('plan.yaml', 'id: way', 'id: hall');
  await editor.marks('plan.yaml');
  expect((await suggest('hall')).status).toBe(409);
  expect(readFileSync(`${editor.folder}/plan.yaml`, 'utf8')).toBe(CORRIDOR);
});

test('a page hears that the editor refused its change, and then what became of the next one', async () => {
  const editor = await editing(MUSEUM);
  editor.open('plan.yaml');
  await editor.marks('plan.yaml');
  const { url } = await editor.connection.sendRequest<{ url: string }>('sitecam/preview', {
    uri: editor.uri('plan.yaml'),
  });
  const [origin, token] = url.split('/#t=');
  const asked = { headers: { Authorization: `Bearer ${token}` } };
  const { files } = (await (await fetch(`${origin}/api/state`, asked)).json()) as LiveState;
  const write = async (path: string) => {
    const file = files.find((one) => one.path === path);
    if (file === undefined || !('text' in file)) throw new Error(`${path} has no text`);
    const edits = [{ from: file.text.length, to: file.text.length, text: '\n' }];
    const body = JSON.stringify({ path, sha256: file.sha256, edits });
    return (await fetch(`${origin}/api/write`, { method: 'POST', ...asked, body })).status;
  };
  editor.refusesEdits = true;
  expect(await write('plan.yaml')).toBe(409);
  // Not open in the editor, so it is written to the disk.
  expect(await write('floor1.geojson')).toBe(200);
  expect(readFileSync(`${editor.folder}/floor1.geojson`, 'utf8')).toBe(`${MUSEUM['floor1.geojson']}\n`);
});

test('a server ends when its editor says so', async () => {
  const editor = await Editor.start({ 'plan.yaml': BATH });
  editor.open('plan.yaml');
  await editor.marks('plan.yaml');
  expect(await editor.end()).toBe(0);
});
