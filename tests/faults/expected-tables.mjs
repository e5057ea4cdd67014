import { reportJson } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import {
  annualReport,
  board,
  measures,
  participation,
  ReadModels,
  successRegister,
} from '@burgernet/projections';

const countryOr = (region) => region ?? null;

/** The figures of a report, each with what part of the year it is of. */
const partsOf = (report) => [
  { bucket: 'year', of: [null, null, null], figures: report.figures },
  ...report.byMonth.map(({ month, figures }) => ({ bucket: 'month', of: [month, null, null], figures })),
  ...report.byMunicipality.map(({ code, figures }) => ({
    bucket: 'municipality',
    of: [null, code, null],
    figures,
  })),
  ...report.byMunicipality.flatMap(({ code, months }) =>
    months.map(({ month, figures }) => ({ bucket: 'municipality-month', of: [month, code, null], figures })),
  ),
  ...report.byType.map(({ type, figures }) => ({ bucket: 'type', of: [null, null, type], figures })),
];

const figureRows = (models) =>
  [...new Set(measures.flatMap((measure) => models.ledger.years(measure)))].flatMap((year) =>
    [undefined, ...models.ledger.regions()].flatMap((region) => {
      const report = reportJson(annualReport(models, year, 'latest', region), {
        lang: 'nl',
        municipalityName: (code) => code,
      });
      return partsOf(report).flatMap(({ bucket, of: [month, municipality, type], figures }) =>
        Object.entries(figures).flatMap(([figure, entry]) =>
          [{ method: null, value: entry.value }, ...(entry.byMethod ?? [])].map(({ method, value }) => ({
            figure,
            version: entry.version,
            region: countryOr(region),
            year,
            bucket,
            month: month === null ? null : Number(month.slice(5)),
            municipality_code: municipality,
            type,
            method,
            value: value ?? null,
            numerator: entry.numerator ?? null,
            denominator: entry.denominator ?? null,
            percentage: entry.percentage ?? null,
            assumed: entry.assumed ?? false,
            incomplete: entry.incomplete ?? false,
          })),
        ),
      );
    }),
  );

const registerRows = (models) =>
  successRegister(models).map((success) => ({
    action_id: success.actionId,
    success_id: success.successId,
    region: success.region,
    municipality_code: success.municipality,
    status: success.status,
    type: success.type,
    started_at: success.startedAt,
    ran_until: success.ranUntil,
    recorded_at: success.recordedAt,
    timely: success.timely,
    found_at: success.foundAt?.moment ?? null,
    found_at_precision: success.foundAt?.precision ?? null,
    found: success.found,
    line: success.line,
    ticked_line: success.tickedLine,
    attribution: success.attribution,
    class: success.class,
    withdrawn: success.withdrawn,
    action_withdrawn: success.actionWithdrawn,
    response_id: success.responseId,
    evidence_reference: success.evidenceReference,
  }));

const boardRows = (models) =>
  board(models).map((action) => ({
    action_id: action.actionId,
    region: action.region,
    municipality_code: action.municipality,
    status: action.status,
    type: action.type,
    started_at: action.startedAt,
    runs_until: action.runsUntil,
    last_response_at: action.lastResponseAt,
    success: action.success,
  }));

const boardResponseRows = (models) =>
  board(models).flatMap(({ actionId, responses }) =>
    responses.map(({ line, count }) => ({ action_id: actionId, line, responses: count })),
  );

const shareColumns = (name, level, share) => ({
  [name]: level?.count ?? null,
  [`${name}_reference_date`]: level?.referenceDate ?? null,
  [`${name}_percentage`]: share?.percentage ?? null,
  [`${name}_inhabitants`]: share?.inhabitants.count ?? null,
  [`${name}_inhabitants_reference_date`]: share?.inhabitants.referenceDate ?? null,
});

const participationRows = (models) =>
  [...new Set(measures.flatMap((measure) => models.ledger.years(measure)))].flatMap((year) =>
    participation(models, year, 'latest').map((one) => ({
      year,
      region: one.region,
      municipality_code: one.municipality,
      ...shareColumns('sms_voice', one.smsVoice, one.smsVoiceShare),
      ...shareColumns('mail', one.mail, one.mailShare),
      inhabitants: one.inhabitants?.count ?? null,
      inhabitants_reference_date: one.inhabitants?.referenceDate ?? null,
      safety_officers: one.safetyOfficers?.count ?? null,
      safety_officers_reference_date: one.safetyOfficers?.referenceDate ?? null,
      downloads: one.downloads,
    })),
  );

/**
 * What the tables are to show of a log: its read models, asked as any program asks them, in the columns of each
 * table but the names of codes.
 *
 * @param {ReadonlyArray<import('@burgernet/domain').StoredEvent>} events
 * @returns {Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>}
 */
export const expectedTables = (events) => {
  const models = new ReadModels();
  const registry = domainRegistry();
  for (const event of events) models.handle(registry.decode(event));
  return {
    figures: figureRows(models),
    success_register: registerRows(models),
    board: boardRows(models),
    board_responses: boardResponseRows(models),
    participation: participationRows(models),
  };
};
