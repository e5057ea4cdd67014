import { domainRegistry } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { type AsOf, definitionOf, Figures, participation, ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../support/log.js';
import { readAll, yearsOf } from '../support/read.js';
import { runs, size } from '../support/runs.js';
import { inhabitants, participants } from '../support/said.js';

const figure = (
  models: ReadModels,
  name: string,
  asOf: AsOf,
  row: { region: string; municipality: string },
) => {
  const definition = definitionOf(name);
  const region = models.ledger.regions().find((one) => one === row.region);
  const municipality = [...models.municipalities].find((one) => one === row.municipality);
  if (definition === undefined || region === undefined || municipality === undefined)
    throw new Error(`No figure ${name} of ${row.municipality}.`);
  return (year: number) => new Figures(models, asOf, region).value(definition, { year, municipality });
};

describe('participation', () => {
  it('states of each municipality what the figures state of it, as known at any position', () => {
    fc.assert(
      fc.property(histories({ size }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        for (const asOf of ['latest', { logged: pick % (stored.length + 1) }] as const)
          for (const year of yearsOf(models))
            for (const row of participation(models, year, asOf)) {
              for (const [name, level, share] of [
                ['participants.sms-voice', row.smsVoice, row.smsVoiceShare],
                ['participants.mail', row.mail, row.mailShare],
              ] as const) {
                const value = figure(models, name, asOf, row)(year);
                expect(value).toMatchObject({ numerator: level?.count ?? null, percentage: share });
              }
              expect(figure(models, 'app.downloads', asOf, row)(year)).toMatchObject({
                value: row.downloads,
              });
            }
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('is, event by event, what a whole replay gives, and as known then what was known then', () => {
    const { decode } = domainRegistry();
    fc.assert(
      fc.property(histories({ size: Math.min(size, 25) }), ({ stored }) => {
        const whole = readAll(stored);
        const models = new ReadModels();
        stored.forEach((event, at) => {
          models.handle(decode(event));
          for (const year of yearsOf(models))
            expect(participation(models, year, 'latest')).toEqual(
              participation(whole, year, { logged: at + 1 }),
            );
        });
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('names the reference date of each count, and takes the latest of the year', () => {
    const models = readAll(
      log(
        inhabitants('GM0034', '2021-01-01', 1_000),
        participants('GM0034', '2021-01-01', 100),
        participants('GM0034', '2021-07-01', 125),
      ),
    );
    expect(participation(models, 2021, 'latest', 'midden-nederland')).toEqual([
      {
        region: 'midden-nederland',
        municipality: 'GM0034',
        smsVoice: null,
        mail: { count: 125, referenceDate: '2021-07-01' },
        inhabitants: { count: 1_000, referenceDate: '2021-01-01' },
        safetyOfficers: null,
        smsVoiceShare: null,
        mailShare: '12.5',
        downloads: null,
      },
    ]);
  });
});
