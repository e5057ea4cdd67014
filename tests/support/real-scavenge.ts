import { setTimeout } from 'node:timers/promises';
import { type EventStoreDBClient, START, StreamNotFoundError } from '@eventstore/db-client';

const patience = 30_000;

const isOver = async (client: EventStoreDBClient, id: string): Promise<boolean> => {
  let isCompleted = false;
  try {
    // To its end: a call that is left before is not cancelled.
    for await (const { event } of client.readStream(`$scavenges-${id}`, { fromRevision: START }))
      isCompleted ||= event?.type === '$scavengeCompleted';
  } catch (error) {
    // The server has not begun to write of it yet.
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return isCompleted;
};

/**
 * Has a server remove what it may, over HTTP, and waits until it has.
 *
 * @param connection string of the server: the host, the port and the user of one node
 * @returns why it could not be asked to; `undefined` where it was and is done
 */
export const scavenge = async (
  connection: string,
  client: EventStoreDBClient,
): Promise<string | undefined> => {
  const address = connection.replace(/^esdb(\+discover)?:/, 'http:');
  // Each node of a cluster scavenges its own copy of the log.
  if (!URL.canParse(address)) return 'its address names several nodes';
  const { host, username, password, searchParams } = new URL(address);
  const scheme = searchParams.get('tls') === 'false' ? 'http' : 'https';
  const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  );
  const asked = await fetch(`${scheme}://${host}/admin/scavenge`, {
    method: 'POST',
    // A server in memory does not answer.
    signal: AbortSignal.timeout(10_000),
    headers: username === '' ? {} : { authorization: `Basic ${user}` },
  }).catch((error: unknown) => String(error));
  if (typeof asked === 'string') return `its HTTP interface does not answer (${asked})`;
  const id = /[0-9a-f-]{36}/.exec(await asked.text())?.[0];
  if (!asked.ok || id === undefined) return `its HTTP interface refused a scavenge (${asked.status})`;
  for (let waited = 0; waited < patience; waited += 100) {
    if (await isOver(client, id)) return undefined;
    await setTimeout(100);
  }
  return `its scavenge was not over within ${patience / 1_000} seconds`;
};
