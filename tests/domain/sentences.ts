import type { AnyRejection } from '@burgernet/domain';
import { expect } from 'vitest';

/** Expects that a refusal says in both languages, in a sentence, what is wrong. */
export const expectSentences = ({ tag, text: { en, nl } }: AnyRejection): void => {
  expect(tag).toMatch(/^[A-Z][A-Za-z]+$/);
  for (const sentence of [en, nl]) {
    expect(sentence).toMatch(/^\S.{20,}\.$/u);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  }
  expect(en).not.toBe(nl);
};
