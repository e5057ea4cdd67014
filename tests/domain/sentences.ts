import type { AnyRejection } from '@burgernet/domain';
import { expect } from 'vitest';

/** Expects that a refusal says in both languages, in one sentence, what is wrong and what may be done instead. */
export const expectSentences = ({ tag, text: { en, nl } }: AnyRejection): void => {
  expect(tag).toMatch(/^[A-Z][A-Za-z]+$/);
  for (const sentence of [en, nl]) {
    expect(sentence).toMatch(/^\S[^\n]{20,}; [^;]{8,}\.$/u);
    expect(sentence).not.toMatch(/[.] [A-Z]/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  }
  expect(en).not.toBe(nl);
};
