// Lines after an import that say what to do next.
import { SCHEMA_BESIDE_PLAN, schemaFor } from '../../../host/config/schema-path.js';
import type { Io } from '../../../host/io.js';
import { type Locale, say } from '../../../i18n/locale.js';
import type { PlanDraft } from '../../../import/draft.js';
import { invocationName } from '../../invocation-name.js';
import { quotedForShell } from '../../shell.js';

/** Returns the steps left to do on a newly imported plan, then the command to lint it. Ends with a line break. */
export function nextStepsText(
  plan: string,
  draft: PlanDraft,
  category: string | undefined,
  io: Io,
  locale: Locale,
): string {
  const t = (zh: string, en: string) => say(locale, zh, en);
  const { zones, devices } = draft;
  const untold = zones.filter((zone) => zone.untold !== undefined).length;
  const unmeasured = devices.filter(({ kind, keys }) => kind === 'camera' && keys.resolution === undefined).length;
  const steps = [
    ...(category === undefined ? [t('写明场所类别（categories）', 'say what the site is (categories)')] : []),
    ...(untold === 0
      ? []
      : [t(`认定${untold}处区域的用途`, `say what ${untold === 1 ? '1 zone is' : `${untold} zones are`} for`)]),
    ...(devices.length === 0 ? [t('写入设备', 'write in the devices')] : []),
    ...(unmeasured === 0
      ? []
      : [
          t(
            `补充${unmeasured}台摄像机的视场角、分辨率和有无拾音`,
            `say what ${unmeasured === 1 ? '1 camera' : `${unmeasured} cameras`} can do (hfov, resolution, audio)`,
          ),
        ]),
  ];
  const command = lintOf(plan, io);
  const next =
    steps.length === 0
      ? t(`下一步：审查  ${command}\n`, `Next: lint it with  ${command}\n`)
      : t(`下一步：${steps.join('，')}，然后审查  ${command}\n`, `Next: ${steps.join('; ')}; then run  ${command}\n`);
  return `${bare(draft, locale)}${next}`;
}

/** Returns the line after a re-import: the plan is filled in already, so only the command to lint it follows. */
export function nextAgain(plan: string, io: Io, locale: Locale): string {
  const command = lintOf(plan, io);
  return say(locale, `下一步：审查  ${command}\n`, `Next: lint it with  ${command}\n`);
}

/**
 * Returns a warning if the import took neither zones nor walls, as when a drawing's layers have names of their own;
 * else ''.
 */
function bare({ zones, walls }: PlanDraft, locale: Locale): string {
  if (zones.length + walls.length > 0) return '';
  return say(
    locale,
    '设计图中既无区域也无墙，不能据以审查。建筑另有文件的，请一并导入；哪些图层、属性是墙、门、房间，用 --mapping 说明\n',
    'There is neither zone nor wall in the plan, and little to judge. Import the building together with this, or say with --mapping which layers or properties are walls, doors and rooms\n',
  );
}

function lintOf(plan: string, io: Io): string {
  return `${invocationName(io.env, schemaFor(plan, io) !== SCHEMA_BESIDE_PLAN)} lint ${quotedForShell(io.shown(plan))}`;
}
