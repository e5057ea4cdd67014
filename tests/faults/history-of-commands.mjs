const uuid = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/**
 * Commands on so many actions, one JSON value a line: each is started, gets a response, and a success
 * that is marked long after its run time, which records its end in the same batch.
 *
 * @param {number} actions
 */
export const historyOfCommands = (actions) => {
  const lines = [];
  for (let n = 0; n < actions; n++) {
    const action = uuid(n);
    const at = (minutes) => new Date(Date.UTC(2021, 0, 1) + (n * 30 + minutes) * 60_000).toISOString();
    const dispatcher = `dispatcher:Dispatcher ${n % 20}`;
    lines.push({
      command: 'StartAction',
      action,
      as: dispatcher,
      recordedAt: at(0),
      data: {
        region: 'midden-nederland',
        status: 'actual',
        touched: [],
        channels: ['app', 'sms'],
        startedAt: at(0),
        runsUntil: at(60),
        supportsNlAlert: false,
      },
    });
    lines.push({
      command: 'ReceiveResponse',
      id: uuid(1_000_000 + n),
      action,
      as: dispatcher,
      recordedAt: at(5),
      data: { responseId: uuid(n), line: '112', entry: 'phone', receivedAt: at(4) },
    });
    lines.push({
      command: 'MarkSuccess',
      id: n % 2 === 0 ? uuid(2_000_000 + n) : undefined,
      action,
      as: `coordinator:Coordinator ${n % 3}`,
      recordedAt: at(60 * 24 * 20),
      data: { successId: uuid(n), line: '112', attribution: 'direct' },
    });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
};
