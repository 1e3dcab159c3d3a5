// The blocks of a drawing that nothing takes, named as blocks and not by the lines in them.

import { groupBy } from '../../../../base/arrays.js';
import { localizedList } from '../../../../i18n/list.js';
import { type Localized, verbatim } from '../../../../i18n/locale.js';
import { deviceSuggestedBy } from '../../../devices/vocabulary.js';
import type { Note } from '../../../notes.js';
import { dxfText } from '../messages.js';
import { wordsOfBlock } from '../parse/attributes.js';
import type { Tally } from '../parse/tally.js';
import type { Piece } from '../parse/walk.js';

interface Frame {
  readonly insert: Piece;
  readonly depth: number;
  readonly left: Piece[];
  isTaken: boolean;
}

/**
 * Follows a walk through a drawing and keeps the inserts of which no rule takes anything. Those that may be devices, by
 * a word or by the number beside them, become notes, one per block, that ask a person and give the rule to write. The
 * others are only counted, by layer.
 */
export class Untaken {
  private readonly frames: Frame[] = [];
  private readonly asked: Piece[] = [];
  private readonly others: Piece[] = [];

  /** @param numbers numbers of devices by the id of the insert */
  constructor(
    private readonly tally: Tally,
    private readonly numbers: ReadonlyMap<string, string>,
  ) {}

  /** To be called when the walk reaches `piece`: closes the inserts that don't contain it. */
  reach({ inside }: Piece): void {
    while ((this.frames.at(-1)?.depth ?? -1) >= inside.length) this.leave();
  }

  /** To be called when the walk goes into an insert that no rule takes. */
  enter(insert: Piece): void {
    this.frames.push({ insert, depth: insert.inside.length, left: [], isTaken: false });
  }

  /** Adds a piece that no rule takes. */
  add(piece: Piece): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) this.count(piece);
    else frame.left.push(piece);
  }

  /** To be called when the present piece is taken, or refused with a note: the inserts around it then count as used. */
  take(): void {
    for (const frame of this.frames) frame.isTaken = true;
  }

  /** To be called at the end of the walk. */
  end(): void {
    while (this.frames.length > 0) this.leave();
  }

  /** Adds an insert that is taken as a device of which nothing more is known. */
  addOther(insert: Piece): void {
    this.others.push(insert);
  }

  /** Returns a note for each block and layer that a person is asked about. */
  notes(path: string): Note[] {
    return [...this.notesOn(this.others, 'dxf/other-device', path), ...this.notesOn(this.asked, 'dxf/untaken', path)];
  }

  private leave(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    const { insert, isTaken, left } = frame;
    if (isTaken) for (const piece of left) this.count(piece);
    else if (this.numbers.has(insert.id) || deviceSuggestedBy(wordsOfBlock(insert)) !== undefined)
      this.asked.push(insert);
    else if (left.length > 0) this.add(insert);
  }

  private count({ layer, entity, blockName }: Piece): void {
    this.tally.add(
      { sort: 'left-out', id: 'dxf/unmapped', layer },
      blockName === undefined ? entity.type : { blockName },
    );
  }

  private notesOn(inserts: readonly Piece[], id: 'dxf/other-device' | 'dxf/untaken', path: string): Note[] {
    const groups = groupBy(inserts, ({ blockName, layer }) => JSON.stringify([blockName, layer]));
    return [...groups.values()].flatMap((same): Note[] => {
      const [insert] = same;
      if (insert === undefined) return [];
      const numbers = same.flatMap((one) => this.numbers.get(one.id) ?? []);
      const message = dxfText(id, {
        block: insert.blockName ?? '',
        layer: insert.layer,
        times: String(same.length),
        beside: besideOf(numbers),
        rule: ruleFor(insert, numbers[0]),
      });
      // A block with a device's number is one for all that is known: without it the plan must not pass.
      const sort = id === 'dxf/untaken' && numbers.length > 0 ? 'refused' : 'unknown';
      return [{ sort, message, origin: { path, pointer: '' }, ids: same.map((one) => one.id) }];
    });
  }
}

/** Most numbers that a note lists. */
const MOST = 8;

function besideOf(numbers: readonly string[]): Localized {
  if (numbers.length === 0) return { zh: '', en: '' };
  const listed = numbers.toSorted().slice(0, MOST);
  const { zh } = localizedList(listed);
  const en = listed.join(', ');
  return listed.length < numbers.length
    ? { zh: `，旁有编号${zh}等${numbers.length}个`, en: `, with ${numbers.length} numbers beside it: ${en} and others` }
    : { zh: `，旁有编号${zh}`, en: `, with ${numbers.length === 1 ? 'number' : 'numbers'} ${en} beside it` };
}

/** Returns the rule that would take the block, to be copied into a mapping. */
function ruleFor(insert: Piece, number: string | undefined): Localized {
  const words = wordsOfBlock(insert);
  const { kind, form } = deviceSuggestedBy({ ...words, number }) ?? { kind: 'camera', form: undefined };
  const block = JSON.stringify(insert.blockName ?? '');
  const keys = form === undefined ? '' : `, keys: {form: ${form}}`;
  const rule =
    kind === 'none'
      ? `- {where: {block: ${block}}, as: none}`
      : `- {where: {block: ${block}}, as: device, kind: ${kind}${keys}}`;
  return verbatim(rule);
}
