// Reads a log in JSON.
import { SINCE } from '../../lint/baseline/types.js';
import { countsForExit } from '../../lint/exit.js';
import { JsonIndex } from '../../source/parse/json-index.js';
import type { At } from './at.js';
import { type JsonLog, type PlanPart, shardAt, withoutMembers } from './log.js';
import { Cutter } from './pieces.js';
import { checkVersion, type LogInput } from './reading.js';

/**
 * Returns a JSON log as read: its head, and where each plan stands. Throws a ShapeFault or a MergeRefusal if it isn't
 * as this version writes it.
 */
export function readJsonLog(log: At, reading: LogInput): JsonLog {
  const { file, bytes } = reading;
  const tool = log.member('tool');
  tool.member('name').oneOf(['sitecam']);
  checkVersion(tool.member('version').text, reading);
  if (log.member('version').value !== 1) throw log.member('version').fault({ zh: '版本1', en: 'version 1' });
  const index = new JsonIndex(file.text);
  const list = index.child(index.root, 'plans');
  const nodes = list === undefined ? [] : index.children(list);
  const cutter = new Cutter(file.text, bytes);
  const known = new Set<string>();
  const plans = log.member('plans').items.map((plan, n): PlanPart => {
    const path = plan.member('path');
    if (known.has(path.text)) {
      throw path.fault({ zh: '另一份设计图：此图已在本报告中', en: 'another plan: this one is in the record already' });
    }
    known.add(path.text);
    const pieces = [cutter.cut(nodes[n], nodes[n])];
    return { path: path.text, log: file.path, pieces, ...verdictsOf(plan, reading) };
  });
  return {
    format: 'json',
    name: file.path,
    language: log.member('language').oneOf(['zh-CN', 'en']),
    today: log.member('today').text,
    shard: shardAt(log.maybe('shard')),
    redacted: log.maybe('redacted') !== undefined,
    packs: [...new Set(log.member('plans').items.flatMap((plan) => packOf(plan)))],
    plans,
    common: withoutMembers(log.object, 'shard', 'plans'),
  };
}

function packOf(plan: At): string[] {
  return plan.maybe('pack') === undefined ? [] : [plan.member('pack', 'id').text];
}

function verdictsOf(plan: At, { failOn }: LogInput): Pick<PlanPart, 'readable' | 'counting'> {
  const readable = plan.member('readable').value;
  if (typeof readable !== 'boolean')
    throw plan.member('readable').fault({ zh: 'true 或者 false', en: 'true or false' });
  if (!readable) {
    plan.member('unreadable').list;
    const cause = plan.maybe('cause')?.oneOf(['terms']);
    return { readable, counting: 0, ...(cause !== undefined && { terms: true as const }) };
  }
  const verdicts = plan.member('verdicts').items;
  const said = plan.member('summary', 'verdicts');
  if (said.count !== verdicts.length) {
    throw said.fault({
      zh: `与判定数一致的计数：计有${said.count}项，报告中有${verdicts.length}项`,
      en: `a count that is right: it says ${said.count} verdicts, and there are ${verdicts.length}`,
    });
  }
  const counting = verdicts.filter((verdict) => {
    const outcome = verdict.member('outcome').oneOf(['fail', 'open', 'review', 'pass', 'notApplicable']);
    const level = verdict.member('level').oneOf(['error', 'warning']);
    const since = verdict.maybe('since')?.oneOf(SINCE);
    const rule = verdict.member('rule').text;
    return countsForExit({ rule, outcome, level, waiver: verdict.object.waiver, ...(since && { since }) }, failOn);
  });
  return { readable, counting: counting.length };
}
