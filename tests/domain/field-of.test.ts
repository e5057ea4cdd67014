import { actionCommands, choicesOf, fieldOf, isNullable, isUnion, Line } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';

const { MarkSuccess, ChangeAction, StartAction } = actionCommands;

const field = (codec: Parameters<typeof fieldOf>[0], path: string) => {
  const found = fieldOf(codec, path);
  if (found === undefined) throw new Error(`There is no ${path}.`);
  return found;
};

describe('the codec of a field', () => {
  it('is found by its path, also in a record that may be absent or has several forms', () => {
    expect(fieldOf(MarkSuccess, 'line')).toBe(Line);
    expect(choicesOf(field(MarkSuccess, 'foundAt.precision'))).toEqual(['instant', 'hour', 'day']);
    expect(field(ChangeAction, 'area.postcodes').is(['1315'])).toBe(true);
    for (const path of ['lines', 'lines.code.length', 'foundAt.moments', 'line.code', ''])
      expect(fieldOf(MarkSuccess, path)).toBe(undefined);
  });

  it('says whether it takes something away, has several forms, and among what it lets choose', () => {
    expect([isNullable(field(ChangeAction, 'type')), isNullable(field(StartAction, 'type'))]).toEqual([
      true,
      false,
    ]);
    expect([isUnion(field(ChangeAction, 'area')), isUnion(field(StartAction, 'channels'))]).toEqual([
      true,
      false,
    ]);
    expect(choicesOf(field(ChangeAction, 'type'))).toContain('missing-person');
    expect(choicesOf(field(StartAction, 'channels'))).toContain('sms');
    expect(choicesOf(field(StartAction, 'startedAt'))).toEqual([]);
  });
});
