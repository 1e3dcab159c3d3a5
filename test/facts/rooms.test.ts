// Which rooms are of a use that nothing settles, by the room that they are a part of.
import { describe, expect, test } from 'vitest';
import { roomUses } from '../../src/facts/rooms/use.js';
import { levelSite } from '../plan/support.js';

describe('a part without walls', () => {
  const partOf = (room: string, part = 'kind: other, enclosed: false') => {
    const site = levelSite(`zones:
  - {id: room, ${room}, rect: [0, 0, 8, 8]}
  - {id: part, ${part}, rect: [1, 1, 2, 2]}`);
    return roomUses(site).get('part');
  };

  test.each([
    ['a room whose kind settles its use', 'kind: lobby'],
    ['a private place, with which it is judged', 'kind: restroom'],
  ])('has the use of %s', (_, room) => {
    expect(partOf(room)).toMatchObject({ settledBy: 'part' });
  });

  test.each([
    ['a kind that nobody knows', 'kind: lobi'],
    ['an open place', 'kind: yard, enclosed: false'],
    ['a fence', 'kind: perimeter'],
    ['a room of unknown use', 'kind: other'],
  ])('has none of its own in %s', (_, room) => {
    expect(partOf(room)).toMatchObject({ doubt: 'unstated' });
  });

  test.each([
    ['the same room', 'kind: lobby, levels: [F2]', '', 'part'],
    ['another such room', 'kind: lobby', '{id: over, kind: corridor, rect: [0, 0, 8, 8]}', 'part'],
    ['none', 'kind: lobby', '', undefined],
  ])('that goes up a level and lies in %s there', (_, room, over, settledBy) => {
    const upper = `  - id: F2\n    elevation: 4\n    zones: [${over}]\n`;
    const site = levelSite(
      `zones:
  - {id: room, ${room}, rect: [0, 0, 8, 8]}
  - {id: part, kind: other, enclosed: false, levels: [F2], rect: [1, 1, 2, 2]}`,
      undefined,
      upper,
    );
    expect(roomUses(site).get('part')?.settledBy).toBe(settledBy);
  });

  test.each([
    ['walls', 'kind: other'],
    ['a name that alarms', 'kind: other, enclosed: false, name: 更衣处'],
    ['the name of a box', 'kind: other, enclosed: false, name: 投票箱'],
  ])('is none with %s', (_, part) => {
    expect(partOf('kind: lobby', part)?.settledBy).toBeUndefined();
  });
});
