import {
  domainRegistry,
  FigureName,
  Label,
  type MailingSent,
  PlainDate,
  type PublishedRow,
  parseStream,
  SenderCode,
  type StoredEvent,
} from '@burgernet/domain';
import { expect } from 'vitest';
import type { Lang, ReportContext } from '../../../../packages/adapters/src/report/context.js';
import { eventSentence } from '../../../../packages/adapters/src/report/story/event-sentence.js';
import { type Step, stepsOf } from '../../../../packages/adapters/src/report/story/steps.js';
import { log, type Said, utc } from '../../../support/log.js';
import { almere, as, figuresPublished, utrecht } from '../../../support/said.js';

const names = new Map([
  [almere, 'Almere'],
  [utrecht, 'Utrecht'],
]);
export const context = (lang: Lang): ReportContext => ({
  lang,
  municipalityName: (code) => names.get(code) ?? code,
});
const registry = domainRegistry();

/** The steps of the one stream that these events are of. */
export const stepsIn = (stored: ReadonlyArray<StoredEvent>): ReadonlyArray<Step> =>
  stepsOf(registry, parseStream(stored[0]?.stream ?? '')?.id ?? '', stored);

export const sentences = (lang: Lang, said: ReadonlyArray<Said>): ReadonlyArray<string> =>
  stepsIn(log(...said)).map((step) =>
    step.tag === 'Told' ? eventSentence(step.recorded.event, step.after, context(lang)) : step.why,
  );

export const at = '2021-05-15T09:00';
export const of = (event: Said['event'], stream: Said['of'] = 1): Said => ({ of: stream, at, event });
export const error = { code: 'error' } as const;

/** Each event with what is said of it. */
type Told = ReadonlyArray<readonly [Said, { readonly en: string; readonly nl: string }]>;

export const expectTold = (told: Told): void => {
  const said = told.map(([one]) => one);
  for (const lang of ['en', 'nl'] as const)
    expect(sentences(lang, said)).toEqual(told.map(([, sentence]) => sentence[lang]));
};

/** Sent at 20:03 in Amsterdam. */
export const mailing = (data: Partial<MailingSent> = {}): Said =>
  of({
    type: 'MailingSent',
    data: {
      region: 'midden-nederland',
      kind: 'neighbourhood-inquiry',
      sender: { kind: 'BT', code: as(SenderCode, 'BT-1') },
      sentAt: utc('2021-05-14T18:03'),
      ...data,
    },
  });

export const counted = {
  region: 'midden-nederland',
  municipality: almere,
  count: 12_000,
  source: as(Label, 'a count'),
} as const;
export const referenceDate = as(PlainDate, '2021-12-31');
export const row = { figure: as(FigureName, 'actions'), key: {}, part: 'value', kind: 'not-stated' } as const;
export const published = (rows: ReadonlyArray<PublishedRow>): Said => of(figuresPublished(rows));
export const forgotten = of({
  type: 'PersonalDataForgotten',
  data: { what: 'message', keptSince: utc('2021-05-14T18:03'), reason: { code: 'retention' } },
});
