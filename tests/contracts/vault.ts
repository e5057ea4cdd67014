import { randomUUID } from 'node:crypto';
import type { Vault } from '@burgernet/adapters';
import { plus } from '@burgernet/domain';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { done, refused } from '../support/outcome.js';
import { aText, evening, forgetting, reading, textIn } from '../support/vaulted.js';

/** Opens an empty vault; the suite closes it. */
export type OpenVault = () => Promise<Vault>;

const emptyVault = async (open: OpenVault): Promise<Vault> => {
  const vault = await open();
  onTestFinished(() => vault.close());
  return vault;
};

const tomorrow = plus(evening, 86_400_000);

const keepsTexts = (open: OpenVault): void => {
  it('gives back a text under the reference with which it was kept, to the letter', async () => {
    const vault = await emptyVault(open);
    for (const text of [
      'seen near the bridge',
      '',
      '  é e\u0301 💚\r\n\t"\\u0000"',
      'a\0b',
      'x'.repeat(2_000_000),
    ]) {
      const kept = aText(text);
      await done(vault.keep(kept));
      expect((await textIn(vault, kept.reference)) === text).toBe(true);
    }
  });

  it('gives back any text', async () => {
    const vault = await emptyVault(open);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const kept = aText(text);
        await done(vault.keep(kept));
        expect(await textIn(vault, kept.reference)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('has nothing under a reference that nobody kept, and records no reading of it', async () => {
    const vault = await emptyVault(open);
    const nowhere = randomUUID();
    expect(await textIn(vault, nowhere)).toBeUndefined();
    expect(await done(vault.about(nowhere))).toBeUndefined();
    expect(await done(vault.accesses)).toEqual([]);
  });

  it('says what it keeps without its texts, the longest first', async () => {
    const vault = await emptyVault(open);
    const later = aText('the second', { kind: 'message', keptSince: tomorrow });
    const first = aText('the first');
    for (const text of [later, first]) await done(vault.keep(text));
    const [a, b] = [first, later].map(({ text: _, ...about }) => about);
    expect(await done(vault.kept)).toEqual([a, b]);
    expect(await done(vault.about(first.reference))).toEqual({ tag: 'kept', text: a });
  });

  it('changes nothing when the same text is kept again', async () => {
    const vault = await emptyVault(open);
    const kept = aText('report 7');
    await done(vault.keep(kept));
    await done(vault.keep({ ...kept, keptSince: tomorrow }));
    expect(await textIn(vault, kept.reference)).toBe('report 7');
    expect((await done(vault.kept)).map(({ keptSince }) => keptSince)).toEqual([evening]);
  });

  it('refuses another text under the same reference and names neither text', async () => {
    const vault = await emptyVault(open);
    const kept = aText('the first');
    await done(vault.keep(kept));
    const error = await refused(vault.keep({ ...kept, text: 'the second' }));
    expect(error).toMatchObject({ tag: 'VaultError', text: { en: expect.stringContaining(kept.reference) } });
    expect(`${error.text.en} ${error.text.nl}`).not.toMatch(/the first|the second/);
    expect(await textIn(vault, kept.reference)).toBe('the first');
  });

  it('refuses what it could not give back to the letter', async () => {
    const vault = await emptyVault(open);
    const kept = aText('a\ud83d');
    expect(await refused(vault.keep(kept))).toMatchObject({ tag: 'VaultError' });
    expect(await refused(vault.actor('dispatcher', 'a\ud83d', evening, randomUUID))).toMatchObject({
      tag: 'VaultError',
    });
    expect(await textIn(vault, kept.reference)).toBeUndefined();
  });
};

const knowsWhoActs = (open: OpenVault): void => {
  it('gives one who acts the same reference each time and asks for a fresh one only once', async () => {
    const vault = await emptyVault(open);
    let asked = 0;
    const fresh = (): string => {
      asked++;
      return randomUUID();
    };
    const first = await done(vault.actor('dispatcher', 'Sam', evening, fresh));
    for (const at of [evening, tomorrow])
      expect(await done(vault.actor('dispatcher', 'Sam', at, fresh))).toBe(first);
    expect(asked).toBe(1);
  });

  it('tells apart roles and names, whatever their letters', async () => {
    const vault = await emptyVault(open);
    const references = new Set<string>();
    for (const [role, name] of [
      ['dispatcher', 'Sam'],
      ['coordinator', 'Sam'],
      ['dispatcher', 'sam'],
      ['dispatcher', 'Sam '],
      ['dispatcher', ''],
      ['', 'dispatcherSam'],
    ] as const)
      references.add(await done(vault.actor(role, name, evening, randomUUID)));
    expect(references.size).toBe(6);
  });

  it('has the name of one who acts under that reference', async () => {
    const vault = await emptyVault(open);
    const reference = await done(vault.actor('coordinator', 'Noor', evening, randomUUID));
    expect(await textIn(vault, reference)).toBe('Noor');
  });

  it('tells by which reference somebody acts, and makes and prolongs nothing for being asked', async () => {
    const vault = await emptyVault(open);
    expect(await done(vault.knownActor('dispatcher', 'Sam'))).toBeUndefined();
    expect(await done(vault.kept)).toEqual([]);
    const reference = await done(vault.actor('dispatcher', 'Sam', evening, randomUUID));
    expect(await done(vault.knownActor('dispatcher', 'Sam'))).toBe(reference);
    expect(await done(vault.knownActor('coordinator', 'Sam'))).toBeUndefined();
    expect((await done(vault.kept)).map(({ keptSince }) => keptSince)).toEqual([evening]);
    await done(vault.forget([forgetting(reference)]));
    expect(await done(vault.knownActor('dispatcher', 'Sam'))).toBeUndefined();
  });

  it('keeps a name from the last day on that somebody acted under it', async () => {
    const vault = await emptyVault(open);
    const since = async () => (await done(vault.kept)).map(({ keptSince }) => keptSince);
    for (const at of [evening, plus(evening, 3_600_000), plus(evening, -86_400_000)]) {
      await done(vault.actor('dispatcher', 'Sam', at, randomUUID));
      expect(await since()).toEqual([evening]);
    }
    await done(vault.actor('dispatcher', 'Sam', tomorrow, randomUUID));
    expect(await since()).toEqual([tomorrow]);
  });

  it('refuses a fresh reference that has another text, and knows no one by it', async () => {
    const vault = await emptyVault(open);
    const taken = aText('something else');
    await done(vault.keep(taken));
    expect(await refused(vault.actor('dispatcher', 'Sam', evening, () => taken.reference))).toMatchObject({
      tag: 'VaultError',
    });
    const reference = await done(vault.actor('dispatcher', 'Sam', evening, randomUUID));
    expect(reference).not.toBe(taken.reference);
  });
};

const recordsReading = (open: OpenVault): void => {
  it('records each reading of a text, in order', async () => {
    const vault = await emptyVault(open);
    const [a, b] = [aText('one'), aText('two', { kind: 'evidence' })];
    for (const text of [a, b]) await done(vault.keep(text));
    for (const { reference } of [b, a, b]) await textIn(vault, reference);
    expect(await done(vault.accesses)).toEqual([
      { ...reading(b.reference), kind: 'evidence' },
      { ...reading(a.reference), kind: 'response' },
      { ...reading(b.reference), kind: 'evidence' },
    ]);
  });
};

const forgets = (open: OpenVault): void => {
  it('forgets what it is asked to forget and leaves all else to be read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 50 }), fc.boolean()), { maxLength: 12 }),
        async (drawn) => {
          const vault = await open();
          const texts = drawn.map(([text, goes]) => ({ kept: aText(text), goes }));
          for (const { kept } of texts) await done(vault.keep(kept));
          const going = texts.filter(({ goes }) => goes).map(({ kept }) => forgetting(kept.reference));
          await done(vault.forget(going));
          for (const { kept, goes } of texts)
            expect(await textIn(vault, kept.reference)).toBe(goes ? undefined : kept.text);
          expect(await done(vault.kept)).toHaveLength(texts.length - going.length);
          await vault.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('remembers what it forgot, by which command, until the log tells of it', async () => {
    const vault = await emptyVault(open);
    const kept = aText('gone');
    await done(vault.keep(kept));
    const first = forgetting(kept.reference);
    await done(vault.forget([first]));
    await done(vault.forget([forgetting(kept.reference)]));
    expect(await done(vault.unsettled)).toEqual([first]);
    await done(vault.settle([kept.reference]));
    await done(vault.settle([kept.reference]));
    expect(await done(vault.unsettled)).toEqual([]);
    expect(await done(vault.about(kept.reference))).toEqual({ tag: 'forgotten', forgetting: first });
  });

  it('remembers nothing of what it never kept', async () => {
    const vault = await emptyVault(open);
    const nowhere = randomUUID();
    await done(vault.forget([forgetting(nowhere)]));
    expect(await done(vault.about(nowhere))).toBeUndefined();
    expect(await done(vault.unsettled)).toEqual([]);
  });

  it('keeps nothing again under a reference that was forgotten, not even the same', async () => {
    const vault = await emptyVault(open);
    const kept = aText('gone');
    await done(vault.keep(kept));
    await done(vault.forget([forgetting(kept.reference)]));
    expect(await refused(vault.keep(kept))).toMatchObject({
      tag: 'VaultError',
      text: { en: expect.stringContaining(kept.reference) },
    });
    expect(await textIn(vault, kept.reference)).toBeUndefined();
  });

  it('has a new reference for one who acts under a name that was forgotten', async () => {
    const vault = await emptyVault(open);
    const before = await done(vault.actor('dispatcher', 'Sam', evening, randomUUID));
    await done(vault.forget([forgetting(before)]));
    const after = await done(vault.actor('dispatcher', 'Sam', evening, randomUUID));
    expect(after).not.toBe(before);
    expect([await textIn(vault, before), await textIn(vault, after)]).toEqual([undefined, 'Sam']);
  });

  it('keeps the record of who read what was forgotten', async () => {
    const vault = await emptyVault(open);
    const kept = aText('gone');
    await done(vault.keep(kept));
    await textIn(vault, kept.reference);
    await done(vault.forget([forgetting(kept.reference)]));
    await textIn(vault, kept.reference);
    expect(await done(vault.accesses)).toEqual([{ ...reading(kept.reference), kind: 'response' }]);
  });
};

/** What every vault promises, sentence by sentence of the port. */
export const vaultContract = (name: string, open: OpenVault): void => {
  describe(`the contract of a vault, by the ${name}`, () => {
    keepsTexts(open);
    knowsWhoActs(open);
    recordsReading(open);
    forgets(open);

    it('refuses everything after it was closed, and may be closed again', async () => {
      const vault = await emptyVault(open);
      await vault.close();
      await vault.close();
      const asked = [
        refused(vault.keep(aText(''))),
        refused(vault.actor('a', 'b', evening, randomUUID)),
        refused(vault.about('a')),
        refused(vault.consult(reading('a'))),
        refused(vault.kept),
        refused(vault.accesses),
        refused(vault.forget([])),
        refused(vault.unsettled),
        refused(vault.settle([])),
      ];
      for (const error of await Promise.all(asked)) expect(error).toMatchObject({ tag: 'VaultError' });
    });
  });
};
