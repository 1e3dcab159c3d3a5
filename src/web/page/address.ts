// The page's address: `#p=2&f=F1&n=1&d=C1-12&w=must&l=zones,must&v=x,y,s`, in which every state of it can be sent on.
import { LAYERS, type Layer, type Place } from './model.js';

/** Returns the part of an address after `#` for a place. */
export function addressOf({ plan, level, finding, device, world, layers, sight }: Place): string {
  const parts: [string, string | undefined][] = [
    ['p', plan === undefined ? undefined : String(plan + 1)],
    ['f', level],
    ['n', finding === undefined ? undefined : String(finding)],
    ['d', device],
    ['w', world],
    ['l', layers?.join(',')],
    ['v', sight && [sight.x, sight.y, sight.perMetre].join(',')],
  ];
  return parts
    .filter((part): part is [string, string] => part[1] !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}

/** Returns the place that an address names by `hash`, with or without its `#`; what it names wrongly is left out. */
export function placeOf(hash: string): Place {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const whole = (key: string) => {
    const text = given.get(key) ?? '';
    return /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : undefined;
  };
  const plan = whole('p');
  const world = given.get('w');
  const layers = given.get('l');
  const [x, y, perMetre] = (given.get('v') ?? '').split(',').map(Number);
  const isSight = [x, y, perMetre].every((figure) => Number.isFinite(figure)) && (perMetre ?? 0) > 0;
  return {
    plan: plan === undefined ? undefined : plan - 1,
    level: given.get('f') ?? undefined,
    finding: whole('n'),
    device: given.get('d') ?? undefined,
    world: world === 'must' || world === 'may' ? world : undefined,
    layers: layers === null ? undefined : LAYERS.filter((layer): layer is Layer => layers.split(',').includes(layer)),
    sight: isSight ? { x: x ?? 0, y: y ?? 0, perMetre: perMetre ?? 1 } : undefined,
  };
}
