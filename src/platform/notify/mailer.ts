/** One mail to one person. */
export interface Mail {
  /** Constant for the thing it tells of (`name@host`, no brackets), so that a doubled transmission can be told. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/**
 * Sends mails. Two drivers: the office's mail server, and files in the data folder. What is sent may arrive twice when
 * a server takes a mail and does not say so; it then bears the same Message-ID.
 */
export abstract class Mailer {
  /** Resolves when the mail has been taken over; rejects with a {@link MailError}. Never called inside a unit of work. */
  abstract send(mail: Mail): Promise<void>;
}

/** A mail was not taken over. `isPermanent`: the server will never take it (5xx), so trying again is useless. */
export class MailError extends Error {
  constructor(
    message: string,
    readonly isPermanent: boolean,
  ) {
    super(message);
    this.name = 'MailError';
  }
}
