import {
  type ActionEvent,
  type ActionState,
  type ActionType,
  classOfMarking,
  type MunicipalityCode,
  type Uuid,
} from '@burgernet/domain';
import { awaitsVerdict } from '@burgernet/projections';
import type { Lang, ReportContext } from '../context.js';
import {
  attributionLabel,
  channelLabel,
  entryLabel,
  mannerLabel,
  outcomeLabel,
  reasonLabel,
  relevanceLabel,
} from '../labels/codes.js';
import { successLabel } from '../labels/figures.js';
import { notAttributedLabel, statusLabel, typeLabel } from '../labels/vocabulary.js';
import { count } from '../numbers.js';
import { foundText, lineText } from './find-text.js';
import { momentText, type Wording } from './wording.js';

/** What a marking comes to: its class, or that it is none of Burgernet's successes. */
const classOf = (successId: Uuid, after: ActionState | undefined, { lang }: ReportContext): string => {
  const marking = after?.markings.find((one) => one.successId === successId);
  if (marking === undefined) return '';
  const success = classOfMarking(marking);
  return ` → ${
    success === 'none'
      ? {
          en: `counts as none (${attributionLabel(marking.attribution, lang)})`,
          nl: `telt niet mee (${attributionLabel(marking.attribution, lang)})`,
        }[lang]
      : successLabel(success, lang)
  }`;
};

const waitsAgain = (after: ActionState | undefined, { lang }: ReportContext): string =>
  after !== undefined && awaitsVerdict(after)
    ? { en: '; the action waits for a verdict', nl: '; de actie wacht op een oordeel' }[lang]
    : '';

const placeOf = (
  code: MunicipalityCode | null | undefined,
  { lang, municipalityName }: ReportContext,
): string =>
  code === null || code === undefined ? notAttributedLabel(lang).toLowerCase() : municipalityName(code);

const typeOf = (type: ActionType | null, lang: Lang): string =>
  type === null ? { en: 'not recorded', nl: 'niet vastgelegd' }[lang] : typeLabel(type, lang);

const changes = (data: (ActionEvent & { type: 'ActionChanged' })['data'], context: ReportContext): string => {
  const { lang } = context;
  const names = {
    touched: { en: 'municipalities touched', nl: 'geraakte gemeenten' },
    area: { en: 'area', nl: 'gebied' },
    channels: { en: 'channels', nl: 'kanalen' },
    messageReference: { en: 'message', nl: 'bericht' },
  } as const;
  const now = { en: 'now', nl: 'nu' }[lang];
  return [
    ...(data.type === undefined
      ? []
      : [`${{ en: 'type', nl: 'soort' }[lang]} ${now} ${typeOf(data.type, lang)}`]),
    ...(data.municipality === undefined
      ? []
      : [`${{ en: 'municipality', nl: 'gemeente' }[lang]} ${now} ${placeOf(data.municipality, context)}`]),
    ...(['touched', 'area', 'channels', 'messageReference'] as const)
      .filter((field) => data[field] !== undefined)
      .map((field) => names[field][lang]),
  ].join(', ');
};

const corrections = (
  data: (ActionEvent & { type: 'SuccessCorrected' })['data'],
  { lang }: ReportContext,
  wording: Wording,
): string => {
  const said = {
    responseId: { en: 'response', nl: 'reactie' },
    evidenceReference: { en: 'evidence', nl: 'bewijs' },
  } as const;
  return [
    ...(data.line === undefined ? [] : [lineText(data.line, lang)]),
    ...(data.attribution === undefined ? [] : [attributionLabel(data.attribution, lang)]),
    ...(data.foundAt === undefined ? [] : [foundText(data.foundAt, lang, wording)]),
    ...(['responseId', 'evidenceReference'] as const)
      .filter((field) => data[field] !== undefined)
      .map((field) => said[field][lang]),
  ].join(', ');
};

/**
 * What an event of an action says, in a sentence.
 *
 * @param after the action after it
 * @param wording how it names days and ids, and who recorded it
 */
export const actionSentence = (
  event: ActionEvent,
  after: ActionState | undefined,
  context: ReportContext,
  wording: Wording,
): string => {
  const { lang, municipalityName } = context;
  const { called, done, noted } = wording;
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  switch (event.type) {
    case 'ActionStarted': {
      const { type, municipality, startedAt, runsUntil, status, supportsNlAlert } = event.data;
      const what = `${typeLabel(type ?? null, lang)}, ${placeOf(municipality, context)}, ${momentText(startedAt, wording)} – ${momentText(runsUntil, wording)}`;
      const more = [
        ...(status === 'actual' ? [] : [statusLabel(status, lang)]),
        ...(supportsNlAlert ? ['NL-Alert'] : []),
      ];
      const beside = more.length === 0 ? '' : ` (${more.join(', ')})`;
      return say(`Action started${noted}: ${what}${beside}.`, `Actie gestart${noted}: ${what}${beside}.`);
    }
    case 'ActionChanged': {
      const [what, why] = [changes(event.data, context), reasonLabel(event.data.reason, lang)];
      return say(`Action changed${done}: ${what} (${why}).`, `Actie gewijzigd${done}: ${what} (${why}).`);
    }
    case 'RunTimeExtended': {
      const [until, why] = [momentText(event.data.runsUntil, wording), reasonLabel(event.data.reason, lang)];
      return say(
        `Run time extended until ${until}${done} (${why}).`,
        `Looptijd verlengd tot ${until}${done} (${why}).`,
      );
    }
    case 'ActionEnded': {
      const [at, why] = [momentText(event.data.endedAt, wording), reasonLabel(event.data.reason, lang)];
      const wait = waitsAgain(after, context);
      return say(
        `Action ended at ${at}${noted} (${why})${wait}.`,
        `Actie geëindigd om ${at}${noted} (${why})${wait}.`,
      );
    }
    case 'ActionWithdrawn': {
      const why = reasonLabel(event.data.reason, lang);
      return say(
        `Action withdrawn${done} (${why}); it counts no more.`,
        `Actie ingetrokken${done} (${why}); zij telt niet meer mee.`,
      );
    }
    case 'ClosingMessageSent': {
      const { outcome, channels } = event.data;
      const over =
        channels.length === 0 ? '' : ` (${channels.map((one) => channelLabel(one, lang)).join(', ')})`;
      const what = outcomeLabel(outcome, lang);
      return say(
        `Closing message sent${done}: ${what}${over}.`,
        `Afloopbericht verstuurd${done}: ${what}${over}.`,
      );
    }
    case 'ReachMeasured': {
      const { channel, count: n, method } = event.data;
      const what = `${channelLabel(channel, lang)}: ${count(n, lang)} (${method})`;
      return say(`Reach recorded${done}, ${what}.`, `Bereik vastgelegd${done}, ${what}.`);
    }
    case 'SharesCounted': {
      const { platform, count: n, method } = event.data;
      const what = `${platform}: ${count(n, lang)} (${method})`;
      return say(`Shares recorded${done}, ${what}.`, `Delingen vastgelegd${done}, ${what}.`);
    }
    case 'ResponseReceived': {
      const { responseId, line, entry, receivedAt } = event.data;
      const how = `${lineText(line, lang)}, ${entryLabel(entry, lang)}`;
      return say(
        `Response ${called(responseId)} received at ${momentText(receivedAt, wording)}${noted}: ${how}.`,
        `Reactie ${called(responseId)} ontvangen om ${momentText(receivedAt, wording)}${noted}: ${how}.`,
      );
    }
    case 'ResponseWithdrawn': {
      const { responseId, reason } = event.data;
      const why = reasonLabel(reason, lang);
      return say(
        `Response ${called(responseId)} withdrawn${done} (${why}).`,
        `Reactie ${called(responseId)} ingetrokken${done} (${why}).`,
      );
    }
    case 'ResponseAssessed': {
      const { responseId, relevance } = event.data;
      const what = relevanceLabel(relevance, lang);
      return say(
        `Response ${called(responseId)} assessed${done}: ${what}.`,
        `Reactie ${called(responseId)} beoordeeld${done}: ${what}.`,
      );
    }
    case 'SuccessMarked': {
      const { successId, line, foundAt } = event.data;
      const what = `${lineText(line, lang)}, ${foundText(foundAt, lang, wording)}${classOf(successId, after, context)}`;
      return say(
        `Success ${called(successId)} marked${done}: ${what}.`,
        `Succes ${called(successId)} gemarkeerd${done}: ${what}.`,
      );
    }
    case 'SuccessCorrected': {
      const { successId, reason } = event.data;
      const what = `${corrections(event.data, context, wording)} (${reasonLabel(reason, lang)})${classOf(successId, after, context)}`;
      return say(
        `Success ${called(successId)} corrected${done}: ${what}.`,
        `Succes ${called(successId)} gecorrigeerd${done}: ${what}.`,
      );
    }
    case 'SuccessWithdrawn': {
      const { successId, reason } = event.data;
      const why = `${reasonLabel(reason, lang)})${waitsAgain(after, context)}`;
      return say(
        `Success ${called(successId)} withdrawn${done} (${why}.`,
        `Succes ${called(successId)} ingetrokken${done} (${why}.`,
      );
    }
    case 'SuccessRuledOut': {
      const why = reasonLabel(event.data.reason, lang);
      return say(`Success ruled out${done} (${why}).`, `Succes uitgesloten${done} (${why}).`);
    }
    case 'VerdictWithdrawn': {
      const why = `${reasonLabel(event.data.reason, lang)})${waitsAgain(after, context)}`;
      return say(`Verdict withdrawn${done} (${why}.`, `Oordeel ingetrokken${done} (${why}.`);
    }
    case 'ParticipantsThanked': {
      const { municipality, how, at } = event.data;
      const [who, way] = [municipalityName(municipality), mannerLabel(how.code, lang)];
      return say(
        `Participants thanked by ${who} at ${momentText(at, wording)}, ${way}${noted}.`,
        `Deelnemers bedankt door ${who} om ${momentText(at, wording)}, ${way}${noted}.`,
      );
    }
    case 'ThanksWithdrawn': {
      const [who, why] = [municipalityName(event.data.municipality), reasonLabel(event.data.reason, lang)];
      return say(
        `Thanks of ${who} withdrawn${done} (${why}).`,
        `Bedankje van ${who} ingetrokken${done} (${why}).`,
      );
    }
  }
};
