import { at, report, site, verdicts } from './build.js';

/** What a page could be attacked with: the end of a script, elements, attributes, characters that reorder. */
export const EVIL =
  '</script><script>window.hit=1</script><img src=x onerror=hit=1>"\'`\u202e\u001b[31m\u2028]]><!--<script>';

/** A report whose every name attacks. */
export const attacked = () =>
  report(
    verdicts.map((verdict) => {
      const params = Object.fromEntries(Object.keys(verdict.message.params).map((key) => [key, EVIL]));
      const { waiver } = verdict;
      const evilWaiver = waiver && { ...waiver, reason: EVIL, by: EVIL, until: EVIL, document: EVIL };
      return {
        ...verdict,
        message: { ...verdict.message, params },
        ...(evilWaiver && { waiver: evilWaiver }),
        related: [{ place: at('', EVIL), caption: { zh: EVIL, en: EVIL } }],
      };
    }),
    {
      path: EVIL,
      site: site({
        name: EVIL,
        categories: [{ id: EVIL, place: at('') }],
        levels: site().levels.map((level) => ({
          ...level,
          name: EVIL,
          devices: level.devices.map((device) => ({ ...device, name: EVIL, type: EVIL })),
          zones: level.zones.map((zone) => ({ ...zone, name: EVIL })),
        })),
      }),
      assumptions: [{ what: { zh: EVIL, en: EVIL }, value: { zh: EVIL, en: EVIL }, origin: 'author' }],
    },
  );
