import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lint } from '../../src/lint/lint.js';
import { besideTexts, textNotices } from '../../src/lint/notes/text-notices.js';
import type { Report } from '../../src/lint/types.js';

function reportOf(packs: string, category = 'hotel'): Report {
  const plan = `sitecam: 1
site: {name: 示例, categories: [${category}], region: "150102"}
levels: [{id: F1, zones: [{id: z, kind: lobby, rect: [0, 0, 4, 4]}]}]
`;
  const result = lint(plan, { today: '2026-06-30', pack: loadPack(packs) });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const beside = (...reports: readonly Report[]) => besideTexts(reports).map(({ en }) => en);

describe('laws in force everywhere that a plan isn’t judged by', () => {
  test('are named after what is said of the texts, with how to judge by them too', () => {
    const notice = textNotices(reportOf('nm-2017'));
    expect(notice.zh).toBe(
      `${loadPack('nm-2017').notice.zh}国务院令第799号未列入本次审查依据；一并审查的，使用 --pack nm-2017 --pack cn-799-2025。`,
    );
    expect(notice.en).toMatch(
      /prevails\. Not judged by here: State Council Order 799; to judge by all: --pack nm-2017 /,
    );
  });

  test('are not where they are judged by, and the one on venues only where the site may be one', () => {
    expect(beside(reportOf('nm-2017+cn-799-2025'))).toEqual([]);
    expect(textNotices(reportOf('nm-2017+cn-799-2025')).zh).toBe(loadPack('nm-2017+cn-799-2025').notice.zh);
    expect(beside(reportOf('nm-2017', 'cultural-entertainment-venue'))).toEqual([
      'Not judged by here: State Council Order 799, Entertainment Venues Regulation; to judge by all: --pack nm-2017 --pack cn-799-2025 --pack cn-entertainment.',
    ]);
    expect(beside(reportOf('nm-2017+cn-799-2025+cn-entertainment', 'cultural-entertainment-venue'))).toEqual([]);
  });

  test('are named once for all plans by the same pack', () => {
    const venue = reportOf('nm-2017', 'cultural-entertainment-venue');
    expect(beside(reportOf('nm-2017'), venue, reportOf('nm-2017'))).toEqual(beside(venue));
    expect(beside(reportOf('nm-2017'), reportOf('cn-entertainment'))).toHaveLength(2);
  });

  test('count as no finding and as no caution', () => {
    const { cautions = [], summary } = reportOf('nm-2017');
    expect(cautions).toEqual([]);
    expect(summary).toEqual(reportOf('nm-2017').summary);
  });
});
