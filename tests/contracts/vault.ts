import { randomUUID } from 'node:crypto';
import type { Vault } from '@burgernet/adapters';
import { describe, expect, it, onTestFinished } from 'vitest';
import { done, refused } from '../support/outcome.js';

/** Opens an empty vault; the suite closes it. */
export type OpenVault = () => Promise<Vault>;

const emptyVault = async (open: OpenVault): Promise<Vault> => {
  const vault = await open();
  onTestFinished(() => vault.close());
  return vault;
};

/** What every vault promises, sentence by sentence of the port. */
export const vaultContract = (name: string, open: OpenVault): void => {
  describe(`the contract of a vault, by the ${name}`, () => {
    it('gives back a text under the reference with which it was kept, to the letter', async () => {
      const vault = await emptyVault(open);
      for (const text of [
        'seen near the bridge',
        '',
        '  é e\u0301 💚\r\n\t"\\u0000"',
        'x'.repeat(2_000_000),
      ]) {
        const reference = randomUUID();
        await done(vault.keep(reference, 'reason', text));
        expect((await done(vault.look(reference))) === text).toBe(true);
      }
    });

    it('has nothing under a reference that nobody kept', async () => {
      expect(await done((await emptyVault(open)).look(randomUUID()))).toBeUndefined();
    });

    it('changes nothing when the same text is kept again', async () => {
      const vault = await emptyVault(open);
      const reference = randomUUID();
      await done(vault.keep(reference, 'evidence', 'report 7'));
      await done(vault.keep(reference, 'evidence', 'report 7'));
      expect(await done(vault.look(reference))).toBe('report 7');
    });

    it('refuses another text under the same reference and names neither text', async () => {
      const vault = await emptyVault(open);
      const reference = randomUUID();
      await done(vault.keep(reference, 'message', 'the first'));
      const error = await refused(vault.keep(reference, 'message', 'the second'));
      expect(error).toMatchObject({ tag: 'VaultError', text: { en: expect.stringContaining(reference) } });
      expect(`${error.text.en} ${error.text.nl}`).not.toMatch(/the first|the second/);
      expect(await done(vault.look(reference))).toBe('the first');
    });

    it.each(['a\ud83d', 'a\0b'])('refuses what it could not give back to the letter', async (text) => {
      const vault = await emptyVault(open);
      const reference = randomUUID();
      expect(await refused(vault.keep(reference, 'response', text))).toMatchObject({ tag: 'VaultError' });
      expect(await refused(vault.actor('dispatcher', text, randomUUID))).toMatchObject({ tag: 'VaultError' });
      expect(await done(vault.look(reference))).toBeUndefined();
    });

    it('gives one who acts the same reference each time and asks for a fresh one only once', async () => {
      const vault = await emptyVault(open);
      let asked = 0;
      const fresh = (): string => {
        asked++;
        return randomUUID();
      };
      const first = await done(vault.actor('dispatcher', 'Sam', fresh));
      expect(await done(vault.actor('dispatcher', 'Sam', fresh))).toBe(first);
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
        references.add(await done(vault.actor(role, name, randomUUID)));
      expect(references.size).toBe(6);
    });

    it('has the name of one who acts under that reference', async () => {
      const vault = await emptyVault(open);
      const reference = await done(vault.actor('coordinator', 'Noor', randomUUID));
      expect(await done(vault.look(reference))).toBe('Noor');
    });

    it('refuses a fresh reference that has another text, and knows no one by it', async () => {
      const vault = await emptyVault(open);
      const taken = randomUUID();
      await done(vault.keep(taken, 'reason', 'something else'));
      expect(await refused(vault.actor('dispatcher', 'Sam', () => taken))).toMatchObject({
        tag: 'VaultError',
      });
      const reference = await done(vault.actor('dispatcher', 'Sam', randomUUID));
      expect(reference).not.toBe(taken);
    });

    it('refuses everything after it was closed, and may be closed again', async () => {
      const vault = await emptyVault(open);
      await vault.close();
      await vault.close();
      expect(await refused(vault.look(randomUUID()))).toMatchObject({ tag: 'VaultError' });
      expect(await refused(vault.keep(randomUUID(), 'reason', ''))).toMatchObject({ tag: 'VaultError' });
      expect(await refused(vault.actor('a', 'b', randomUUID))).toMatchObject({ tag: 'VaultError' });
    });
  });
};
