import {
  type ActionState,
  type ActionType,
  both,
  type MailingSent,
  MunicipalityCode,
  parseStream,
  type Region,
} from '@burgernet/domain';
import type { Lang, ReportContext } from '../context.js';
import { mailingKindLabel } from '../labels/codes.js';
import { senderLabel } from '../labels/senders.js';
import { regionLabel, typeLabel } from '../labels/vocabulary.js';
import { lastState, type Step } from './steps.js';
import { clockText, writtenDay } from './wording.js';

/** `14 May 2021 20:03-21:03`; of a run time that goes past midnight both days. */
const runTimeText = ({ facts: { startedAt }, endedAt, runsUntil }: ActionState, lang: Lang): string => {
  const end = endedAt ?? runsUntil;
  const [from, until] = [startedAt, end].map(writtenDay(lang));
  const [start, stop] = [clockText(startedAt), clockText(end)];
  return from === until ? `${from} ${start}-${stop}` : `${from} ${start} – ${until} ${stop}`;
};

/** `missing person`: a type of action within a sentence. */
const typeWithin = (type: ActionType | null, lang: Lang): string => typeLabel(type, lang).toLowerCase();

const sentOf = (steps: ReadonlyArray<Step>): MailingSent | undefined =>
  steps
    .flatMap((step) => (step.tag === 'Told' ? [step.recorded.event] : []))
    .find((event) => event.type === 'MailingSent')?.data;

/** What a stream is about: in a few words, and when it was. */
interface About {
  readonly title: string;
  /** empty where it is not known, or said by the title */
  readonly when: string;
}

/** How streams are named. */
export interface Naming {
  /** what is said instead of an id, such as a beginning of it */
  readonly called: (id: string) => string;
  /** where streams of several regions stand together */
  readonly isRegionShown: boolean;
}

const regionText = (region: Region, { lang }: ReportContext, { isRegionShown }: Naming): string =>
  isRegionShown ? `, ${regionLabel(region, lang)}` : '';

const actionAbout = (
  id: string,
  steps: ReadonlyArray<Step>,
  context: ReportContext,
  naming: Naming,
): About => {
  const { lang, municipalityName } = context;
  const state = lastState(steps);
  const action = `${both('Action', 'Actie')[lang]} ${naming.called(id)}`;
  if (state === undefined) return { title: action, when: '' };
  const { region, municipality, type } = state.facts;
  const place =
    municipality === null
      ? both('not attributed to a municipality', 'niet toegewezen aan een gemeente')[lang]
      : `in ${municipalityName(municipality)}`;
  const title = `${action} ${place}${regionText(region, context, naming)}, ${typeWithin(type, lang)}`;
  return { title, when: runTimeText(state, lang) };
};

const mailingAbout = (
  id: string,
  steps: ReadonlyArray<Step>,
  context: ReportContext,
  naming: Naming,
): About => {
  const { lang } = context;
  const sent = sentOf(steps);
  const mailing = `Mailing ${naming.called(id)}`;
  if (sent === undefined) return { title: mailing, when: '' };
  const { kind, sender, sentAt, region } = sent;
  const from = `${both('of', 'van')[lang]} ${senderLabel(sender, context)}`;
  const title = `${mailing}, ${mailingKindLabel(kind, lang)} ${from}${regionText(region, context, naming)}`;
  return { title, when: `${writtenDay(lang)(sentAt)} ${clockText(sentAt)}` };
};

const about = (stream: string, steps: ReadonlyArray<Step>, context: ReportContext, naming: Naming): About => {
  const { lang, municipalityName } = context;
  const named = parseStream(stream);
  if (named === undefined) return { title: stream, when: '' };
  switch (named.kind) {
    case 'action':
      return actionAbout(named.id, steps, context, naming);
    case 'mailing':
      return mailingAbout(named.id, steps, context, naming);
    case 'municipality': {
      const [code = '', year = ''] = named.id.split('-');
      const name = MunicipalityCode.is(code) ? municipalityName(code) : code;
      return { title: `${both('Counts of', 'Tellingen van')[lang]} ${name}, ${year}`, when: '' };
    }
    case 'publication':
      return { title: `${both('Publication', 'Publicatie')[lang]} ${named.id}`, when: '' };
    case 'vault':
      return { title: `${both('Personal data', 'Persoonsgegevens')[lang]} ${named.id}`, when: '' };
  }
};

/**
 * What a stream is about, in a line: `Action 1b4e7c02 in Almere, missing person, 14 May 2021 20:03-21:03`.
 *
 * @param steps of the stream, as far as they were known
 */
export const streamHead = (
  stream: string,
  steps: ReadonlyArray<Step>,
  context: ReportContext,
  naming: Naming,
): string => {
  const { title, when } = about(stream, steps, context, naming);
  return when === '' ? title : `${title}, ${when}`;
};

/** The same without when it was: `Action 1b4e7c02 in Almere, missing person`. */
export const streamTitle = (
  stream: string,
  steps: ReadonlyArray<Step>,
  context: ReportContext,
  naming: Naming,
): string => about(stream, steps, context, naming).title;
