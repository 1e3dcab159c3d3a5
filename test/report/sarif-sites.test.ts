import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { LintVerdict, Report } from '../../src/lint/types.js';
import { renderSarifGithub } from '../../src/report/sarif/github.js';
import { renderSarif } from '../../src/report/sarif/sarif.js';
import { gzippedSize } from '../support/gzip.js';
import { sitecam } from '../support/io.js';
import { fixturePlans, lintedHostile, lintedPlan, runOf } from '../support/linted.js';
import schema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };
import { type ToldVerdict, toldVerdicts } from '../support/sarif-rows.js';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(schema);

const KINDS: readonly unknown[] = ['pass', 'fail', 'notApplicable', 'open', 'review', 'informational'];

function runIn(text: string): Run {
  const log: Log = JSON.parse(text);
  expect(valid(log) ? [] : valid.errors).toEqual([]);
  const [run] = log.runs;
  return run;
}

const results = ({ results = [] }: Run): readonly Result[] => results;

/** What Microsoft's validator and the schema let pass, and viewers trip over. */
function checkRecord(run: Run): void {
  expect(run.columnKind).toBe('utf16CodeUnits');
  for (const { kind, level, suppressions, baselineState, locations, message } of results(run)) {
    expect(KINDS).toContain(kind);
    expect(kind === 'fail' ? level : `not ${level}`).toMatch(kind === 'fail' ? /^(?:error|warning)$/ : /^not none$/);
    expect(Array.isArray(suppressions)).toBe(true);
    expect(baselineState).toBeUndefined();
    expect(locations).toHaveLength(1);
    expect(message.text).toMatch(/[.。]$/);
  }
  for (const { hashes } of run.artifacts ?? []) expect(hashes?.['sha-256']).toMatch(/^[0-9a-f]{64}$/);
}

const nameOf = ({ rule, subject, outcome }: LintVerdict) => `${rule} ${subject} ${outcome}`;
const nameIn = ({ rule, subject, kind }: ToldVerdict) => `${rule} ${subject} ${kind}`;

describe.each(fixturePlans('sites'))('%s', (path) => {
  const result = lintedPlan(path);
  if (!result.ok) throw new Error(path);
  const report: Report = result;

  test.each(['zh-CN', 'en'] as const)('its record in %s has every verdict once, and holds together', (locale) => {
    const run = runIn(renderSarif(runOf(report), { locale }));
    checkRecord(run);
    const judged = results(run).filter(({ kind }) => kind !== 'informational');
    const told = toldVerdicts(judged);
    expect(told.map(nameIn).sort()).toEqual(report.verdicts.map(nameOf).sort());
    expect(told.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      report.verdicts.map(({ fingerprint }) => fingerprint).sort(),
    );
    // They stand in the order of the report.
    const firsts = judged.flatMap((result) => toldVerdicts([result]).slice(0, 1)).map(nameIn);
    expect(firsts).toEqual(report.verdicts.map(nameOf).filter((name) => firsts.includes(name)));
    // No device of these plans has so many findings of one rule that they become rows; passes are rows of the first.
    for (const { kind, properties } of judged) if (kind !== 'pass') expect(properties).not.toHaveProperty('rows');
    const passed = judged.filter(({ kind }) => kind === 'pass');
    const decidedBy = ({ ruleId, level, properties }: Result) => JSON.stringify([ruleId, level, properties?.bases]);
    expect(new Set(passed.map(decidedBy)).size).toBe(passed.length);
    expect(results(run).length - judged.length).toBe(report.checklist.length);
    for (const { locations } of judged) expect(locations?.[0]?.logicalLocations).toHaveLength(1);
    const flows = judged.reduce((sum, { codeFlows }) => sum + (codeFlows?.length ?? 0), 0);
    expect(flows).toBe(report.verdicts.filter(({ evidence }) => evidence?.sightLine !== undefined).length);
  });

  test.each(['zh-CN', 'en'] as const)('GitHub gets what is open in it, in %s, each alert once', (locale) => {
    const run = runIn(renderSarifGithub(runOf(report), { locale, gzippedSize }));
    const open = report.verdicts.filter(
      ({ outcome, waiver }) =>
        waiver === undefined && (outcome === 'fail' || outcome === 'open' || outcome === 'review'),
    );
    expect(results(run)).toHaveLength(open.length);
    const prints = results(run).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);
    expect(new Set(prints)).toEqual(new Set(open.map(({ fingerprint }) => `${fingerprint}:1`)));
    for (const { locations } of results(run)) {
      const region = locations?.[0]?.physicalLocation?.region;
      expect(region?.endLine).toBe(region?.startLine);
      expect(region?.endColumn).toBeGreaterThan(region?.startColumn ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('a plan that attacks reports', () => {
  test.each(['zh-CN', 'en'] as const)('is text in both forms, in %s', (locale) => {
    const input = runOf(lintedHostile());
    checkRecord(runIn(renderSarif(input, { locale })));
    runIn(renderSarifGithub(input, { locale, gzippedSize }));
  });

  test('is text in fixes and in what is said of drawings', { timeout: 60_000 }, async () => {
    const path = 'plans/a b) ](x)/=cmd()|`<script>#.yaml';
    const given = { [path]: readFileSync('test/support/hostile.yaml', 'utf8') };
    const ran = await sitecam(
      ['lint', path, '-f', 'sarif=r.sarif', '--assets', 'x', '--fix-geometry', '--limit', 'name=1k'],
      {
        given,
      },
    );
    const text = ran.written.get('r.sarif') ?? '';
    const run = runIn(text);
    checkRecord(run);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    const shown = results(run).flatMap(({ attachments }) => attachments ?? []);
    expect(shown.length).toBeGreaterThan(0);
    for (const { artifactLocation, description } of shown) {
      expect(artifactLocation.uri).toMatch(/^x\/[\w%.-]+\.svg$/);
      expect(description?.text).not.toMatch(/[^\\]\]\(/);
    }
  });
});
