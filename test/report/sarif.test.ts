import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import type { Decision, ReportInput } from '../../src/lint/types.js';
import { renderGitlab } from '../../src/report/gitlab/gitlab.js';
import { renderSarifGithub } from '../../src/report/sarif/github.js';
import { renderSarif } from '../../src/report/sarif/sarif.js';
import { gzippedSize } from '../support/gzip.js';
import schema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };
import { file, input, pack, report, rules, site, unreadable, verdict, verdicts } from './build.js';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(schema);

const both = {
  sarif: renderSarif,
  'sarif-github': (from: ReportInput, options: { readonly locale: Locale; readonly docs?: string }) =>
    renderSarifGithub(from, { ...options, gzippedSize }),
};
const whole = input([report(), unreadable]);
const locales: readonly Locale[] = ['zh-CN', 'en'];

function runOf(text: string): Run {
  const log: Log = JSON.parse(text);
  const [run] = log.runs;
  return run;
}
const record = (from: ReportInput = whole, locale: Locale = 'zh-CN') => runOf(renderSarif(from, { locale }));
const github = (from: ReportInput = whole, locale: Locale = 'zh-CN') =>
  runOf(renderSarifGithub(from, { locale, gzippedSize }));
const results = (run: Run): Result[] => run.results ?? [];

describe.each(Object.entries(both))('%s', (_, render) => {
  test.each(locales)('is valid SARIF in %s', (locale) => {
    for (const from of [whole, input([report()]), input([unreadable]), input([report([])])]) {
      const ok = valid(JSON.parse(render(from, { locale })));
      expect(ok ? [] : valid.errors).toEqual([]);
    }
  });

  test('is the same, byte for byte, when repeated', () => {
    expect(render(whole, { locale: 'zh-CN' })).toBe(render(whole, { locale: 'zh-CN' }));
  });

  test.each([0, 1, 255, 256, 257, 600])('is JSON without spaces, %i results a line each', (count) => {
    const [one] = verdicts;
    const many = Array.from({ length: count }, (_, i) => ({ ...one, subject: `C${i}>wc` }));
    const text = render(input([report(many)]), { locale: 'en' });
    expect(text.replaceAll('\n', '')).toBe(JSON.stringify(JSON.parse(text)));
    expect(text.endsWith(']}]}\n')).toBe(true);
    const lines = text.split('\n').slice(1, -2);
    expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')).ruleId)).toEqual(many.map(({ rule }) => rule));
    expect(results(runOf(text))).toHaveLength(count);
  });

  test('holds no hour, no machine and no absolute path', () => {
    const absolute = { ...file, path: '/home/somebody/plan.yaml' };
    const moved = verdicts.map((one) => ({ ...one, place: { ...one.place, path: absolute.path } }));
    const text = render(input([report(moved, { files: [absolute] })]), { locale: 'en' });
    expect(text).not.toMatch(/"uri": ?"(?:\/|[a-z]:|file:)/i);
    expect(text).not.toMatch(/Utc"|"guid"|workingDirectory|"machine"/);
    const run = runOf(text);
    expect(run.originalUriBaseIds?.SRCROOT).not.toHaveProperty('uri');
  });

  test('counts columns in UTF-16 code units, as spans do', () => {
    expect(runOf(render(whole, { locale: 'en' })).columnKind).toBe('utf16CodeUnits');
  });

  test('declares every rule, fired or not, with texts and messages', () => {
    const run = runOf(render(input([report([])]), { locale: 'en' }));
    const ids = run.tool.driver.rules?.map(({ id }) => id) ?? [];
    expect(ids.filter((id) => !id.endsWith('/to-decide'))).toEqual(rules.map(({ id }) => id));
    for (const one of run.tool.driver.rules ?? []) {
      expect(one.shortDescription?.text).toMatch(/\.$/);
      expect(one.fullDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(one.help?.text).not.toBe('');
      expect(one.help?.markdown).toContain('# ');
      // The plans of the page need its layout.
      expect(one.help?.text).not.toMatch(/=> |^ *levels:/m);
      // A page that nobody can open is named by its path in the package.
      const rule = one.id.replace('/to-decide', '');
      expect(one.help?.text).toContain(`docs/en/rules/${rule}.md`);
      expect(one).not.toHaveProperty('helpUri');
    }
  });

  test('links the page of every rule where the documentation has an address', () => {
    const docs = 'https://sitecam.example/v1';
    const run = runOf(render(input([report([])]), { locale: 'zh-CN', docs }));
    for (const { id, helpUri } of run.tool.driver.rules ?? [])
      expect(helpUri).toBe(`${docs}/docs/zh-CN/rules/${id.replace('/to-decide', '')}.md`);
    expect(run.tool.driver.informationUri).toBe(docs);
  });

  test('every result has a rule, a message of it with all its arguments, and a place on one line', () => {
    const run = runOf(render(whole, { locale: 'zh-CN' }));
    for (const { ruleId, ruleIndex = -1, message, locations } of results(run)) {
      const rule = run.tool.driver.rules?.[ruleIndex];
      expect(rule?.id).toBe(ruleId);
      const template = rule?.messageStrings?.[message.id ?? '']?.text ?? 'no such message';
      const said = template.replace(/\{(\d+)\}/g, (_, n) => message.arguments?.[Number(n)] ?? 'missing');
      expect(message.text?.startsWith(said)).toBe(true);
      const region = locations?.[0]?.physicalLocation?.region;
      expect(region?.startLine).toBeGreaterThan(0);
      expect(region?.endLine).toBe(region?.startLine);
      expect(region?.endColumn).toBeGreaterThanOrEqual(region?.startColumn ?? Number.POSITIVE_INFINITY);
    }
  });

  test('what a plan says is text: no placeholder, no link, no terminal sequence', () => {
    const [first] = verdicts;
    const evil = '{0} [x](http://evil) \u001b[31m\u202e';
    const params = { device: evil, zone: 'z', citation: '' };
    const run = runOf(render(input([report([{ ...first, message: { id: 'inside', params } }])]), { locale: 'en' }));
    const text = results(run)[0].message.text ?? '';
    expect(text).toContain('{{0}} \\[x\\](http://evil)');
    expect(JSON.stringify(run)).not.toMatch(/\\u001b|\u202e/);
  });

  test('a plan that can’t be read is a failed run with the reasons, never an empty success', () => {
    const run = runOf(render(input([unreadable]), { locale: 'zh-CN' }));
    const [invocation] = run.invocations ?? [];
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications).toHaveLength(3);
    for (const { descriptor, message, locations } of invocation.toolExecutionNotifications ?? []) {
      expect(run.tool.driver.notifications?.[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
      expect(message.text).not.toBe('');
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^plans\//);
    }
  });
});

describe('the record', () => {
  test('every verdict is a result of its kind; only a fail has a level', () => {
    // What hangs on a fault of the drawing is told by itself, since no finding tells of that fault.
    expect(results(record()).map(({ kind }) => kind)).toEqual(verdicts.map(({ outcome }) => outcome));
    for (const { kind, level } of results(record())) {
      if (kind === 'fail') expect(['error', 'warning']).toContain(level);
      else expect(level).toBe('none');
    }
  });

  test('suppressions stand on all results or none, with reason, person, document and day', () => {
    expect(results(record()).every(({ suppressions }) => Array.isArray(suppressions))).toBe(true);
    const waived = results(record()).filter(({ suppressions }) => suppressions?.length === 1);
    expect(waived.map(({ properties }) => properties?.subject)).toEqual(['corridor']);
    expect(waived[0].suppressions?.[0]).toMatchObject({
      justification: '夜间不开放',
      properties: { by: '设计单位', document: '说明1号', until: '2027-06-30' },
    });
    expect(results(record()).some((result) => 'baselineState' in result)).toBe(false);
  });

  test('clauses are taxa of the instruments, each with the version of its text', () => {
    const run = record();
    expect(run.taxonomies?.map(({ name }) => name)).toEqual([
      'nm-2017',
      'cn-799-2025',
      'cn-civil-code',
      'cn-entertainment',
    ]);
    expect(run.taxonomies?.[0].version).toBe('2017年7月22日第二次修正文本');
    expect(run.tool.driver.supportedTaxonomies?.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    const references = [
      ...results(run).flatMap(({ taxa }) => taxa ?? []),
      ...(run.tool.driver.rules ?? []).flatMap(({ relationships }) => relationships?.map(({ target }) => target) ?? []),
    ];
    expect(references.length).toBeGreaterThan(10);
    for (const { id, toolComponent } of references) {
      expect(run.taxonomies?.[toolComponent?.index ?? -1]?.taxa?.map((taxon) => taxon.id)).toContain(id);
    }
  });

  test('of a law that packs have in part the run has all clauses, whatever the order of the plans', () => {
    const other = loadPack('cn-entertainment');
    const plans = [report(), report([], { path: 'other.yaml', pack: other })];
    const taxaOf = (run: Run) =>
      run.taxonomies?.find(({ name }) => name === 'cn-entertainment')?.taxa?.map(({ id }) => id);
    const whole = other.clauses.filter(({ instrument }) => instrument === 'cn-entertainment').map(({ id }) => id);
    const part = pack.clauses.filter(({ instrument }) => instrument === 'cn-entertainment');
    expect(part.length).toBeLessThan(whole.length);
    for (const results of [plans, plans.toReversed()]) {
      const taxa = taxaOf(runOf(renderSarif(input(results), { locale: 'zh-CN' }))) ?? [];
      expect(taxa.slice(0, whole.length)).toEqual(whole);
      expect(new Set(taxa).size).toBe(taxa.length);
      for (const { id } of part) expect(taxa).toContain(id);
    }
  });

  test('viewers that show no taxa still read the clause and what may follow', () => {
    const first = results(record())[0];
    expect(first.message.text).toContain('第九条第二款第（三）项');
    expect(first.message.text).toContain('可能适用第二十四条');
    expect(record().tool.driver.rules?.[0].properties?.tags).toContain('第九条第二款');
  });

  test('a sight line is a flow from the device through the opening to the zone', () => {
    const { message, codeFlows, relatedLocations } = results(record())[3];
    expect(message.text).toContain('“C2”→门“D3”');
    const stops = codeFlows?.[0].threadFlows[0].locations.map(({ location }) => location);
    // The same places needn't be said twice.
    expect(relatedLocations).toBeUndefined();
    expect(stops?.map((stop) => stop?.message?.text)).toEqual(['摄像机“C2”。', '门“D3”。', '区域“女卫生间”。']);
    expect(stops?.map((stop) => stop?.physicalLocation?.region?.startLine)).toEqual([17, 12, 7]);
  });

  test('figures are properties; what a fault leaves undecided is counted', () => {
    const all = results(record());
    expect(all[3].properties?.evidence.sightLine).toMatchObject({ distance: 7, density: 84.2, depth: 1.7 });
    expect(record().properties?.plans[0].counts).toMatchObject({ undecided: 1, counts: { open: 1 } });
  });

  test('the headline, the notice about the text and the assumptions are in it', () => {
    const [plan] = record().properties?.plans ?? [];
    expect(plan.headline).toContain('不符合3处（涉及条文4项）');
    expect(plan.notice).toContain('是否另有修正未核');
    expect(plan.assumptions).toHaveLength(3);
  });

  test('files carry their hashes', () => {
    expect(record().artifacts?.map(({ hashes }) => hashes?.['sha-256'])).toEqual(['cd'.repeat(32), 'ab'.repeat(32)]);
  });

  test('the same subject in two plans keeps its own place', () => {
    const other = { ...file, path: 'plans/b.yaml' };
    const moved = verdicts.map((one) => ({ ...one, place: { ...one.place, path: other.path } }));
    const run = record(
      input([report(), report(moved, { path: other.path, files: [other], site: site({ files: [other] }) })]),
    );
    const uris = results(run).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    expect(new Set(uris).size).toBe(2);
  });
});

describe('what GitHub gets', () => {
  test('no pass, nothing that does not apply, nothing waived; the worst first', () => {
    expect(results(github()).map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'capture/device-in-private-zone error',
      'capture/view-into-private-zone error',
      'coverage/protected error',
      'coverage/declared warning',
      'capture/view-into-private-zone/to-decide note',
      'capture/view-into-private-zone/to-decide note',
      'coverage/criterion warning',
      'capture/view-into-private-zone/to-decide warning',
    ]);
  });

  test('a breach of Art. 9 is an alert of security; what is to be decided stands under a rule without severity', () => {
    const run = github();
    const ruleOf = ({ ruleIndex = -1 }: Result) => run.tool.driver.rules?.[ruleIndex];
    for (const result of results(run)) {
      const rule = ruleOf(result);
      expect(rule?.id).toBe(result.ruleId);
      const isBreach = rule?.id.startsWith('capture/') && result.level === 'error';
      expect(rule?.properties?.['security-severity'], rule?.id).toBe(isBreach ? '8.0' : undefined);
      expect(rule?.properties?.tags?.includes('security'), rule?.id).toBe(isBreach);
      // The severity is not the law's.
      expect(rule?.help?.text.includes('由本工具设定，非法定')).toBe(isBreach);
    }
    expect(results(run).filter((one) => ruleOf(one)?.properties?.['security-severity'] !== undefined)).toHaveLength(2);
  });

  test('what an organ answered is no alert, what it wants amended is, and so is an answer to an earlier drawing', () => {
    const review = verdicts.filter(({ outcome }) => outcome === 'review');
    const answer = { by: '公安局', document: '1号', date: '2026-01-01', reason: '不及人', place: review[0].place };
    const alerts = (decision: Pick<Decision, 'decision' | 'lapsed'>) => {
      const run = input([report(review.map((one) => ({ ...one, decision: { ...answer, ...decision } })))]);
      const issues: { check_name: string }[] = JSON.parse(renderGitlab(run, { locale: 'zh-CN' }));
      return [results(github(run)).length, issues.length];
    };
    const all = [review.length, review.length];
    expect(alerts({ decision: 'complies' })).toEqual([0, 0]);
    expect(alerts({ decision: 'amend' })).toEqual(all);
    expect(alerts({ decision: 'complies', lapsed: true })).toEqual(all);
  });

  test.each([
    ['fail', ['fail'], 3],
    ['open', ['fail', 'open'], 5],
    ['review', ['fail', 'open', 'review'], 8],
  ] as const)('--alerts %s: of the outcomes %s, and the log counts the others', (alerts, outcomes, count) => {
    const run = runOf(renderSarifGithub(input([report()]), { locale: 'zh-CN', gzippedSize, alerts }));
    expect(results(run)).toHaveLength(count);
    const prints = new Set(results(run).map((one) => one.partialFingerprints?.primaryLocationLineHash?.split(':')[0]));
    const shown = verdicts.filter(({ fingerprint }) => prints.has(fingerprint)).map(({ outcome }) => outcome);
    expect(shown.every((outcome) => outcomes.some((one) => one === outcome))).toBe(true);
    const notices = (run.invocations?.[0]?.toolExecutionNotifications ?? []).map(({ message }) => message.text);
    const left = `另有${8 - count}项问题轻于 --alerts ${alerts}，未列为警报。`;
    expect(notices.includes(left)).toBe(count < 8);
    const issues: unknown[] = JSON.parse(renderGitlab(input([report()]), { locale: 'zh-CN', alerts }));
    expect(issues).toHaveLength(count);
  });

  test('nothing GitHub would ignore', () => {
    for (const result of results(github())) {
      for (const key of ['kind', 'suppressions', 'taxa', 'fixes', 'attachments', 'baselineState']) {
        expect(result).not.toHaveProperty(key);
      }
    }
    expect(github()).not.toHaveProperty('taxonomies');
  });

  test('alerts are known again by rule and subject, whatever moves in the file', () => {
    const prints = results(github()).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);
    expect(new Set(prints).size).toBe(prints.length);
    const down = { ...file, text: `# moved\n${file.text}` };
    const moved = results(github(input([report(verdicts, { files: [down] })])));
    expect(moved.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash)).toEqual(prints);
  });

  test('related places are linked from the message, or they don’t show', () => {
    const [first] = results(github());
    expect(first.message.text).toMatch(/另见\[区域“女卫生间”\]\(1\)。$/);
    expect(first.relatedLocations?.[0].id).toBe(1);
  });

  /** Findings no two of which say the same, so that they compress as badly as findings can. */
  const many = (count: number, noise: number) =>
    Array.from({ length: count }, (_, n) => {
      const hash = (more: string) => createHash('sha256').update(`${n} ${more}`).digest('base64');
      const words = Array.from({ length: noise }, (_, i) => hash(String(i))).join('');
      const group = verdicts[n % 3 === 0 ? 4 : 0];
      const params = { ...group.message.params, device: `C${n}${words}` };
      return verdict({
        ...group,
        subject: `C${n}>r${n}`,
        fingerprint: hash('fingerprint'),
        message: { ...group.message, params },
        evidence: undefined,
        place: { path: 'gone.yaml', pointer: '' },
      });
    });

  test.each([
    ['number', 30_000, 0, 'zh-CN'],
    ['size', 6_000, 64, 'en'],
  ] as const)(
    'what is too much by %s of %i findings is cut, the least grave, and the log says so',
    { timeout: 60_000 },
    (by, count, noise, locale) => {
      const text = renderSarifGithub(input([report(many(count, noise))]), { locale, gzippedSize });
      const run = runOf(text);
      const kept = results(run).length;
      const size = gzipSync(text).length;
      expect(size).toBeLessThanOrEqual(10_000_000);
      if (by === 'size') expect(size).toBeGreaterThan(9_000_000);
      else expect(kept).toBe(25_000);
      const errors = results(run).filter(({ level }) => level === 'error').length;
      expect(errors).toBe(Math.min(kept, (count * 2) / 3));
      expect(run.properties).toEqual({ results: count, omittedResults: count - kept });
      const [notice] = run.invocations?.[0]?.toolExecutionNotifications ?? [];
      expect(run.tool.driver.notifications?.[notice?.descriptor?.index ?? -1]?.id).toBe(notice?.descriptor?.id);
      for (const figure of [count, kept, count - kept].map(String)) expect(notice?.message.text).toContain(figure);
      expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
      const ok = valid({ version: '2.1.0', runs: [{ ...run, results: results(run).slice(0, 10) }] });
      expect(ok ? [] : valid.errors).toEqual([]);
    },
  );

  test('what is within the limits is whole, and says nothing of them', () => {
    const run = github();
    expect(run).not.toHaveProperty('properties');
    expect(run.tool.driver.notifications?.map(({ id }) => id)).not.toContain('sarif-github/omitted-results');
  });
});
