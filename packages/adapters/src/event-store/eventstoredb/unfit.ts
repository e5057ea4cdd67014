import { both } from '@burgernet/domain';
import type { Append, EventToAppend, NotStorable } from '../port.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const notStorable = (stream: string, eventId: string, en: string, nl: string): NotStorable => ({
  tag: 'NotStorable',
  stream,
  eventId,
  text: both(en, nl),
});

/** More than this in one message a server breaks the call off for, whatever its settings, and says of nothing whether it stands. */
const mostBytes = 16 * 1024 * 1024 - 10_000;
/** What goes over the wire with an event beside its texts is less than this. */
const bytesBeside = 512;

const bytesOf = ({ data, metadata, type }: EventToAppend): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + Buffer.byteLength(type) + bytesBeside;

/** What is said of a batch that is more than the server takes at once. */
export const tooMuch = ({ stream, events }: Append): NotStorable =>
  notStorable(
    stream,
    events[0].eventId,
    `${events.length} events for stream "${stream}" are more than this server takes at once; give fewer, or have its setting MaxAppendSize raised.`,
    `${events.length} gebeurtenissen voor stroom "${stream}" zijn meer dan deze server in één keer aanneemt; geef er minder, of laat zijn instelling MaxAppendSize verhogen.`,
  );

/** What this kind of store cannot hold and others can. */
export const unfit = (append: Append): NotStorable | undefined => {
  const { stream, events } = append;
  if (events.reduce((sum, event) => sum + bytesOf(event), 0) > mostBytes) return tooMuch(append);
  const wrong = events.find(
    ({ eventId, type }) => !uuid.test(eventId) || type === '' || type.startsWith('$'),
  );
  return wrong === undefined
    ? undefined
    : notStorable(
        stream,
        wrong.eventId,
        `Event ${wrong.eventId} for stream "${stream}" needs a UUID in lower case as its id, and a type that does not begin with "$".`,
        `Gebeurtenis ${wrong.eventId} voor stroom "${stream}" heeft een UUID in kleine letters nodig als id, en een type dat niet met "$" begint.`,
      );
};
