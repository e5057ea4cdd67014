import type { RefusalRecord, Refusals } from '@burgernet/adapters';
import { type Instant, Role, streamKinds } from '@burgernet/domain';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { utc, uuid } from '../support/log.js';
import { done, refused } from '../support/outcome.js';
import { almere } from '../support/said.js';

/** Opens a record in which nothing stands yet; the suite closes it. */
export type OpenRefusals = (since: Instant) => Promise<Refusals>;

const since = utc('2021-05-14T18:03');

/** A refusal of a command. */
export const aRefusal = (more: Partial<RefusalRecord> = {}): RefusalRecord => ({
  at: utc('2021-05-14T18:10'),
  role: 'police-team',
  actorId: uuid(7),
  municipality: null,
  command: 'ExtendRunTime',
  kind: 'action',
  id: uuid(1),
  rule: 'RoleNotAllowed',
  ...more,
});

const refusals: fc.Arbitrary<RefusalRecord> = fc.record({
  at: fc.integer({ min: 10, max: 59 }).map((minute) => utc(`2021-05-14T18:${minute}`)),
  role: fc.constantFrom(...Role.values),
  actorId: fc.option(fc.nat(99).map(uuid)),
  municipality: fc.option(fc.constant(almere)),
  command: fc.constantFrom('StartAction', 'ConsultPersonalData'),
  kind: fc.constantFrom(...streamKinds),
  id: fc.nat(99).map(uuid),
  rule: fc.constantFrom('RoleNotAllowed', 'OutOfSight'),
});

const opened = async (open: OpenRefusals): Promise<Refusals> => {
  const record = await open(since);
  onTestFinished(() => record.close());
  return record;
};

/** What every record of refusals does. */
export const refusalsContract = (name: string, open: OpenRefusals): void => {
  describe(`${name} as a record of refusals`, () => {
    it('says since when it records, also where nothing was refused', async () => {
      expect(await done((await opened(open)).all)).toEqual({ since, refusals: [] });
    });

    it('gives back what was refused, in the order in which that was recorded', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(refusals, { maxLength: 20 }), async (these) => {
          const record = await open(since);
          for (const one of these) await done(record.record(one));
          expect(await done(record.all)).toEqual({ since, refusals: these });
          await record.close();
        }),
        { numRuns: 20 },
      );
    });

    it('records a refusal as often as it came', async () => {
      const record = await opened(open);
      for (const _ of [1, 2]) await done(record.record(aRefusal()));
      expect((await done(record.all)).refusals).toEqual([aRefusal(), aRefusal()]);
    });

    it('says so where it was closed, and loses nothing in silence', async () => {
      const record = await open(since);
      await record.close();
      expect(await refused(record.record(aRefusal()))).toMatchObject({ tag: 'StoreUnavailable' });
      expect(await refused(record.all)).toMatchObject({ tag: 'StoreUnavailable' });
    });
  });
};
