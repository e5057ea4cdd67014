import { type ActionType, both, type Channel, type Sentence } from '@burgernet/domain';

/**
 * What a reconstruction takes for granted where the tables say nothing: the numbers of it. None of them
 * is published.
 */
export const assumed = {
  /** Minutes after midnight in Amsterdam: actions and mailings start in `[earliest, latest)`. The night is
   * left out, and with it the hours that a clock change removes or doubles. */
  startOfDay: { earliest: 6 * 60, latest: 22 * 60 },
  /** How long an action runs, in minutes: `[shortest, longest]`. */
  runTime: { shortest: 45, longest: 75 },
  /** Responses come in this part of the run time, in per cent from its start. */
  responses: { from: 0, to: 80 },
  /** Ticks are set in this part of the run time, after the last response. */
  ticks: { from: 85, to: 100 },
  /** Days after which an inquiry is assessed, at most. */
  assessment: 14,
  /** Over what an action went out: the one channel of which a reach is published. */
  channels: ['app'] satisfies ReadonlyArray<Channel>,
} as const;

/** How much likelier a type is in some months (January first) than in others; every other type is even. */
export const seasons: ReadonlyMap<ActionType, ReadonlyArray<number>> = new Map([
  ['suspicious-situation', [1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3]],
]);

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:00`;
const [from, to] = [clock(assumed.startOfDay.earliest), clock(assumed.startOfDay.latest)];
const { shortest, longest } = assumed.runTime;

/** What is assumed in a reconstruction, for a report to say and for a reader to judge. */
export const assumptions: ReadonlyArray<Sentence> = [
  both(
    `Each action started on a day of the year drawn by its id, between ${from} and ${to}, ran ${shortest} to ${longest} minutes and ended because its run time was over; all went out by the app.`,
    `Elke actie begon op een dag van het jaar die uit haar id volgt, tussen ${from} en ${to}, liep ${shortest} tot ${longest} minuten en eindigde omdat de looptijd om was; alle gingen uit via de app.`,
  ),
  both(
    'Which action has which type is drawn, suspicious situations three times as often in October to December as in other months; what the types leave over has none.',
    'Welke actie van welke soort is, is geloot, verdachte situaties drie keer zo vaak in oktober tot en met december als in andere maanden; wat de soorten overlaten heeft er geen.',
  ),
  both(
    'What the rows leave over of a total belongs to no municipality; no row is invented for it.',
    'Wat de rijen van een totaal overlaten hoort bij geen gemeente; er wordt geen rij voor verzonnen.',
  ),
  both(
    'Which response belongs to which action: in each municipality the calls are dealt to the responded actions from the first forwards, the app responses from the last backwards, all within the run time. No call is taken to come from the app.',
    'Welke reactie bij welke actie hoort: per gemeente zijn de belletjes uitgedeeld over de acties met reactie vanaf de eerste vooruit, de reacties uit de app vanaf de laatste achteruit, alle binnen de looptijd. Van geen belletje is aangenomen dat het uit de app kwam.',
  ),
  both(
    'The ticks of the portal are as many as the one whole number that rounds to its percentage, each near the end of the run time of a drawn action with a call to 0800-0011, and direct.',
    'De vinkjes van het portaal zijn er zoveel als het ene gehele getal dat op zijn percentage afrondt, elk tegen het einde van de looptijd van een gelote actie met een belletje naar 0800-0011, en direct.',
  ),
  both(
    'The other successes, up to the published lower bound, are late ones in other drawn actions: direct, line and moment of the find unknown, all registered at one moment after the year.',
    'De overige successen, tot de gepubliceerde ondergrens, zijn late in andere gelote acties: direct, lijn en moment van de vondst onbekend, alle geregistreerd op één moment na het jaar.',
  ),
  both(
    'No action was closed as "no success": all that have no success wait for a verdict.',
    'Geen actie is afgesloten als "geen succes": alle zonder succes wachten op een oordeel.',
  ),
  both(
    'Reach and shares are spread evenly over the actions.',
    'Bereik en keren gedeeld zijn gelijk over de acties verdeeld.',
  ),
  both(
    `Neighbourhood inquiries are dealt to as many teams as published, with made-up codes, on drawn days; which of them gave relevant information is drawn, and was known within ${assumed.assessment} days.`,
    `Buurtonderzoeken zijn uitgedeeld over zoveel teams als gepubliceerd, met verzonnen codes, op gelote dagen; welke relevante informatie gaven is geloot, en was binnen ${assumed.assessment} dagen bekend.`,
  ),
  both(
    'Which municipalities sent the prevention messages, and which have a trained safety officer, is drawn.',
    "Welke gemeenten de preventieberichten stuurden, en welke een opgeleide OOV'er hebben, is geloot.",
  ),
  both(
    'Downloads were recorded after their month, everything else that was counted on the last evening of the year, one minute before midnight.',
    'Downloads zijn na hun maand geregistreerd, al het andere dat geteld is op de laatste avond van het jaar, één minuut voor middernacht.',
  ),
];
