import { describe, expect, it } from 'vitest';
import { amended, lazily, lazyNames, settledOf } from '../../src/base/lazy.js';

function counted() {
  let calls = 0;
  const object = lazily({ subject: 'C1>wc' }, ['message', 'advice'], () => {
    calls += 1;
    return { message: 'seen', advice: 'turn' };
  });
  return { object, calls: () => calls };
}

describe('an object with lazy members', () => {
  it('works them out together, once, when the first is read', () => {
    const { object, calls } = counted();
    expect([object.subject, Object.keys(object), calls()]).toEqual(['C1>wc', ['subject', 'message', 'advice'], 0]);
    expect([object.message, object.advice, calls()]).toEqual(['seen', 'turn', 1]);
  });

  it('is the same as one without: printed, spread and compared', () => {
    const plain = { subject: 'C1>wc', message: 'seen', advice: 'turn' };
    expect(JSON.stringify(counted().object)).toBe(JSON.stringify(plain));
    expect({ ...counted().object }).toEqual(plain);
    expect(counted().object).toEqual(plain);
  });

  it('stays lazy when other members change, and shares the work with the copy', () => {
    const { object, calls } = counted();
    const copy = amended(amended(object, { level: 'error' }), { message: 'other' });
    expect([copy.level, copy.message, copy.subject, calls()]).toEqual(['error', 'other', 'C1>wc', 0]);
    expect([copy.advice, object.advice, calls()]).toEqual(['turn', 'turn', 1]);
    expect(amended({ a: 1, b: 2 }, { b: 3 })).toEqual({ a: 1, b: 3 });
  });

  it('tells what is settled', () => {
    const { object, calls } = counted();
    expect([settledOf(object), lazyNames(object), calls()]).toEqual([{ subject: 'C1>wc' }, ['message', 'advice'], 0]);
    const plain = { a: 1 };
    expect([settledOf(plain), lazyNames(plain)]).toEqual([plain, []]);
  });
});
