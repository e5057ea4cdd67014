import {
  type ActionEvent,
  type ActionState,
  classOfMarking,
  hasStandingMarking,
  local,
  type MunicipalityCode,
  type Uuid,
} from '@burgernet/domain';
import type { ReportContext } from '../context.js';
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
  after === undefined ||
  after.withdrawn ||
  after.endedAt === null ||
  after.ruledOut ||
  hasStandingMarking(after)
    ? ''
    : { en: '; the action waits for a verdict', nl: '; de actie wacht op een oordeel' }[lang];

const placeOf = (
  code: MunicipalityCode | null | undefined,
  { lang, municipalityName }: ReportContext,
): string =>
  code === null || code === undefined ? notAttributedLabel(lang).toLowerCase() : municipalityName(code);

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
      : [`${{ en: 'type', nl: 'soort' }[lang]} ${now} ${typeLabel(data.type, lang)}`]),
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
  context: ReportContext,
): string => {
  const { lang } = context;
  const said = {
    responseId: { en: 'response', nl: 'reactie' },
    evidenceReference: { en: 'evidence', nl: 'bewijs' },
  } as const;
  return [
    ...(data.line === undefined ? [] : [lineText(data.line, lang)]),
    ...(data.attribution === undefined ? [] : [attributionLabel(data.attribution, lang)]),
    ...(data.foundAt === undefined ? [] : [foundText(data.foundAt, lang)]),
    ...(['responseId', 'evidenceReference'] as const)
      .filter((field) => data[field] !== undefined)
      .map((field) => said[field][lang]),
  ].join(', ');
};

/**
 * What an event of an action says, in a sentence.
 *
 * @param after the action after it
 */
export const actionSentence = (
  event: ActionEvent,
  after: ActionState | undefined,
  context: ReportContext,
): string => {
  const { lang, municipalityName } = context;
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  switch (event.type) {
    case 'ActionStarted': {
      const { type, municipality, startedAt, runsUntil, status, supportsNlAlert } = event.data;
      const what = `${typeLabel(type ?? null, lang)}, ${placeOf(municipality, context)}, ${local(startedAt)} – ${local(runsUntil)}`;
      const more = [
        ...(status === 'actual' ? [] : [statusLabel(status, lang)]),
        ...(supportsNlAlert ? ['NL-Alert'] : []),
      ];
      const beside = more.length === 0 ? '' : ` (${more.join(', ')})`;
      return say(`Action started: ${what}${beside}.`, `Actie gestart: ${what}${beside}.`);
    }
    case 'ActionChanged': {
      const [what, why] = [changes(event.data, context), reasonLabel(event.data.reason, lang)];
      return say(`Action changed: ${what} (${why}).`, `Actie gewijzigd: ${what} (${why}).`);
    }
    case 'RunTimeExtended': {
      const [until, why] = [local(event.data.runsUntil), reasonLabel(event.data.reason, lang)];
      return say(`Run time extended until ${until} (${why}).`, `Looptijd verlengd tot ${until} (${why}).`);
    }
    case 'ActionEnded': {
      const [at, why] = [local(event.data.endedAt), reasonLabel(event.data.reason, lang)];
      const wait = waitsAgain(after, context);
      return say(`Action ended at ${at} (${why})${wait}.`, `Actie geëindigd om ${at} (${why})${wait}.`);
    }
    case 'ActionWithdrawn': {
      const why = reasonLabel(event.data.reason, lang);
      return say(
        `Action withdrawn (${why}); it counts no more.`,
        `Actie ingetrokken (${why}); zij telt niet meer mee.`,
      );
    }
    case 'ClosingMessageSent': {
      const { outcome, channels } = event.data;
      const over =
        channels.length === 0 ? '' : ` (${channels.map((one) => channelLabel(one, lang)).join(', ')})`;
      const what = outcomeLabel(outcome, lang);
      return say(`Closing message sent: ${what}${over}.`, `Afloopbericht verstuurd: ${what}${over}.`);
    }
    case 'ReachMeasured': {
      const { channel, count: n, method } = event.data;
      const what = `${channelLabel(channel, lang)}: ${count(n, lang)} (${method})`;
      return say(`Reach recorded, ${what}.`, `Bereik vastgelegd, ${what}.`);
    }
    case 'SharesCounted': {
      const { platform, count: n, method } = event.data;
      const what = `${platform}: ${count(n, lang)} (${method})`;
      return say(`Shares recorded, ${what}.`, `Delingen vastgelegd, ${what}.`);
    }
    case 'ResponseReceived': {
      const { responseId, line, entry, receivedAt } = event.data;
      const how = `${lineText(line, lang)}, ${entryLabel(entry, lang)}`;
      return say(
        `Response ${responseId} received at ${local(receivedAt)}: ${how}.`,
        `Reactie ${responseId} ontvangen om ${local(receivedAt)}: ${how}.`,
      );
    }
    case 'ResponseWithdrawn': {
      const { responseId, reason } = event.data;
      const why = reasonLabel(reason, lang);
      return say(`Response ${responseId} withdrawn (${why}).`, `Reactie ${responseId} ingetrokken (${why}).`);
    }
    case 'ResponseAssessed': {
      const { responseId, relevance } = event.data;
      const what = relevanceLabel(relevance, lang);
      return say(`Response ${responseId} assessed: ${what}.`, `Reactie ${responseId} beoordeeld: ${what}.`);
    }
    case 'SuccessMarked': {
      const { successId, line, foundAt } = event.data;
      const what = `${lineText(line, lang)}, ${foundText(foundAt, lang)}${classOf(successId, after, context)}`;
      return say(`Success ${successId} marked: ${what}.`, `Succes ${successId} gemarkeerd: ${what}.`);
    }
    case 'SuccessCorrected': {
      const { successId, reason } = event.data;
      const what = `${corrections(event.data, context)} (${reasonLabel(reason, lang)})${classOf(successId, after, context)}`;
      return say(`Success ${successId} corrected: ${what}.`, `Succes ${successId} gecorrigeerd: ${what}.`);
    }
    case 'SuccessWithdrawn': {
      const { successId, reason } = event.data;
      const why = `${reasonLabel(reason, lang)})${waitsAgain(after, context)}`;
      return say(`Success ${successId} withdrawn (${why}.`, `Succes ${successId} ingetrokken (${why}.`);
    }
    case 'SuccessRuledOut': {
      const why = reasonLabel(event.data.reason, lang);
      return say(`Success ruled out (${why}).`, `Succes uitgesloten (${why}).`);
    }
    case 'VerdictWithdrawn': {
      const why = `${reasonLabel(event.data.reason, lang)})${waitsAgain(after, context)}`;
      return say(`Verdict withdrawn (${why}.`, `Oordeel ingetrokken (${why}.`);
    }
    case 'ParticipantsThanked': {
      const { municipality, how, at } = event.data;
      const [who, way] = [municipalityName(municipality), mannerLabel(how.code, lang)];
      return say(
        `Participants thanked by ${who} at ${local(at)}, ${way}.`,
        `Deelnemers bedankt door ${who} om ${local(at)}, ${way}.`,
      );
    }
    case 'ThanksWithdrawn': {
      const [who, why] = [municipalityName(event.data.municipality), reasonLabel(event.data.reason, lang)];
      return say(`Thanks of ${who} withdrawn (${why}).`, `Bedankje van ${who} ingetrokken (${why}).`);
    }
  }
};
