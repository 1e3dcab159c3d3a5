import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { guised } from './guise.js';
import { drawWide } from './wide.js';

/**
 * The judge draws what the plan format can say: every key of the schema, both values of what is true or false, and every
 * value of a list stands in one of the wide plans, or on the list of excuses. A key that is new to the schema does neither.
 */
const SCHEMA: Keys = JSON.parse(readFileSync(new URL('../../schemas/plan.schema.json', import.meta.url), 'utf8'));

/** Wide plans that are looked through. */
const PLANS = 5000;

/** What isn't drawn, by the beginning of its name, and why nobody misses it. */
const EXCUSES: Readonly<Record<string, string>> = {
  'plan.project': 'facts of the project’s papers: no view, no pickup and no protection depends on them',
  project: 'facts of the project’s papers: no view, no pickup and no protection depends on them',
  projectUnit: 'facts of the project’s papers: no view, no pickup and no protection depends on them',
};

type Keys = { readonly [key: string]: unknown };

const NONE: Keys = {};

function keys(value: unknown): Keys {
  return isKeys(value) ? value : NONE;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A part of the schema and its name: that of its definition, or of the key in it. */
interface Part {
  readonly name: string;
  readonly schema: Keys;
}

/** Reads a schema: the names of all that it has, and those of what a document says. */
class Format {
  private readonly ways = new WeakMap<Keys, { readonly name: string; readonly ways: readonly Part[] }>();

  constructor(private readonly root: Keys) {}

  private plan(): Part {
    return { name: 'plan', schema: this.root };
  }

  /** Notes what an element says that stands by itself, in a file. */
  noteElement(element: unknown, value: unknown, seen: Set<string>): void {
    this.note(value, seen, this.resolved({ name: '', schema: { $ref: `#/definitions/${String(element)}` } }));
  }

  private resolved({ name, schema }: Part): Part {
    const all = list(schema.allOf).map(keys);
    const ref = schema.$ref ?? all.find((one) => one.$ref !== undefined)?.$ref;
    if (typeof ref !== 'string') return { name, schema };
    const definition = ref.replace('#/definitions/', '');
    const found = keys(keys(this.root.definitions)[definition]);
    // What has keys or a list of values is named by itself; a point, a ring or a word is what the key holds.
    return { name: found.properties !== undefined || found.enum !== undefined ? definition : name, schema: found };
  }

  /** The parts that a value of the part may be made of. */
  private waysOf(part: Part): readonly Part[] {
    const known = this.ways.get(part.schema);
    if (known?.name === part.name) return known.ways;
    const ways = this.waysAnew(part);
    this.ways.set(part.schema, { name: part.name, ways });
    return ways;
  }

  private waysAnew(part: Part): readonly Part[] {
    const own = this.resolved(part);
    const ways = list(own.schema.anyOf).map((way) => this.resolved({ name: own.name, schema: keys(way) }));
    return ways.length === 0 ? [own] : ways;
  }

  /** Names of all that the schema has, from a part on. */
  namesOf(part = this.plan(), found = new Set<string>(), known = new Set<unknown>()): Set<string> {
    for (const { name, schema } of this.waysOf(part)) {
      if (schema.type === 'boolean') found.add(`${name}=true`).add(`${name}=false`);
      if (schema.type === 'null') found.add(`${name}=null`);
      if (schema.pattern !== undefined && isWord(schema)) found.add(`${name}=(a word)`);
      for (const value of list(schema.enum)) found.add(`${name}=${String(value)}`);
      if (known.has(schema)) continue;
      known.add(schema);
      for (const [key, each] of Object.entries(keys(schema.properties))) {
        found.add(`${name}.${key}`);
        this.namesOf({ name: `${name}.${key}`, schema: keys(each) }, found, known);
      }
      for (const inner of [schema.items, schema.additionalProperties])
        if (typeof inner === 'object' && inner !== null) this.namesOf({ name, schema: keys(inner) }, found, known);
    }
    return found;
  }

  /** Notes what of the schema a value says. */
  note(value: unknown, seen: Set<string>, part = this.plan()): void {
    for (const { name, schema } of this.waysOf(part)) {
      if (value === null) {
        if (schema.type === 'null') seen.add(`${name}=null`);
      } else if (Array.isArray(value)) {
        for (const each of value) this.note(each, seen, { name, schema: keys(schema.items) });
      } else if (typeof value === 'object') {
        const own = keys(schema.properties);
        for (const [key, each] of Object.entries(keys(value))) {
          if (own[key] === undefined) {
            this.note(each, seen, { name, schema: keys(schema.additionalProperties) });
            continue;
          }
          if (each === undefined) continue;
          seen.add(`${name}.${key}`);
          this.note(each, seen, { name: `${name}.${key}`, schema: keys(own[key]) });
        }
      } else if (list(schema.enum).includes(value) || typeof value === 'boolean') seen.add(`${name}=${String(value)}`);
      else if (typeof value === 'string' && isWord(schema) && new RegExp(String(schema.pattern), 'u').test(value))
        seen.add(`${name}=(a word)`);
    }
  }
}

function isWord({ pattern }: Keys): boolean {
  return String(pattern).includes('门') || String(pattern).includes('摄像机') || String(pattern).includes('客房');
}

function excuseOf(name: string): string | undefined {
  return Object.keys(EXCUSES).find((one) => name.startsWith(one) && /^(?:$|[.=])/.test(name.slice(one.length)));
}

describe('the plan format', () => {
  const format = new Format(SCHEMA);
  const seen = new Set<string>();
  beforeAll(() => {
    for (let seed = 1; seed <= PLANS; seed++) {
      const { plan, files } = guised(drawWide(seed), seed);
      format.note(plan, seen);
      for (const file of files.values())
        for (const { properties } of list(file.features).map(keys)) {
          const { element, ...said } = keys(properties);
          format.noteElement(element, said, seen);
        }
    }
  });
  const lacking = (all: Iterable<string>) => [...all].filter((name) => !seen.has(name));
  const all = format.namesOf();

  it('is drawn by the judge, key by key and value by value, or excused', () => {
    expect(all.size).toBeGreaterThan(600);
    expect(lacking(all).filter((name) => excuseOf(name) === undefined)).toEqual([]);
  });

  it('has no excuse for what is drawn, or isn’t in it any more', () => {
    const used = new Set(lacking(all).map(excuseOf));
    expect(Object.keys(EXCUSES).filter((one) => !used.has(one))).toEqual([]);
  });

  it('would be found to have a key, and a value of a list, that nobody draws', () => {
    const { zone, opening, ...others } = keys(SCHEMA.definitions);
    const added = (definition: unknown, more: Keys) => ({
      ...keys(definition),
      properties: { ...keys(keys(definition).properties), ...more },
    });
    const definitions = {
      ...others,
      zone: added(zone, { acoustic: { type: 'boolean' } }),
      opening: added(opening, { lock: { enum: ['inner', 'outer', 'none', 'both'] } }),
    };
    const newer = new Format({ ...SCHEMA, definitions }).namesOf();
    expect(lacking(newer).filter((name) => !all.has(name))).toEqual([
      'zone.acoustic',
      'zone.acoustic=true',
      'zone.acoustic=false',
      'opening.lock=both',
    ]);
  });
});
