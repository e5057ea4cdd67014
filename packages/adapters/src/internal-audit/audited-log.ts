import {
  type ForgettingReason,
  type Instant,
  type PersonalDataKind,
  parseStream,
  type Role,
} from '@burgernet/domain';
import {
  type Delivery,
  isWhen,
  LogCheck,
  type Projection,
  type RecordedWhen,
  WhoRecorded,
} from '@burgernet/projections';

/** That personal data was forgotten, as the log tells it. */
export interface ForgottenText {
  readonly at: Instant;
  readonly role: Role;
  readonly actorId: string;
  readonly what: PersonalDataKind;
  readonly keptSince: Instant;
  readonly reason: ForgettingReason;
  /** under which the vault kept it */
  readonly reference: string;
}

/**
 * What an internal audit reads of a log, in one go: what is wrong with it, who recorded what in a period, and
 * what was forgotten in it.
 */
export class AuditedLog implements Projection {
  readonly check = new LogCheck();
  readonly who: WhoRecorded;
  readonly #span: Pick<RecordedWhen, 'from' | 'to'>;
  readonly #forgotten: ForgottenText[] = [];

  constructor(span: Pick<RecordedWhen, 'from' | 'to'>) {
    this.#span = span;
    this.who = new WhoRecorded(span);
  }

  get position(): number {
    return this.check.position;
  }

  /** In the order of the log. */
  get forgotten(): ReadonlyArray<ForgottenText> {
    return this.#forgotten;
  }

  handle(delivery: Delivery): void {
    this.check.handle(delivery);
    this.who.handle(delivery);
    if (delivery._tag === 'Left') return;
    const { event, recordedAt: at, metadata, stream } = delivery.right;
    if (event.type !== 'PersonalDataForgotten' || !isWhen(at, this.#span)) return;
    const { what, keptSince, reason } = event.data;
    const { role, actorId } = metadata;
    const reference = parseStream(stream)?.id ?? stream;
    this.#forgotten.push({ at, role, actorId, what, keptSince, reason: reason.code, reference });
  }
}
