/** The command that asks for an event, by the event's type. */
const commandOf = {
  ActionStarted: 'StartAction',
  ActionChanged: 'ChangeAction',
  RunTimeExtended: 'ExtendRunTime',
  ActionEnded: 'EndAction',
  ActionWithdrawn: 'WithdrawAction',
  ClosingMessageSent: 'SendClosingMessage',
  ReachMeasured: 'MeasureReach',
  SharesCounted: 'CountShares',
  ResponseReceived: 'ReceiveResponse',
  ResponseWithdrawn: 'WithdrawResponse',
  ResponseAssessed: 'AssessResponse',
  SuccessMarked: 'MarkSuccess',
  SuccessCorrected: 'CorrectSuccess',
  SuccessWithdrawn: 'WithdrawSuccess',
  SuccessRuledOut: 'RuleOutSuccess',
  VerdictWithdrawn: 'WithdrawVerdict',
  ParticipantsThanked: 'ThankParticipants',
  ThanksWithdrawn: 'WithdrawThanks',
  MailingSent: 'SendMailing',
  MailingResponseReceived: 'ReceiveMailingResponse',
  MailingAssessed: 'AssessMailing',
  MailingWithdrawn: 'WithdrawMailing',
  ParticipantsCounted: 'CountParticipants',
  InhabitantsCounted: 'CountInhabitants',
  SafetyOfficersCounted: 'CountSafetyOfficers',
  AppDownloadsCounted: 'CountAppDownloads',
  FiguresPublished: 'PublishFigures',
};

/** What a command asks for that led to this event; that the run time was over is no reason to give. */
const asked = ({ type, data }) => {
  const told = JSON.parse(data);
  return type === 'ActionEnded' && told.reason.code === 'run-time-over' ? {} : told;
};

/** Who gives the command. The same name acts in several roles, and is somebody else in each. */
const whoActs = ({ metadata }, names, random) => {
  const { role, municipality } = JSON.parse(metadata);
  if (role === 'municipality') return `${role}:${municipality}`;
  return role === 'system' ? role : `${role}:Ænne "${random.below(names)}" 💚`;
};

/**
 * The commands that bring about a stream like this one, one line each.
 *
 * @param {ReadonlyArray<import('@burgernet/domain').StoredEvent>} events of one stream, in order
 * @param {{ names: number, random: import('./random.mjs').Random }} given from how many names those who
 *   act are drawn
 */
export const commandLines = (events, { names, random }) => {
  const commandIdOf = (event) => event && JSON.parse(event.metadata).commandId;
  // What a command records first, by rule, comes by itself.
  const own = events.filter((event, at) => commandIdOf(event) !== commandIdOf(events[at + 1]));
  return own.map((event) => {
    const [, kind, id] = /^burgernet\.([a-z]+)-(.*)$/.exec(event.stream);
    return JSON.stringify({
      command: commandOf[event.type],
      [kind]: id,
      as: whoActs(event, names, random),
      recordedAt: event.recordedAt,
      data: asked(event),
      ...(random.chance(0.5) ? { id: commandIdOf(event) } : {}),
    });
  });
};
