import { both, type Sentence } from '@burgernet/domain';
import type { Measure } from '@burgernet/projections';
import type { Lang } from '../context.js';

const labels: Readonly<Record<Measure, Sentence>> = {
  actions: both('actual actions that were not withdrawn', 'echte acties die niet zijn ingetrokken'),
  'actions.with-response': both(
    'actions with at least one response by line 0800-0011 or by the app',
    'acties met minstens één reactie via lijn 0800-0011 of via de app',
  ),
  'actions.awaiting-verdict': both(
    'ended actions without a standing success marking, which nobody has closed as no success',
    'geëindigde acties zonder geldige succesmarkering, die niemand als geen succes heeft afgesloten',
  ),
  responses: both('responses to actions', 'reacties op acties'),
  'success.portal': both(
    'actions ticked within the run time as a success by line 0800-0011',
    'acties die binnen de looptijd als succes via lijn 0800-0011 zijn aangevinkt',
  ),
  'success.other-line': both(
    'actions marked within the run time as a success by another or an unknown line',
    'acties die binnen de looptijd als succes via een andere of een onbekende lijn zijn gemarkeerd',
  ),
  'success.registered-late': both(
    'actions marked as a success after the run time, found within it',
    'acties die na de looptijd als succes zijn gemarkeerd, gevonden erbinnen',
  ),
  'success.found-late': both(
    'actions marked as a success after the run time, found after it too',
    'acties die na de looptijd als succes zijn gemarkeerd, ook daarna gevonden',
  ),
  'success.late-unknown': both(
    'actions marked as a success after the run time, without knowing whether the find was within it',
    'acties die na de looptijd als succes zijn gemarkeerd, zonder dat bekend is of de vondst erbinnen viel',
  ),
  'success.none': both(
    'actions without any success that counts for Burgernet',
    'acties zonder enig succes dat voor Burgernet telt',
  ),
  'success.full': both(
    'actions with a success of any class: in the portal, by another line or late',
    'acties met een succes van welke soort ook: in het portaal, via een andere lijn of laat',
  ),
  'success.late': both(
    'actions marked as a success after the run time, wherever the find lies',
    'acties die na de looptijd als succes zijn gemarkeerd, waar de vondst ook ligt',
  ),
  'success.indirect': both(
    'actions without a success of their own that led to the find indirectly',
    'acties zonder eigen succes die indirect tot de vondst leidden',
  ),
  'find.without-burgernet': both(
    'actions without a success of their own whose find came about without Burgernet',
    'acties zonder eigen succes waarvan de vondst zonder Burgernet tot stand kwam',
  ),
  'thanks.due': both(
    'actions with a success, of a municipality that has not thanked the participants yet',
    'acties met een succes, van een gemeente die de deelnemers nog niet heeft bedankt',
  ),
  reach: both('times that somebody was reached', 'keer dat iemand werd bereikt'),
  shares: both(
    'times that an action was shared on social media',
    'keer dat een actie op sociale media is gedeeld',
  ),
  inquiries: both(
    'neighbourhood inquiries sent and not withdrawn',
    'verstuurde digitale buurtonderzoeken die niet zijn ingetrokken',
  ),
  'inquiries.relevant': both(
    'inquiries assessed as having given relevant information',
    'buurtonderzoeken die volgens de beoordeling relevante informatie gaven',
  ),
  'inquiries.to-the-case': both(
    'inquiries assessed as having given information for the case in question',
    'buurtonderzoeken die volgens de beoordeling informatie voor de zaak zelf gaven',
  ),
  prevention: both(
    'prevention messages sent and not withdrawn',
    'verstuurde preventieberichten die niet zijn ingetrokken',
  ),
  'participants.sms-voice': both(
    'participants by SMS or voice message',
    'deelnemers via sms of spraakbericht',
  ),
  'participants.mail': both('participants by e-mail', 'deelnemers via e-mail'),
  inhabitants: both('inhabitants of the same municipalities', 'inwoners van dezelfde gemeenten'),
  'safety-officers': both('trained safety officers', "opgeleide OOV'ers"),
  'app.downloads': both('new downloads of the app', 'nieuwe downloads van de app'),
};

/** What a measure counts, in words that stand behind a number. */
export const measureLabel = (measure: Measure, lang: Lang): string => labels[measure][lang];
