import { randomUUID } from 'node:crypto';
import {
  type EventStore,
  type ForgetRequest,
  forgetText,
  lookAtRetention,
  memoryStore,
  memoryVault,
  runRetention,
  type ShowRequest,
  showText,
  type TextToKeep,
  type Vault,
} from '@burgernet/adapters';
import { both, domainRegistry, type Instant, type Role, Uuid, yearsLater } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { done, refused } from '../../support/outcome.js';
import { aText, evening, textIn } from '../../support/vaulted.js';

const newId = () => valid(Uuid, randomUUID());
const somebody = valid(Uuid, '00000000-0000-4000-8000-000000000003');
const nextYear = yearsLater(evening, 1);
const afterFive = yearsLater(evening, 5);
const afterTen = yearsLater(evening, 10);

interface Kept {
  readonly vault: Vault;
  readonly store: EventStore;
  readonly text: TextToKeep;
}

const keptText = async (): Promise<Kept> => {
  const kept = { vault: memoryVault(), store: memoryStore(), text: aText('seen near the bridge') };
  await done(kept.vault.keep(kept.text));
  return kept;
};

const depsOf = ({ vault, store }: Kept) => ({ vault, store, registry: domainRegistry(), newId });

const request = ({ text }: Kept, role: Role = 'coordinator', more: Partial<ForgetRequest> = {}) => ({
  reference: text.reference,
  reason: 'request' as const,
  role,
  actor: TE.right({ role, id: somebody }),
  recordedAt: evening,
  commandId: newId(),
  ...more,
});

const logOf = ({ store, text }: Kept) => done(store.read(`burgernet.vault-${text.reference}`));

/** The same store, out of reach of whoever appends. */
const outOfReach = (kept: Kept): Kept => ({
  ...kept,
  store: {
    ...kept.store,
    append: () => TE.left({ tag: 'StoreUnavailable', text: both('Gone.', 'Weg.') }),
  },
});

describe('forgetting', () => {
  it('destroys the text and has the log tell what kind it was and since when it was kept', async () => {
    const kept = await keptText();
    const outcome = await done(forgetText(depsOf(kept))(request(kept)));
    expect(outcome.repeated).toBe(false);
    expect(await textIn(kept.vault, kept.text.reference)).toBeUndefined();
    const [event, ...others] = await logOf(kept);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: 'PersonalDataForgotten', recordedAt: evening });
    expect(JSON.parse(event?.data ?? '')).toEqual({
      what: 'response',
      keptSince: evening,
      reason: { code: 'request' },
    });
    expect(await done(kept.vault.unsettled)).toEqual([]);
  });

  it.each(['dispatcher', 'police-team', 'municipality', 'system'] as const)(
    'is refused to a %s, destroys nothing then and asks for no name',
    async (role) => {
      const kept = await keptText();
      const asked = request(kept, role, { actor: () => expect.fail('The name was asked for.') });
      expect(await refused(forgetText(depsOf(kept))(asked))).toMatchObject({ tag: 'RoleNotAllowed' });
      expect(await textIn(kept.vault, kept.text.reference)).toBe(kept.text.text);
      expect(await logOf(kept)).toEqual([]);
    },
  );

  it('gives the first result when it is repeated, and is refused to another command', async () => {
    const kept = await keptText();
    const asked = request(kept);
    const first = await done(forgetText(depsOf(kept))(asked));
    const later = { ...asked, recordedAt: afterFive };
    const again = await done(forgetText(depsOf(kept))(later));
    expect([again.repeated, again.events]).toEqual([true, first.events]);
    expect(await refused(forgetText(depsOf(kept))(request(kept)))).toMatchObject({ tag: 'AlreadyForgotten' });
    expect(await refused(forgetText(depsOf(kept))({ ...asked, reason: 'error' }))).toMatchObject({
      tag: 'CommandIdReused',
    });
    expect(await logOf(kept)).toHaveLength(1);
  });

  it('finds nothing to forget where nothing was kept', async () => {
    const kept = await keptText();
    const asked = request(kept, 'coordinator', { reference: randomUUID() });
    expect(await refused(forgetText(depsOf(kept))(asked))).toMatchObject({ tag: 'NothingKept' });
  });

  it.each<[string, (kept: Kept, asked: ForgetRequest) => Promise<unknown>]>([
    [
      'the same command',
      (kept, asked) => done(forgetText(depsOf(kept))({ ...asked, recordedAt: afterFive })),
    ],
    ['another command', (kept) => refused(forgetText(depsOf(kept))(request(kept)))],
    ['a run of the retention', (kept) => done(runRetention(depsOf(kept))(afterFive))],
  ])('that ended halfway is finished by %s, as it was decided first', async (_, finish) => {
    const kept = await keptText();
    const asked = request(kept);
    const unfinished = forgetText(depsOf(outOfReach(kept)))(asked);
    expect(await refused(unfinished)).toMatchObject({ tag: 'StoreUnavailable' });
    expect(await textIn(kept.vault, kept.text.reference)).toBeUndefined();
    expect(await logOf(kept)).toEqual([]);
    await finish(kept, asked);
    const [event, ...others] = await logOf(kept);
    expect(others).toEqual([]);
    expect(event?.recordedAt).toBe(evening);
    expect(JSON.parse(event?.metadata ?? '')).toMatchObject({
      commandId: asked.commandId,
      actorId: somebody,
    });
    expect(await done(kept.vault.unsettled)).toEqual([]);
  });

  it('destroys again what came back with an old copy of the vault', async () => {
    const kept = await keptText();
    await done(forgetText(depsOf(kept))(request(kept)));
    const copy = { ...kept, vault: memoryVault() };
    await done(copy.vault.keep(kept.text));
    expect(await refused(forgetText(depsOf(copy))(request(copy)))).toMatchObject({ tag: 'AlreadyForgotten' });
    expect(await textIn(copy.vault, kept.text.reference)).toBeUndefined();
    expect(await done(copy.vault.unsettled)).toEqual([]);
    expect(await logOf(copy)).toHaveLength(1);
  });
});

const showing = ({ text }: Kept, role: Role, now: Instant, more: Partial<ShowRequest> = {}): ShowRequest => ({
  reference: text.reference,
  role,
  actor: TE.right({ role, id: somebody }),
  reason: 'investigation',
  now,
  ...more,
});

describe('showing', () => {
  it('records who reads, when and why, and then gives the text', async () => {
    const kept = await keptText();
    const { text, reference } = kept.text;
    expect(await done(showText(kept.vault)(showing(kept, 'police-team', evening)))).toEqual(kept.text);
    expect(text).not.toBe('');
    expect(await done(kept.vault.accesses)).toEqual([
      {
        at: evening,
        role: 'police-team',
        actorId: somebody,
        reason: 'investigation',
        reference,
        kind: 'response',
      },
    ]);
  });

  it('gives nothing and records nothing where the rules refuse it, and asks for no name', async () => {
    const kept = await keptText();
    const actor = () => expect.fail('The name was asked for.');
    const show = (role: Role, now: Instant, more: Partial<ShowRequest> = {}) =>
      refused(showText(kept.vault)(showing(kept, role, now, { actor, ...more })));
    expect(await show('municipality', evening)).toMatchObject({ tag: 'RoleNotAllowed' });
    expect(await show('coordinator', afterFive)).toMatchObject({ tag: 'OutOfSight' });
    expect(await show('coordinator', afterTen, { reason: 'complaint' })).toMatchObject({
      tag: 'RetentionOver',
    });
    expect(await show('coordinator', evening, { reference: 'none' })).toMatchObject({ tag: 'NothingKept' });
    await done(forgetText(depsOf(kept))(request(kept)));
    expect(await show('coordinator', evening)).toMatchObject({
      tag: 'Forgotten',
      facts: { forgottenAt: evening },
    });
    expect(await done(kept.vault.accesses)).toEqual([]);
  });

  it('says when it was forgotten where that is between the look and the reading', async () => {
    const kept = await keptText();
    const vault: Vault = {
      ...kept.vault,
      consult: (record) =>
        pipe(
          forgetText(depsOf(kept))(request(kept)),
          TE.orElseW(() => TE.right(undefined)),
          TE.chain(() => kept.vault.consult(record)),
        ),
    };
    const error = await refused(showText(vault)(showing(kept, 'coordinator', nextYear)));
    expect(error).toMatchObject({ tag: 'Forgotten', facts: { forgottenAt: evening } });
  });

  it('gives nothing where the record cannot be made', async () => {
    const kept = await keptText();
    const vault: Vault = {
      ...kept.vault,
      consult: () => TE.left({ tag: 'VaultError', text: both('Full.', 'Vol.') }),
    };
    expect(await refused(showText(vault)(showing(kept, 'coordinator', evening)))).toMatchObject({
      tag: 'VaultError',
    });
  });
});

describe('retention', () => {
  it('shows what it would do and does nothing', async () => {
    const kept = await keptText();
    const { text: _, ...about } = kept.text;
    const at = (now: Instant) => done(lookAtRetention(kept.vault, now));
    expect(await at(evening)).toEqual({ over: [], outOfSight: [], untold: [] });
    expect(await at(afterFive)).toEqual({ over: [], outOfSight: [about], untold: [] });
    expect(await at(afterTen)).toEqual({ over: [about], outOfSight: [], untold: [] });
    expect(await textIn(kept.vault, about.reference)).toBe(kept.text.text);
  });

  it('destroys what was kept for ten years and nothing else, once, whoever runs it and how often', async () => {
    const kept = await keptText();
    const younger = aText('a later one', { keptSince: afterFive });
    await done(kept.vault.keep(younger));
    await done(runRetention(depsOf(kept))(afterFive));
    expect(await textIn(kept.vault, kept.text.reference)).toBe(kept.text.text);
    for (const now of [afterTen, afterTen, yearsLater(afterTen, 1)])
      await Promise.all([1, 2].map(() => done(runRetention(depsOf(kept))(now))));
    expect(await textIn(kept.vault, kept.text.reference)).toBeUndefined();
    expect(await textIn(kept.vault, younger.reference)).toBe(younger.text);
    const [event, ...others] = await logOf(kept);
    expect(others).toEqual([]);
    expect(JSON.parse(event?.metadata ?? '')).toMatchObject({ role: 'system' });
    expect(JSON.parse(event?.data ?? '')).toMatchObject({ reason: { code: 'retention' } });
  });

  it('keeps a name under which somebody acted since it was found to be over', async () => {
    const kept = await keptText();
    const actor = await done(kept.vault.actor('dispatcher', 'Sam', evening, randomUUID));
    const vault: Vault = {
      ...kept.vault,
      forget: (these) => async () => {
        await done(kept.vault.actor('dispatcher', 'Sam', afterTen, randomUUID));
        return kept.vault.forget(these)();
      },
    };
    await done(runRetention(depsOf({ ...kept, vault }))(afterTen));
    expect(await textIn(kept.vault, actor)).toBe('Sam');
    expect(await done(kept.store.read(`burgernet.vault-${actor}`))).toEqual([]);
  });
});
