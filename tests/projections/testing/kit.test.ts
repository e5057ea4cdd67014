import { checkLaws, LawBroken, laws, type Subject } from '@burgernet/projections/testing';
import { describe, expect, it } from 'vitest';
import { sound } from './sound.js';
import { countsDeliveries } from './wrong/counts-deliveries.js';

const few = { runs: 20, seed: 7 };

/** A projection that has seen no event and answers one thing always. */
const saying = (answer: () => unknown): Subject<null> => ({
  name: 'says one thing',
  initial: () => null,
  handle: (state) => state,
  answer,
});

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof LawBroken) return error.message;
    throw error;
  }
  return 'nothing was thrown';
};

describe('all laws together', () => {
  it('are tried as far as the projection can, and what was not tried is told', () => {
    const { name, initial, handle, answer, restart } = sound;
    const subject: Subject<ReturnType<typeof initial>> = { name, initial, handle, answer, restart };
    const { held, notTried } = checkLaws(subject, few);
    expect(held.map(({ law }) => law)).toEqual([
      'incrementalIsBatch',
      'replayDeterminism',
      'restart',
      'duplicates',
      'commutingStreams',
    ]);
    expect(held.every(({ runs, seed }) => runs === 20 && seed === 7)).toBe(true);
    expect(notTried).toEqual([
      { law: 'batchSize', needs: ['handlePage'] },
      { law: 'telescoping', needs: ['amountsAsOf', 'changes'] },
      { law: 'nonInterference', needs: ['partsOf', 'answerOf'] },
      { law: 'asOfStability', needs: ['answerAsOf'] },
      { law: 'restatementAddsUp', needs: ['amountsAsOf', 'restate'] },
    ]);
  });

  it('end at the first that is broken', () => {
    expect(messageOf(() => checkLaws(countsDeliveries, few))).toMatch(/breaks the law duplicates/);
  });

  it('choose a seed of their own where none is given, and tell it', () => {
    const [one, other] = [1, 2].map(
      () =>
        laws.duplicates(
          saying(() => 1),
          { runs: 1 },
        ).seed,
    );
    expect(one).not.toBe(other);
  });
});

describe('a law', () => {
  it('is not asked of a projection that cannot do what it needs: the compiler says so', () => {
    const subject: Subject<null> = saying(() => 1);
    // @ts-expect-error: `restart` may be absent.
    expect(() => laws.restart(subject, few)).toThrow();
  });

  it('takes the histories that are asked for', () => {
    const sizes: number[] = [];
    const { initial, handle } = sound;
    laws.duplicates(
      {
        name: 'counts',
        initial,
        handle,
        answer: ({ revisions }) => sizes.push(revisions.size) && 0,
      },
      { ...few, histories: { size: 3 } },
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3);
  });

  it('shows an error that a projection throws, and the history that made it', () => {
    const throws: Subject<null> = {
      ...saying(() => 1),
      handle: (state, { event }) => {
        if (event.type === 'SuccessMarked') throw new RangeError('no such line');
        return state;
      },
    };
    const message = messageOf(() => laws.duplicates(throws, { seed: 7 }));
    expect(message).toContain('It threw an error: RangeError: no such line');
    expect(message).toMatch(/^2 .* SuccessMarked /m);
  });

  it('shows where two long answers differ, and not all of them', () => {
    let asked = 0;
    const longAnswers = saying(() => {
      asked += 1;
      return Array.from({ length: 500 }, (_, at) => (at === 300 ? asked % 2 : at));
    });
    const message = messageOf(() => laws.duplicates(longAnswers, few));
    expect(message).toMatch(
      /Each event once:\n {2}\[300\]: [01]\nAs they were delivered:\n {2}\[300\]: [01]\n/,
    );
  });
});

describe('a law that is broken by an answer that differs all over', () => {
  it('shows the first lines of it, and how many more there are', () => {
    let asked = 0;
    const message = messageOf(() =>
      laws.duplicates(
        saying(() => {
          asked += 1;
          return Array.from({ length: 50 }, (_, at) => [at, asked % 2]);
        }),
        few,
      ),
    );
    expect(message).toMatch(/ {2}\[19\]\[1\]: [01]\n {2}\.\.\. and 30 lines more that the other has not\n/);
    expect(message).not.toMatch(/\[20\]/);
  });
});

describe('a state that every reading shares', () => {
  it('is found, also where the answer is the state itself', () => {
    const seen: Array<string> = [];
    const shared: Subject<Array<string>> = {
      name: 'events there are',
      initial: () => seen,
      handle: (state, { event }) => {
        state.push(event.type);
        return state;
      },
      answer: (state) => state,
    };
    expect(messageOf(() => laws.replayDeterminism(shared, few))).toMatch(/breaks the law replayDeterminism/);
  });
});

describe('two answers', () => {
  it('cannot be told apart where they show nothing: they are none', () => {
    const message = messageOf(() =>
      laws.duplicates(
        saying(() => Promise.resolve(1)),
        few,
      ),
    );
    expect(message).toContain('It threw an error: TypeError: An answer is made of values');
    expect(message).toContain('a Promise shows nothing of what it holds.');
  });

  const isKept = (one: unknown, other: unknown): boolean => {
    let asked = 0;
    const answers = saying(() => (asked++ % 2 === 0 ? one : other));
    return messageOf(() => laws.duplicates(answers, { runs: 1 })) === 'nothing was thrown';
  };
  const may = new Date('2021-05-14T18:03:00.000Z');

  it.each([
    ['fields in another order', { a: 1, b: [2] }, { b: [2], a: 1 }],
    ['a field that is absent or undefined', { a: 1, b: undefined }, { a: 1 }],
    [
      'maps in another order',
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
    ],
    ['maps by keys that hold the same', new Map([[{ day: 1 }, 2]]), new Map([[{ day: 1 }, 2]])],
    ['sets in another order', new Set([1, 2]), new Set([2, 1])],
    ['the same moment', may, new Date(may)],
    ['no numbers', Number.NaN, Number.NaN],
  ])('are the same: %s', (_, one, other) => {
    expect(isKept(one, other)).toBe(true);
    expect(isKept([one], [other])).toBe(true);
  });

  it.each([
    ['lists in another order', [1, 2], [2, 1]],
    ['a list that goes on', [1], [1, 2]],
    ['a field more', { a: 1 }, { a: 1, b: null }],
    ['another field', { a: 1 }, { b: 1 }],
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }],
    ['another value in a map', new Map([['a', 1]]), new Map([['a', 2]])],
    ['another key in a map', new Map([['a', 1]]), new Map([['b', 1]])],
    ['another member of a set', new Set([1]), new Set([2])],
    ['another moment', may, new Date(0)],
    ['a number and a text', 1, '1'],
    ['nothing and no field', null, {}],
    ['a list and a record', [], {}],
    ['whole numbers beyond 2^53', 2n ** 60n, 2n ** 60n + 1n],
  ])('differ: %s', (_, one, other) => {
    expect(isKept(one, other)).toBe(false);
    expect(isKept({ one }, { one: other })).toBe(false);
  });
});
