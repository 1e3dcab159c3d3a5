import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sitecam } from '../support/io.js';

const PACK = 'fixtures/packs/demo.yaml';

interface Printed {
  readonly definitions: {
    readonly zone: {
      readonly properties: { readonly kind: { readonly anyOf: readonly [{ readonly enum: string[] }] } };
    };
    readonly role: { readonly enum: string[] };
  };
}

async function printed(...argv: readonly string[]): Promise<Printed> {
  const { code, out } = await sitecam(['schema', ...argv]);
  expect(code).toBe(0);
  return JSON.parse(out) as Printed;
}

const kindsIn = ({ definitions }: Printed) => definitions.zone.properties.kind.anyOf[0].enum;

describe('sitecam schema', () => {
  test('prints the schema of plans that editors are given', async () => {
    const shipped: Printed = JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8'));
    expect(await printed()).toEqual(shipped);
    expect(await printed('plan', '--pack', 'hen-2016')).toMatchObject({ $id: 'plan.schema.json' });
  });

  test('adds the kinds and roles of a pack of one’s own', async () => {
    const before = await printed('plan');
    const after = await printed('plan', '--pack', PACK);
    expect(kindsIn(after)).toEqual([...kindsIn(before), 'emergency-exit']);
    expect(after.definitions.role.enum.toSorted()).toEqual([...before.definitions.role.enum, 'emergency-exit'].sort());
    expect(JSON.stringify(after)).toContain('安全出口｜默认无墙 / Emergency exit');
  });

  test('takes a pack for plans alone', async () => {
    const { code, err } = await sitecam(['schema', 'config', '--pack', PACK]);
    expect(code).toBe(2);
    expect(err).toContain('--pack 只用于 plan 的 schema');
  });
});
