import { describe, expect, test } from 'vitest';
import { countsSentence, headline, VERDICT_GROUPS, verdictsByGroup } from '../../src/findings/tally.js';
import { render } from '../../src/i18n/locale.js';
import { report, site, verdicts } from '../report/build.js';

const only = (outcome: string) => report(verdicts.filter((one) => one.outcome === outcome));

describe('the headline', () => {
  test('counts what does not comply, what can’t be told and what a person must judge', () => {
    expect(render(headline(report()), 'zh-CN')).toBe(
      '在图中载明事项范围内：不符合3处（涉及条文4项），待补充1处，须审查判定2处，另有1项因图纸内容有误未判定；其余未发现不符合。',
    );
  });

  test('a rule that matched nothing never reads as complying', () => {
    expect(render(headline(only('notApplicable')), 'zh-CN')).toBe('在图中载明事项范围内：没有可以判定的事项。');
    expect(render(headline(report([])), 'en')).toContain('nothing could be judged');
    expect(render(headline(only('open')), 'zh-CN')).not.toContain('未发现不符合');
  });

  test('only what passed reads as nothing found', () => {
    expect(render(headline(only('pass')), 'zh-CN')).toBe('在图中载明事项范围内：未发现不符合。');
  });
});

describe('the counts', () => {
  test('every verdict is counted in exactly one place', () => {
    const groups = verdictsByGroup(report());
    expect(VERDICT_GROUPS.flatMap((group) => groups[group])).toHaveLength(verdicts.length);
    const figures = [...render(countsSentence(report()), 'zh-CN').matchAll(/[一-龥）](\d+)(?=[，；])/g)].map(([, n]) =>
      Number(n),
    );
    expect(figures.reduce((a, b) => a + b)).toBe(verdicts.length);
    expect(render(countsSentence(report()), 'zh-CN')).toContain(`共${verdicts.length}项判定`);
  });

  test('slight views are counted', () => {
    expect(render(countsSentence(report()), 'zh-CN')).toContain('轻微掠视2处');
  });

  test('every waiver of the plan is counted, and how many of them set something aside', () => {
    const none = report(verdicts, { site: site({ waivers: [] }) });
    expect(render(countsSentence(none), 'zh-CN')).not.toContain('图中载有例外说明');
    const [applied] = verdicts.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]));
    const waivers = [applied, { ...applied, subject: 'elsewhere' }, { ...applied, rule: 'coverage/protected' }];
    const held = report(verdicts, { site: site({ waivers }) });
    expect(render(countsSentence(held), 'zh-CN')).toMatch(/图中载有例外说明3条，其中1条适用于上列问题。$/);
    expect(render(countsSentence(held), 'en')).toMatch(/ The plan holds 3 waivers, of which 1 applies to a finding\.$/);
  });
});
