import { list, quote } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import { prohibitionOf, zoneKind } from '../law/lookup.js';
import type { Override, Site } from '../plan/model.js';

/** What the author states in place of what is drawn, each change once, with all elements it is stated of. */
export function overriddenRows(site: Site): { readonly what: Localized; readonly value: Localized }[] {
  const groups = new Map<string, Override[]>();
  for (const override of site.overrides ?? []) {
    const { element, key, from, to, unknown } = override;
    const group = JSON.stringify([element, key, from, unknown, to]);
    groups.set(group, [...(groups.get(group) ?? []), override]);
  }
  return [...groups.values()].map((group) => {
    const [{ element, key, to }] = group;
    const ids = group.map(({ id }) => id).sort();
    const [was, is] = [drawn(site, group[0]), shown(site, element, key, to)];
    const sort = SORTS[element];
    return {
      what: {
        zh: `由设计人员改写（overrides）：${sort.zh}的 ${key}`,
        en: `Stated by the author in overrides: ${key} of ${sort.en}`,
      },
      value: {
        zh: `图形中为${was.zh}，改写为${is.zh}：${list(ids, 'zh-CN')}`,
        en: `drawn as ${was.en}, stated as ${is.en}: ${list(ids, 'en')}`,
      },
    };
  });
}

/** Zones that are drawn as places that involve personal privacy and stated to be something else. */
export function relabelled(site: Site): readonly Override[] {
  const isPrivate = (kind: unknown) => typeof kind === 'string' && prohibitionOf(site.pack, kind) !== undefined;
  return (site.overrides ?? []).filter(
    ({ element, key, from, to }) => element === 'zone' && key === 'kind' && isPrivate(from) && !isPrivate(to),
  );
}

/** “wc”（“卫生间”改写为“库房”）: a zone that is relabelled, with both kinds. */
export function relabelledText(site: Site, override: Override): Localized {
  const [was, is] = [drawn(site, override), shown(site, 'zone', 'kind', override.to)];
  return {
    zh: `${quote(override.id, 'zh-CN')}（${was.zh}改写为${is.zh}）`,
    en: `${quote(override.id, 'en')} (${was.en} → ${is.en})`,
  };
}

const SORTS: Readonly<Record<Override['element'], Localized>> = {
  zone: { zh: '区域', en: 'zones' },
  wall: { zh: '墙', en: 'walls' },
  opening: { zh: '门窗洞口', en: 'openings' },
  device: { zh: '设备', en: 'devices' },
};

function drawn(site: Site, { element, key, from, unknown }: Override): Localized {
  const was = shown(site, element, key, from);
  if (unknown === undefined) return was;
  if (unknown === '') return { zh: `${was.zh}（用途未定）`, en: `${was.en} (use unknown)` };
  return {
    zh: `${was.zh}（用途未定，来源写作${quote(unknown, 'zh-CN')}）`,
    en: `${was.en} (use unknown, ${quote(unknown, 'en')} in its source)`,
  };
}

function shown(site: Site, element: Override['element'], key: string, value: unknown): Localized {
  if (value === undefined) return { zh: '未写明', en: 'unsaid' };
  if (value === null) return { zh: '不写', en: 'unsaid' };
  const kind = element === 'zone' && key === 'kind' ? zoneKind(site.pack, String(value)) : undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    zh: quote(kind?.name.zh ?? text, 'zh-CN'),
    en: quote(kind?.name.en ?? text, 'en'),
  };
}
