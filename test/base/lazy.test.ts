import { describe, expect, it } from 'vitest';
import { amended, amendedLazily, lazily, lazyNames, settle, settledOf } from '../../src/base/lazy.js';

function counted() {
  const calls: string[] = [];
  const object = lazily({ subject: 'C1>wc' }, ['message', 'advice'], {
    message: () => {
      calls.push('message');
      return 'seen';
    },
    advice: () => {
      calls.push('advice');
      return 'turn';
    },
  });
  return { object, calls };
}

describe('an object with lazy members', () => {
  it('works each out once, when it is first read', () => {
    const { object, calls } = counted();
    expect([object.subject, Object.keys(object), calls]).toEqual(['C1>wc', ['subject', 'message', 'advice'], []]);
    expect([object.message, object.message, calls]).toEqual(['seen', 'seen', ['message']]);
    expect([object.advice, calls]).toEqual(['turn', ['message', 'advice']]);
  });

  it('is settled at once, with its copies, of which some have members of their own', () => {
    const { object, calls } = counted();
    const copy = amended(object, { message: 'other' });
    settle(copy);
    expect(calls).toEqual(['message', 'advice']);
    expect([copy.message, copy.advice, object.message, object.advice]).toEqual(['other', 'turn', 'seen', 'turn']);
    settle(object);
    settle({ subject: 'C1' });
    expect(calls).toEqual(['message', 'advice']);
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
    expect([copy.level, copy.message, copy.subject, calls]).toEqual(['error', 'other', 'C1>wc', []]);
    expect([copy.advice, object.advice, calls]).toEqual(['turn', 'turn', ['advice']]);
    expect(amended({ a: 1, b: 2 }, { b: 3 })).toEqual({ a: 1, b: 3 });
  });

  it('takes further members that are lazy too', () => {
    const { object, calls } = counted();
    const copy = amendedLazily(object, { geometry: () => `of ${object.subject}` });
    expect([Object.keys(copy), calls]).toEqual([['subject', 'message', 'advice', 'geometry'], []]);
    expect([copy.geometry, calls]).toEqual(['of C1>wc', []]);
    expect([copy.message, object.message, calls]).toEqual(['seen', 'seen', ['message']]);
    expect({ ...amendedLazily({ a: 1 }, { b: () => 2 }) }).toEqual({ a: 1, b: 2 });
  });

  it('tells what is settled', () => {
    const { object, calls } = counted();
    expect([settledOf(object), lazyNames(object), calls]).toEqual([{ subject: 'C1>wc' }, ['message', 'advice'], []]);
    const plain = { a: 1 };
    expect([settledOf(plain), lazyNames(plain)]).toEqual([plain, []]);
  });
});
