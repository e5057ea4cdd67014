import type { Channel, SuccessClass } from '@burgernet/domain';
import type { Lang } from '../context.js';

/** Every figure that has a name in this system; a test holds it to the definitions. */
export type NamedFigure =
  | 'actions'
  | 'actions.with-response'
  | 'actions.awaiting-verdict'
  | 'responses.0800-0011'
  | 'responses.app'
  | 'responses.112'
  | 'responses.0900-8844'
  | 'responses.other'
  | 'success.portal'
  | 'success.full'
  | 'success.late'
  | `success.class.${SuccessClass}`
  | 'success.indirect'
  | 'find.without-burgernet'
  | 'thanks.due'
  | `reach.${Channel}`
  | 'shares'
  | 'inquiries'
  | 'inquiries.relevant'
  | 'inquiries.to-the-case'
  | 'inquiries.teams'
  | 'prevention'
  | 'prevention.municipalities'
  | 'safety-officers.municipalities'
  | 'participants.sms-voice'
  | 'participants.mail'
  | 'app.downloads';

const nl: Readonly<Record<NamedFigure, string>> = {
  actions: 'Acties',
  'actions.with-response': 'Acties met reactie',
  'actions.awaiting-verdict': 'Acties die op een oordeel wachten',
  'responses.0800-0011': 'Telefoontjes naar 0800-0011',
  'responses.app': 'Reacties via de app',
  'responses.112': 'Telefoontjes naar 112',
  'responses.0900-8844': 'Telefoontjes naar 0900-8844',
  'responses.other': 'Reacties op een andere manier',
  'success.portal': 'Successen volgens het portaal',
  'success.full': 'Alle bekende successen',
  'success.late': 'Late successen',
  'success.class.portal': 'Successen die in het portaal zijn aangevinkt',
  'success.class.other-line': 'Successen op tijd, via een andere lijn',
  'success.class.registered-late': 'Op tijd gevonden, later geregistreerd',
  'success.class.found-late': 'Na de looptijd gevonden',
  'success.class.late-unknown': 'Later geregistreerd, moment van vinden onbekend',
  'success.class.none': 'Acties zonder bekend succes',
  'success.indirect': 'Indirecte successen',
  'find.without-burgernet': 'Gevonden zonder Burgernet',
  'thanks.due': 'Nog te bedanken',
  'reach.voice': 'Bereik via spraakbericht',
  'reach.sms': 'Bereik via sms',
  'reach.app': 'Bereik via de app',
  'reach.mail': 'Bereik via e-mail',
  'reach.twitter': 'Bereik via Twitter',
  'reach.facebook': 'Bereik via Facebook',
  'reach.messenger': 'Bereik via Messenger',
  'reach.digital-screen': 'Bereik via digitale schermen',
  shares: 'Keer gedeeld op sociale media',
  inquiries: 'Digitale buurtonderzoeken',
  'inquiries.relevant': 'Buurtonderzoeken met relevante informatie',
  'inquiries.to-the-case': 'Buurtonderzoeken met informatie voor de zaak',
  'inquiries.teams': 'Politieteams die een buurtonderzoek stuurden',
  prevention: 'Preventieberichten',
  'prevention.municipalities': 'Gemeenten die een preventiebericht stuurden',
  'safety-officers.municipalities': "Gemeenten met opgeleide OOV'er",
  'participants.sms-voice': 'Deelnemers via sms of spraak',
  'participants.mail': 'Deelnemers via e-mail',
  'app.downloads': 'Nieuwe downloads van de app',
};

const en: Readonly<Record<NamedFigure, string>> = {
  actions: 'Actions',
  'actions.with-response': 'Actions with a response',
  'actions.awaiting-verdict': 'Actions awaiting a verdict',
  'responses.0800-0011': 'Calls to 0800-0011',
  'responses.app': 'Responses by the app',
  'responses.112': 'Calls to 112',
  'responses.0900-8844': 'Calls to 0900-8844',
  'responses.other': 'Responses in another way',
  'success.portal': 'Successes as the portal counts',
  'success.full': 'All successes that are known',
  'success.late': 'Late successes',
  'success.class.portal': 'Successes ticked in the portal',
  'success.class.other-line': 'Successes in time, by another line',
  'success.class.registered-late': 'Found in time, registered later',
  'success.class.found-late': 'Found after the run time',
  'success.class.late-unknown': 'Registered later, moment of the find unknown',
  'success.class.none': 'Actions without a known success',
  'success.indirect': 'Indirect successes',
  'find.without-burgernet': 'Found without Burgernet',
  'thanks.due': 'Thanks still due',
  'reach.voice': 'Reached by voice message',
  'reach.sms': 'Reached by text message',
  'reach.app': 'Reached by the app',
  'reach.mail': 'Reached by e-mail',
  'reach.twitter': 'Reached by Twitter',
  'reach.facebook': 'Reached by Facebook',
  'reach.messenger': 'Reached by Messenger',
  'reach.digital-screen': 'Reached by digital screens',
  shares: 'Times shared on social media',
  inquiries: 'Neighbourhood inquiries',
  'inquiries.relevant': 'Inquiries with relevant information',
  'inquiries.to-the-case': 'Inquiries with information for the case',
  'inquiries.teams': 'Police teams that sent an inquiry',
  prevention: 'Prevention messages',
  'prevention.municipalities': 'Municipalities that sent a prevention message',
  'safety-officers.municipalities': 'Municipalities with a safety officer',
  'participants.sms-voice': 'Participants by SMS or voice',
  'participants.mail': 'Participants by e-mail',
  'app.downloads': 'New downloads of the app',
};

/** Figures that stand in a table as a part of the row above them. */
const partsOfRows = [
  'success.class.portal',
  'success.class.other-line',
  'success.class.registered-late',
  'success.class.found-late',
  'success.class.late-unknown',
  'inquiries.relevant',
  'inquiries.to-the-case',
  'inquiries.teams',
  'prevention.municipalities',
] as const satisfies ReadonlyArray<NamedFigure>;

const shortLabels: Readonly<Record<Lang, Readonly<Record<(typeof partsOfRows)[number], string>>>> = {
  nl: {
    'success.class.portal': 'aangevinkt in het portaal',
    'success.class.other-line': 'op tijd, via een andere lijn',
    'success.class.registered-late': 'later geregistreerd',
    'success.class.found-late': 'na de looptijd gevonden',
    'success.class.late-unknown': 'later, moment onbekend',
    'inquiries.relevant': 'met relevante informatie',
    'inquiries.to-the-case': 'met informatie voor de zaak',
    'inquiries.teams': 'door verschillende politieteams',
    'prevention.municipalities': 'door verschillende gemeenten',
  },
  en: {
    'success.class.portal': 'ticked in the portal',
    'success.class.other-line': 'in time, by another line',
    'success.class.registered-late': 'registered later',
    'success.class.found-late': 'found after the run time',
    'success.class.late-unknown': 'later, moment unknown',
    'inquiries.relevant': 'with relevant information',
    'inquiries.to-the-case': 'with information for the case',
    'inquiries.teams': 'by different police teams',
    'prevention.municipalities': 'by different municipalities',
  },
};

const labels: Readonly<Record<Lang, Readonly<Record<NamedFigure, string>>>> = { nl, en };

const isNamed = (name: string): name is NamedFigure => Object.hasOwn(nl, name);

/** The label of a figure; a name that none of ours is stays as it is. */
export const figureLabel = (name: string, lang: Lang): string => (isNamed(name) ? labels[lang][name] : name);

/** How an action succeeded, in a few words. */
export const successLabel = (success: Exclude<SuccessClass, 'none'>, lang: Lang): string =>
  shortLabels[lang][`success.class.${success}`];

/** The label of a figure that is a part of the row above it; `undefined` for one that stands by itself. */
export const partOfRowLabel = (name: string, lang: Lang): string | undefined => {
  const part = partsOfRows.find((one) => one === name);
  return part === undefined ? undefined : shortLabels[lang][part];
};
